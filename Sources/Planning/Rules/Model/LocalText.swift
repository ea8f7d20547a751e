/// A text in both languages, as a profile of rules gives it.
public struct LocalText: Hashable, Sendable, Codable {
  /// Chinese, simplified.
  public var zh: String
  /// English.
  public var en: String

  /// A text, Chinese first.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}
