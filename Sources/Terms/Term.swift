/// A word of the domain that has a row in a table: its key, its name in both languages, and what
/// else people call it.
public protocol Term: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
  /// What it is called.
  var name: Words { get }
  /// Other words that people ask for it by.
  var synonyms: [String] { get }
}

extension Term {
  /// None but its key and its name.
  public var synonyms: [String] { [] }

  /// The term whose key, name or synonym a word is, whatever its capitals.
  public init?(word: String) {
    let word = word.lowercased()
    let term =
      Self(rawValue: word)
      ?? Self.allCases.first { $0.name[.zh] == word || $0.synonyms.contains(word) }
      ?? Self.allCases.first { $0.name[.en] == word }
    guard let term else { return nil }
    self = term
  }
}

/// Words by which a text or a heading is known to speak of something.
public struct WordPattern: Sendable {
  /// One of these stands in it.
  public let words: [String]
  /// Or it is one of these, whole.
  public let whole: [String]
  /// Or it has no Chinese, and begins with one of these letters.
  public let letters: [String]
  /// Then one of these must stand in it too; none where nothing is asked.
  public let with: [String]
  /// And none of these.
  public let without: [String]

  /// A pattern; each list is divided by blanks.
  public init(
    _ words: String, whole: String = "", letters: String = "", with: String = "",
    without: String = ""
  ) {
    self.words = WordPattern.list(words)
    self.whole = WordPattern.list(whole)
    self.letters = WordPattern.list(letters)
    self.with = WordPattern.list(with)
    self.without = WordPattern.list(without)
  }

  /// The words of a list that is divided by blanks.
  static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
