import Foundation
import Planning

/// The levels between which land below or above the ground lies.
enum VerticalLevels {
  /// The range that some words state: two levels behind 高程, 标高 or 竖向, and the datum they count from.
  static func range(in words: String) -> VerticalRange? {
    let plain = SourceLine(number: 0, text: words).compact
    guard plain.mentions(anyOf: "高程 标高 竖向 起止深度"),
      let match = plain.firstMatch(
        of:
          /(?:高程|标高|竖向[^\d\-+]{0,6})[^\d\-+]{0,8}([\-+]?\d+(?:\.\d+)?)(?:米|m|M)?[^\d\-+]{0,8}?(?:至|到|~|-|—|,)[^\d\-+]{0,8}([\-+]?\d+(?:\.\d+)?)(?:米|m|M)/
      ),
      let first = Double(match.1), let second = Double(match.2)
    else { return nil }
    return VerticalRange(
      lower: min(first, second), upper: max(first, second), datum: datum(in: words))
  }

  /// The vertical datum that some words name: 1985国家高程基准.
  static func datum(in words: String) -> String? {
    let compact = words.filter { !$0.isWhitespace }
    guard let end = compact.range(of: "高程基准") ?? compact.range(of: "黄海高程") else { return nil }
    let head = compact[..<end.upperBound]
    let start = head.lastIndex { "，。；：（(,;:".contains($0) }.map { head.index(after: $0) }
    let name = String(head[(start ?? head.startIndex)...])
    return name.count <= 16 ? name : String(compact[end])
  }
}
