public import Planning

/// One class that a `CodeQuestion` found, with its place in the tree and its counterparts.
public struct CodeMatch: Hashable, Sendable {
  /// What of the class agreed with the question.
  public enum MatchedBy: String, Hashable, Sendable, Codable {
    /// The code.
    case code
    /// The code without the zeros it was padded with.
    case paddedCode = "padded_code"
    /// The name.
    case name
    /// The name but for 用地, 设施, 与 and the like.
    case nearName = "near_name"

    /// Whether a code agreed.
    var isCode: Bool { self == .code || self == .paddedCode }
  }

  /// The class.
  public let item: LandUseClass
  /// What agreed.
  public let matchedBy: MatchedBy
  /// The part of a mixed use (`1101` of `1101-07`), or `nil` where the question was one code or name.
  public let part: String?
  /// From the root to the class, itself included.
  public let path: [LandUseClass]
  /// The classes directly below.
  public let children: [LandUseClass]
  /// The counterparts in the other schemes, or in the one asked for, the closest first.
  public let equivalents: [LandUseEquivalent]
}

/// A class in a list, in JSON: code and name, and the scheme where it is not the one around it.
private struct ClassInList: Codable {
  var scheme: LandUseScheme?
  var code: String
  var name: String

  init(_ item: LandUseClass, showsScheme: Bool = false) {
    scheme = showsScheme ? item.scheme : nil
    code = item.code
    name = item.name
  }

  func found(in vocabulary: LandUseVocabulary, _ outer: LandUseScheme) throws -> LandUseClass {
    guard let item = vocabulary[scheme ?? outer, code] else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "no such class: \(code)"))
    }
    return item
  }
}

extension CodeMatch: Codable {
  enum CodingKeys: String, CodingKey {
    case matchedBy = "matched_by"
    case part, path, children, equivalents
  }

  /// Reads a match; the classes are looked up in the program's own vocabulary.
  public init(from decoder: any Decoder) throws {
    let vocabulary = LandUseVocabulary.standard
    let item = try LandUseClass(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func list(_ key: CodingKeys) throws -> [LandUseClass] {
      try container.decode([ClassInList].self, forKey: key)
        .map { try $0.found(in: vocabulary, item.scheme) }
    }
    self.init(
      item: item, matchedBy: try container.decode(MatchedBy.self, forKey: .matchedBy),
      part: try container.decodeIfPresent(String.self, forKey: .part),
      path: try list(.path), children: try list(.children),
      equivalents: try container.decode([LandUseEquivalent].self, forKey: .equivalents))
  }

  /// Writes the class's own keys, then `matched_by`, `part`, `path`, `children`, `equivalents`.
  public func encode(to encoder: any Encoder) throws {
    try item.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(matchedBy, forKey: .matchedBy)
    try container.encodeIfPresent(part, forKey: .part)
    try container.encode(path.map { ClassInList($0) }, forKey: .path)
    try container.encode(children.map { ClassInList($0) }, forKey: .children)
    try container.encode(equivalents, forKey: .equivalents)
  }
}

extension LandUseEquivalent: Codable {
  enum CodingKeys: String, CodingKey {
    case from, to, relation, confidence, via, note
    case noteChinese = "note_zh"
  }

  /// Reads a row; the classes are looked up in the program's own vocabulary.
  public init(from decoder: any Decoder) throws {
    let vocabulary = LandUseVocabulary.standard
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func item(_ listed: ClassInList) throws -> LandUseClass {
      try listed.found(in: vocabulary, .unknown)
    }
    self.init(
      from: try item(container.decode(ClassInList.self, forKey: .from)),
      to: try container.decodeIfPresent(ClassInList.self, forKey: .to).map(item),
      relation: try container.decode(LandUseRelation.self, forKey: .relation),
      confidence: try container.decode(LandUseConfidence.self, forKey: .confidence),
      via: try container.decodeIfPresent([ClassInList].self, forKey: .via)?.map(item) ?? [],
      note: try container.decodeIfPresent(String.self, forKey: .note),
      noteChinese: try container.decodeIfPresent(String.self, forKey: .noteChinese))
  }

  /// Writes the row; each class as scheme, code and name, `to` absent where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ClassInList(from, showsScheme: true), forKey: .from)
    try container.encodeIfPresent(to.map { ClassInList($0, showsScheme: true) }, forKey: .to)
    try container.encode(relation, forKey: .relation)
    try container.encode(confidence, forKey: .confidence)
    if !via.isEmpty {
      try container.encode(via.map { ClassInList($0, showsScheme: true) }, forKey: .via)
    }
    try container.encodeIfPresent(note, forKey: .note)
    try container.encodeIfPresent(noteChinese, forKey: .noteChinese)
  }
}
