/// Lines of a file as people write them.
public enum TypedLines {
  /// The lines of `12`, `12-20`, `12–20`, `12~20`; `nil` of anything else.
  public static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.filter { !$0.isWhitespace }
      .split(maxSplits: 1, omittingEmptySubsequences: false) { "-–—~～".contains($0) }
      .map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 1, last >= first
    else { return nil }
    return first...last
  }
}
