/// A land use as a document states it: a scheme, a code and a name, of which the document may have
/// printed only some.
public struct LandUse: Hashable, Sendable {
  /// The scheme of the code.
  public var scheme: LandUseScheme
  /// The code as printed, a string (leading zeros count), or as the name settles it.
  public var code: String?
  /// The name as printed.
  public var name: String?
  /// Whether the code was not printed but follows from the name.
  public var codeInferred: Bool

  /// A land use.
  public init(
    scheme: LandUseScheme, code: String? = nil, name: String? = nil, codeInferred: Bool = false
  ) {
    self.scheme = scheme
    self.code = code
    self.name = name
    self.codeInferred = codeInferred
  }
}

extension LandUse: Codable {
  enum CodingKeys: String, CodingKey {
    case scheme, code, name
    case codeInferred = "code_inferred"
  }

  /// Reads a land use; `code_inferred` absent means the code was printed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      scheme: try container.decode(LandUseScheme.self, forKey: .scheme),
      code: try container.decodeIfPresent(String.self, forKey: .code),
      name: try container.decodeIfPresent(String.self, forKey: .name),
      codeInferred: try container.decodeIfPresent(Bool.self, forKey: .codeInferred) ?? false)
  }

  /// Writes the land use; `code_inferred` only where true.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scheme, forKey: .scheme)
    try container.encodeIfPresent(code, forKey: .code)
    try container.encodeIfPresent(name, forKey: .name)
    if codeInferred { try container.encode(true, forKey: .codeInferred) }
  }
}
