import Foundation

/// Names of detailed plans in titles and headings.
enum PlanNames {
  private static let kinds = [
    "控制性详细规划", "实施性详细规划", "修建性详细规划", "详细规划", "村庄规划", "控规",
  ]

  /// The plan that a text names: `中阳县县城（老城区）控制性详细规划`, parcel numbers and words of
  /// adjustment taken out; `nil` where it names none.
  static func plan(in text: String) -> String? {
    var text = text.filter { !$0.isWhitespace }
    if let about = text.range(of: "关于", options: .backwards) {
      text = String(text[about.upperBound...])
    }
    if let quote = text.firstIndex(of: "《") { text = String(text[text.index(after: quote)...]) }
    guard let kind = kinds.first(where: { text.has($0) }),
      let range = text.range(of: kind)
    else { return nil }
    var name = String(text[..<range.lowerBound])
    for word in ["原则上同意", "原则同意", "同意"] {
      name = name.replacingOccurrences(of: word, with: "")
    }
    name = stripped(name)
    // A clause number in front: （二）, 二、.
    name = name.replacingOccurrences(
      of: "^[（(]?[一二三四五六七八九十0-9]+[）)、.．]", with: "", options: .regularExpression)
    return name.isEmpty ? nil : name + (kind == "控规" ? "控制性详细规划" : kind)
  }

  /// Takes parcel numbers and 等地块 out of a name.
  private static func stripped(_ name: String) -> String {
    name.replacingOccurrences(
      of:
        "[A-Za-z0-9][A-Za-z0-9\\-－—]*([、，,和及与至~～][A-Za-z0-9][A-Za-z0-9\\-－—]*)*(号)?(等)?([0-9一二三四五六七八九十]*[个宗])?(号)?(地块|宗地)",
      with: "", options: .regularExpression)
  }
}
