/// A language that Yulin speaks. Keys in JSON and column names in CSV are always English.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Chinese, simplified.
  case zh
  /// English.
  case en

  /// The language that a process's environment asks for: Chinese where the first of `LC_ALL`,
  /// `LC_MESSAGES` and `LANG` that is set starts with `zh`, else English.
  public init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
  }
}

/// The same words in each language.
public struct Words: Hashable, Sendable {
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String

  /// Words, Chinese first.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The words in a language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
