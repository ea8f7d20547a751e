public import Characters

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

extension LandUse: JSONRecord {
  /// A use of which nothing is known.
  public static var blank: LandUse { LandUse(scheme: .unknown) }

  /// Reads or writes the use; that its code is inferred only where it is.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("scheme", &scheme)
    try json("code", &code)
    try json("name", &name)
    try json("code_inferred", &codeInferred, leftOut: !codeInferred)
  }
}
