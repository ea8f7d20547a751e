/// The name of a plan in the form by which parcels of the same plan are known.
///
/// Documents that adjust a plan name it with the parcels they touch and with words of adjustment:
/// `中阳县县城（城北片区）控制性详细规划03-02、03-04等地块规划调整` adjusts
/// `吕梁市中阳县县城（城北片区）控制性详细规划`. Both have the same key.
public enum PlanName {
  /// The plan's key: without the units it begins with, parcel lists, words of adjustment, periods.
  ///
  /// - Returns: `nil` where nothing is left of the name.
  public static func key(_ name: some StringProtocol) -> String? {
    var text = SearchText.normalized(name)
    if text.hasPrefix("关于") { text.removeFirst(2) }
    for unit in CountyName.units(at: text) { text.removeFirst(unit.count) }
    for (short, long) in abbreviations { text = text.replacing(short, with: long) }
    text = withoutParcelLists(text)
    text = withoutPeriod(text)
    text = withoutTail(text)
    while text.hasSuffix("规划规划") { text.removeLast(2) }
    return text.isEmpty ? nil : text
  }

  private static let abbreviations = [
    ("控规", "控制性详细规划"), ("修规", "修建性详细规划"), ("详规", "详细规划"),
  ]

  /// What an adjusting document adds behind the plan's name, longest first.
  private static let tails = [
    "局部地块规划", "局部地块", "地块规划", "动态维护", "公示稿", "报批稿", "征求意见稿", "草案", "局部", "调整", "修改", "修订",
    "修编", "优化", "维护", "完善", "批复", "请示", "方案", "成果", "说明", "的",
  ]

  private static func withoutTail(_ text: String) -> String {
    var rest = Substring(text)
    while true {
      if let tail = tails.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
        rest = rest.dropLast(tail.count)
      } else if let tail = tails.first(where: { rest.hasSuffix("(\($0))") }) {
        rest = rest.dropLast(tail.count + 2)
      } else {
        return String(rest)
      }
    }
  }

  /// Removes `(2021-2035年)`.
  private static func withoutPeriod(_ text: String) -> String {
    guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return text
    }
    let inner = text[text.index(after: open)..<close]
    guard inner.count >= 9, inner.allSatisfy({ $0.isNumber || "-~至年".contains($0) }) else {
      return text
    }
    return String(text[..<open] + text[text.index(after: close)...])
  }

  /// Removes `03-02、03-04、03-07等地块`: numbers of parcels up to the word for parcel.
  ///
  /// `8个地块` has no separator or letter and is a part of the name.
  private static func withoutParcelLists(_ text: String) -> String {
    var characters = Array(text)
    var start = 0
    while start < characters.count {
      guard isCode(characters[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, isCode(characters[end]) || separators.contains(characters[end])
      {
        end += 1
      }
      let list = characters[start..<end]
      let rest = String(characters[end...].prefix(6))
      guard list.contains(where: \.isNumber), list.contains(where: { !$0.isNumber }),
        let word = listEnds.first(where: { rest.hasPrefix($0) })
      else {
        start = end
        continue
      }
      let tail = characters[(end + word.count)...]
      characters = Array(characters[..<start] + tail)
    }
    return String(characters)
  }

  private static func isCode(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  private static let separators: Set<Character> = ["、", ",", "和", "及", "与", "/", "~"]
  private static let listEnds = ["等地块", "等宗地", "号地块", "号宗地", "地块", "宗地"]
}
