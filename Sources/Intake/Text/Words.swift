import Foundation

/// The words of a text divided by blanks: how the grammar keeps its lists.
func wordList(_ text: String) -> [String] {
  text.split(whereSeparator: \.isWhitespace).map(String.init)
}

extension StringProtocol {
  /// Whether the text has any of some words, which are divided by blanks.
  func mentions(anyOf list: String) -> Bool {
    list.split(separator: " ").contains { contains($0) }
  }

  /// Whether the text begins with any of some words, which are divided by blanks.
  func begins(withAnyOf list: String) -> Bool {
    list.split(separator: " ").contains { hasPrefix($0) }
  }

  /// Whether the text ends with any of some words, which are divided by blanks.
  func ends(withAnyOf list: String) -> Bool {
    list.split(separator: " ").contains { hasSuffix($0) }
  }
}
