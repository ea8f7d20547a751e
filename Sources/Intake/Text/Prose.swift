/// Running text put together from broken lines: no spaces, no line ends, each scalar with its line.
///
/// Government texts come with lines broken inside words, numbers and operators. So lines are joined
/// without anything between them; where a line is shorter than the others, the break was meant and
/// is kept as a mark.
struct Prose {
  /// What ended before a scalar.
  enum Break: UInt8 {
    case none
    /// The line before was short: a label, a heading, the end of a paragraph.
    case soft
    /// A numbered heading or clause begins here.
    case paragraph
  }

  private(set) var printed: [Unicode.Scalar] = []
  private(set) var plain: [Unicode.Scalar] = []
  private(set) var lines: [Int32] = []
  private(set) var breaks: [Break] = []

  init(_ source: some Collection<SourceLine>) {
    let typical = Prose.typicalWidth(of: source)
    var previous: SourceLine?
    var isApart = false
    for line in source {
      if line.isBlank {
        isApart = true
        continue
      }
      defer { isApart = false }
      var mark = Prose.startsClause(line) ? Break.paragraph : .none
      if mark == .none, let previous,
        Prose.endsHere(previous, before: line, typical: typical)
          || isApart && Prose.startsLabel(previous)
      {
        mark = .soft
      }
      append(line, after: mark)
      previous = line
    }
  }

  /// The text of a range as printed.
  func text(_ range: Range<Int>) -> String { String(printed[range]) }

  /// The lines a range lies on.
  func lines(of range: Range<Int>) -> (first: Int, last: Int) {
    guard let first = lines[safe: range.lowerBound], let last = lines[safe: range.upperBound - 1]
    else { return (lines.last.map(Int.init) ?? 1, lines.last.map(Int.init) ?? 1) }
    return (Int(first), Int(last))
  }

  private mutating func append(_ line: SourceLine, after mark: Break) {
    var first = true
    for index in line.plain.indices where !line.plain[index].isSpace {
      printed.append(line.printed[index])
      plain.append(line.plain[index])
      lines.append(Int32(line.number))
      breaks.append(first ? mark : .none)
      first = false
    }
  }

  /// The width that full lines have: that of the widest but a few.
  private static func typicalWidth(of source: some Collection<SourceLine>) -> Int {
    let widths = source.lazy.map(\.width).filter { $0 > 8 }.sorted()
    return widths[safe: widths.count * 4 / 5] ?? 0
  }

  private static func endsHere(_ line: SourceLine, before next: SourceLine, typical: Int) -> Bool {
    guard let last = line.plain.last(where: { !$0.isSpace }),
      let first = next.plain.first(where: { !$0.isSpace })
    else { return false }
    if "。;!?".unicodeScalars.contains(last) || startsLabel(next) { return true }
    if next.isAfterPageHead { return false }
    if line.width * 100 >= typical * 75 && typical >= 24 && typical <= 110 { return false }
    if "、,(-<>≤≥=~/+约为〔《".unicodeScalars.contains(last) { return false }
    if ",。、;)%<>≤≥=~/+〕》".unicodeScalars.contains(first) { return false }
    return true
  }

  /// Whether a line begins with a label and its colon: `宗地面积：…`.
  private static func startsLabel(_ line: SourceLine) -> Bool {
    let head = line.plain.lazy.filter { !$0.isSpace }.prefix(12)
    guard let colon = head.firstIndex(of: ":") else { return false }
    let label = head[..<colon]
    return label.count >= 2
      && label.allSatisfy { $0.isHan || "()/%".unicodeScalars.contains($0) || $0.isLatin }
  }

  /// Whether a line begins a numbered clause: 一、 （一） 1. 1、 (1) ① 第一条.
  static func startsClause(_ line: SourceLine) -> Bool {
    let text = line.plain.lazy.filter { !$0.isSpace }.prefix(8)
    let head = Array(text)
    guard let first = head.first else { return false }
    let numerals = "一二三四五六七八九十百〇零".unicodeScalars
    if (0x2460...0x2473).contains(first.value) { return true }
    var index = 0
    let open = first == "("
    let ordinal = first == "第"
    if open || ordinal { index = 1 }
    let start = index
    while index < head.count, numerals.contains(head[index]) { index += 1 }
    if index > start, index < head.count {
      if open { return head[index] == ")" }
      if ordinal { return "条章节款".unicodeScalars.contains(head[index]) }
      return head[index] == "、" || head[index] == "."
    }
    while index < head.count, head[index].isDigit { index += 1 }
    guard index > start, index - start <= 2, index < head.count else { return false }
    if open { return head[index] == ")" }
    if ordinal { return "条章节款".unicodeScalars.contains(head[index]) }
    guard head[index] == "、" || head[index] == "." else { return false }
    return index + 1 < head.count && !head[index + 1].isDigit
  }
}

extension Array {
  /// The element at an index, or `nil` outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
