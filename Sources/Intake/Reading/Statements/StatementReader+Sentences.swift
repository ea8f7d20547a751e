internal import Terms
import Planning

/// Sentences and clauses: where they begin and end, and what they leave unread.
extension StatementReader {
  mutating func endSentence(_ index: Int) {
    if sentenceStart < index {
      readLevels(sentenceStart..<index)
      keepConditions(sentenceStart..<index)
      readAct(sentenceStart..<index)
      reportUnread(sentenceStart..<index)
    }
    sentenceStart = index + 1
    sentenceFacts = 0
    sentenceDrafts = []
    pendingLocation = nil
    pendingUse = nil
    isPart = false
    if !isLastingBefore { isBefore = false }
  }

  /// A sentence ended inside a clause: the next one begins.
  mutating func nextSentence(_ index: Int) {
    endSentence(index)
    guard grammar.kind(index + 1) != .paragraph else { return }
    beginPlotSentence(index + 1)
    anticipate(index + 1)
  }

  /// 调整前： opens a block that lasts until 调整后; 原规划 lasts a sentence.
  private var isLastingBefore: Bool {
    guard isBefore else { return false }
    var place = min(sentenceStart, grammar.tokens.count) - 1
    while place >= 0 {
      if grammar.kind(place) == .keyword(.before) {
        return grammar.text(place).hasSuffix("前")
      }
      if grammar.kind(place) == .paragraph { return false }
      place -= 1
    }
    return false
  }

  /// A numbered clause begins: with several parcels, what follows is no longer about the last one.
  mutating func beginClause(_ index: Int) {
    isBefore = false
    let head = grammar.text(index + 1..<min(index + 4, grammar.tokens.count))
    let isTop =
      head.unicodeScalars.first.map { Numerals.isNumeral($0) || $0 == "（" || $0 == "(" } ?? false
    if isTop, drafts.count(where: { $0.id != nil }) > 1 || !hasNumbers && drafts.count > 1 {
      current = []
      splitParent = nil
    }
    namePlan(from: index)
    beginPlotClause(index)
    anticipate(index + 1, atClause: true)
  }

  /// A heading that names a detailed plan sets the plan of the parcels below it.
  private mutating func namePlan(from index: Int) {
    var end = index + 1
    while end < grammar.tokens.count, end - index < 70 {
      switch grammar.kind(end) {
      case .sentenceEnd, .paragraph, .softBreak, .comma: break
      default:
        end += 1
        continue
      }
      break
    }
    let heading = grammar.text(index + 1..<end)
    if let name = PlanNames.plan(in: heading), !heading.has("同意") {
      plan = name
      planHeadings.append((grammar.line(index), name))
    }
  }

  /// Between which levels the land lies: `高程-18.6米起至-4.2米止（1985国家高程基准）`.
  private mutating func readLevels(_ range: Range<Int>) {
    guard current.count == 1, let item = current.first, drafts[item].verticalRange == nil,
      let levels = VerticalLevels.range(in: grammar.text(range))
    else { return }
    drafts[item].verticalRange = levels
    sentenceFacts += 1
  }

  /// Keeps the clauses of a sentence about one parcel that lay something down in words only.
  private mutating func keepConditions(_ range: Range<Int>) {
    guard profile.kind == .planApproval, sentenceFacts > 0, current.count == 1,
      let item = current.first, sentenceDrafts.contains(item)
    else { return }
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || grammar.kind(index) == .comma {
      let clause = start..<index
      start = index + 1
      let isPlain = clause.allSatisfy { place in
        switch grammar.kind(place) {
        case .indicator, .areaLabel, .keyword(.useLabel), .otherIndicator, .number,
          .keyword(.adjustTo):
          false
        default: true
        }
      }
      guard isPlain, clause.count > 4 else { continue }
      let words = grammar.text(clause)
      let isRule = words.mentions(anyOf: "不得 不进行 严禁 应当 应 须 禁止 不再")
      if isRule { drafts[item].conditions.append(words) }
    }
  }

  /// Reports a sentence that speaks of a parcel and gives figures of which none was understood.
  private mutating func reportUnread(_ range: Range<Int>) {
    guard sentenceFacts == 0, !sentenceDrafts.isEmpty, !profile.isPolicy else { return }
    let hasFigures = range.contains { index in
      switch grammar.kind(index) {
      case .indicator, .percent, .area, .areaLabel(.land): true
      default: false
      }
    }
    guard hasFigures, let first = range.first else { return }
    let name = sentenceDrafts.compactMap { drafts[$0].id }.joined(separator: "、")
    let words = grammar.text(range)
    let isCondition = words.mentions(anyOf: "应 不得 须 需 宜 不小于 不低于")
    if isCondition {
      for item in Set(sentenceDrafts) { drafts[item].conditions.append(words) }
    }
    findings.append(
      Finding(
        fact: .sentenceNotUnderstood(parcel: name), severity: isCondition ? .info : .warning,
        token: first))
  }

  mutating func noteCount(_ value: Int, at index: Int, end: Int, listed: Int) {
    guard quoteDepth == 0, grammar.kind(end) == .keyword(.parcel) || grammar.text(end) == "宗地"
    else {
      return
    }
    counts.append((value, index, listed))
  }
}
