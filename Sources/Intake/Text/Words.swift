import Foundation

/// The words of a text divided by blanks: how the grammar keeps its lists.
func wordList(_ text: String) -> [String] {
  words(text).map(String.init)
}

/// The words of a text divided by blanks or ends of lines, by bytes: lists are asked for every cell.
private func words(_ text: String) -> [Substring] {
  text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Substring.init)
}

extension Array where Element: Hashable {
  /// The elements without those that came before.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension StringProtocol {
  /// Whether a word stands in the text, byte for byte.
  ///
  /// Foundation's `contains` folds characters and takes a third of the time of reading a gazette.
  func has(_ word: some StringProtocol) -> Bool {
    let text = utf8
    let sought = word.utf8
    guard let first = sought.first else { return true }
    var start = text.startIndex
    while let hit = text[start...].firstIndex(of: first) {
      if text[hit...].starts(with: sought) { return true }
      start = text.index(after: hit)
    }
    return false
  }

  /// Whether the text has any of some words, which are divided by blanks.
  func mentions(anyOf list: String) -> Bool {
    words(list).contains { has($0) }
  }

  /// Whether the text begins with any of some words, which are divided by blanks.
  func begins(withAnyOf list: String) -> Bool {
    words(list).contains { hasPrefix($0) }
  }

  /// Whether the text ends with any of some words, which are divided by blanks.
  func ends(withAnyOf list: String) -> Bool {
    words(list).contains { hasSuffix($0) }
  }
}
