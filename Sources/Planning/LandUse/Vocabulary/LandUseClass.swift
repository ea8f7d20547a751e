/// One class of a land-use scheme: `MNR-2023 070102 二类城镇住宅用地`.
///
/// A code means nothing without its scheme: 37 second-level codes of GB/T 21010 stand for something
/// else in the 2023 guide.
public struct LandUseClass: Hashable, Sendable {
  /// The scheme it belongs to.
  public let scheme: LandUseScheme
  /// The code, a string: leading zeros count.
  public let code: String
  /// The name in the scheme.
  public let name: String
  /// The level in the tree, 1 for the root classes.
  public let level: Int
  /// The code of the class above, or `nil` for a root.
  public let parent: String?
  /// How sure the row is, by its sources.
  public let confidence: LandUseConfidence
  /// What the row's reader should know, in English, or `nil`.
  public let note: String?
  /// The same in Chinese.
  public let noteChinese: String?

  /// A class.
  public init(
    scheme: LandUseScheme, code: String, name: String, level: Int, parent: String? = nil,
    confidence: LandUseConfidence = .high, note: String? = nil, noteChinese: String? = nil
  ) {
    self.scheme = scheme
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.confidence = confidence
    self.note = note
    self.noteChinese = noteChinese
  }

  /// Whether the class is local practice and no class of the published scheme (such as M0).
  public var isLocal: Bool { confidence == .low }
}

extension LandUseClass: Codable {
  enum CodingKeys: String, CodingKey {
    case scheme, code, name, level, parent, confidence, note
    case noteChinese = "note_zh"
  }
}
