internal import Terms
import Planning

/// Land without numbers: each item of a list of acts is a piece of its own.
///
/// `1.红星厂片区地块，面积86.4亩，位于…；2.老客运站地块，面积12.15亩，位于…`
extension StatementReader {
  /// A clause begins: where it describes one piece of land without a number, the piece is the
  /// subject until the clause ends.
  mutating func beginPlotClause(_ index: Int) {
    plotClauseEnd = 0
    guard listsPlots else { return }
    let end = clauseEnd(index + 1)
    let range = index + 1..<end
    readSection(range)
    guard landAreas(in: range) == 1 else {
      beginPlotSentence(index + 1)
      return
    }
    guard describesLand(range), !namesParcel(range) else { return }
    beginPlot(at: index + 1)
    plotClauseEnd = end
  }

  /// A sentence begins: where the present piece of land has its area and another area follows, another
  /// piece begins.
  mutating func beginPlotSentence(_ start: Int) {
    guard listsPlots, start >= plotClauseEnd, start < grammar.tokens.count else { return }
    let range = start..<sentenceEnd(start)
    guard landAreas(in: range) == 1, describesLand(range), !namesParcel(range) else { return }
    let isNext = current.isEmpty || current.count == 1 && drafts[current[0]].area != nil
    guard isNext, !grammar.text(range).mentions(anyOf: "该宗 该地块 该土地 本宗 此宗") else { return }
    beginPlot(at: start)
  }

  private var listsPlots: Bool {
    (profile.supplies || profile.kind == .reserve) && !profile.isPolicy
  }

  private mutating func beginPlot(at index: Int) {
    beginNamelessAct(at: index)
    var end = index
    while end < grammar.tokens.count, end - index < 30 {
      switch grammar.kind(end) {
      case .comma, .sentenceEnd, .colon, .softBreak, .paragraph, .open: break
      default:
        end += 1
        continue
      }
      break
    }
    let name = grammar.text(index..<end).drop {
      !$0.isLetter || $0.isASCII || "一二三四五六七八九十、".contains($0)
    }
    if name.ends(withAnyOf: "地块 用地 项目 工程 小区 厂区"), (3...40).contains(name.count) {
      drafts[current[0]].name = String(name)
    }
  }

  /// What a heading lays down for the items below it: how they are supplied, that they are struck off.
  private mutating func readSection(_ clause: Range<Int>) {
    let heading = grammar.text(clause.lowerBound..<headingEnd(clause))
    guard let first = heading.unicodeScalars.first, landAreas(in: clause) == 0 || heading.count < 24
    else { return }
    if heading.mentions(anyOf: "核减 调出 移出 取消") {
      sectionRemoves = true
      return
    }
    if let act = DocumentProfile.act(in: heading + "土地"), act.documentKind == profile.kind {
      sectionAct = act == .supply ? nil : act
      sectionRemoves = false
    } else if Numerals.isNumeral(first) {
      sectionAct = nil
      sectionRemoves = false
    }
  }

  private func headingEnd(_ clause: Range<Int>) -> Int {
    clause.first {
      switch grammar.kind($0) {
      case .sentenceEnd, .softBreak, .comma, .open: true
      default: false
      }
    } ?? clause.upperBound
  }

  private func clauseEnd(_ start: Int) -> Int {
    var end = start
    while end < grammar.tokens.count, grammar.kind(end) != .paragraph { end += 1 }
    return end
  }

  private func sentenceEnd(_ start: Int) -> Int {
    var end = start
    while end < grammar.tokens.count, grammar.kind(end) != .paragraph,
      grammar.kind(end) != .sentenceEnd
    { end += 1 }
    return end
  }

  /// How many areas of land a range gives, sums and parts (其中) not counted.
  private func landAreas(in range: Range<Int>) -> Int {
    var count = 0
    var isPart = false
    var index = range.lowerBound
    while index < range.upperBound {
      switch grammar.kind(index) {
      case .keyword(.including): isPart = true
      case .sentenceEnd: isPart = false
      case .areaLabel(let role):
        if let phrase = grammar.labelledArea(at: index + 1) {
          if role == .land, !isPart, !isSum(index) { count += 1 }
          index = phrase.end
          continue
        }
      case .number:
        if let area = grammar.area(at: index) {
          if !isPart, !isSum(index), !isBuildingOrLength(before: index) { count += 1 }
          index = area.end
          continue
        }
      default: break
      }
      index += 1
    }
    return count
  }

  private func describesLand(_ range: Range<Int>) -> Bool {
    range.contains { index in
      switch grammar.kind(index) {
      case .keyword(.locatedAt), .keyword(.useLabel), .useName, .money: true
      default: false
      }
    }
  }

  private func namesParcel(_ range: Range<Int>) -> Bool {
    range.contains { grammar.parcels(at: $0)?.isCertain == true }
  }
}
