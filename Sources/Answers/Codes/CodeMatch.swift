internal import Characters
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
private struct ClassInList: Encodable {
  var scheme: LandUseScheme?
  var code: String
  var name: String

  init(_ item: LandUseClass, showsScheme: Bool = false) {
    scheme = showsScheme ? item.scheme : nil
    code = item.code
    name = item.name
  }
}

extension CodeMatch: Encodable {
  /// Writes the class's own keys, then `matched_by`, `part`, `path`, `children`, `equivalents`.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: item)
    try json("matched_by", matchedBy)
    try json("part", part)
    try json("path", path.map { ClassInList($0) })
    try json("children", children.map { ClassInList($0) })
    try json("equivalents", equivalents)
  }
}

extension LandUseEquivalent: Encodable {
  /// Writes the row; each class as scheme, code and name, `to` absent where there is none.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("from", ClassInList(from, showsScheme: true))
    try json("to", to.map { ClassInList($0, showsScheme: true) })
    try json("relation", relation)
    try json("confidence", confidence)
    try json.filled("via", via.map { ClassInList($0, showsScheme: true) })
    try json("note", note)
    try json("note_zh", noteChinese)
  }
}
