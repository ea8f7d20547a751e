import Foundation
import Planning
import Terms

/// What one sentence says of acts, each fact with its place in the text.
struct ActFacts {
  /// A way that is named.
  struct Mode {
    var kind: TransactionKind
    var place: Int
    /// Whether it is said that land is supplied so, not only that the word stands there.
    var isStated: Bool
    /// Whether it takes the place of another: 变更为, 供应方式:.
    var isFinal: Bool
  }

  /// The numbers of papers and of the cadastre.
  struct Numbers {
    var contract: String?
    var supervision: String?
    var land: String?
  }

  /// For which land a sentence speaks.
  enum Reach {
    case own, listBehind, listBefore
  }

  var clauses: [Clause] = []
  var modes: [Mode] = []
  var stages: [(stage: ActStage, place: Int)] = []
  var holders = PartyReader.Holders()
  var sums: [MoneyReader.Sum] = []
  var terms: [TermReader.Term] = []
  var days: [DayReader.Day] = []
  var relativeDays: [RelativeDay] = []
  var numbers = Numbers()
  var purpose: String?
  /// Whether what the sentence says holds for a list.
  var reach = Reach.own

  private let grammar: Grammar
  private var text: [Unicode.Scalar] { grammar.prose.plain }

  init(_ grammar: Grammar, tokens: Range<Int>, takesBack: Bool) {
    self.grammar = grammar
    guard let first = grammar.tokens[safe: tokens.lowerBound],
      let last = grammar.tokens[safe: tokens.upperBound - 1], tokens.lowerBound < tokens.upperBound
    else { return }
    clauses = Clause.cut(
      grammar.prose.plain,
      first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound))
    sums = MoneyReader(grammar: grammar, takesBack: takesBack).sums(in: clauses)
    terms = TermReader(grammar: grammar).terms(in: clauses)
    let dayReader = DayReader(grammar: grammar)
    days = dayReader.days(in: clauses)
    relativeDays = dayReader.relativeDays(in: clauses)
    holders = PartyReader(grammar: grammar).holders(in: clauses, takesBack: takesBack)
    for clause in clauses { read(clause) }
    purpose = Self.purpose(in: clauses.map { unquoted($0.range) }.joined(separator: "，"))
  }

  /// Whether nothing was read.
  var isEmpty: Bool {
    holders.parties.isEmpty && sums.isEmpty && terms.isEmpty && days.isEmpty
      && numbers.contract == nil && numbers.supervision == nil && purpose == nil
  }

  private mutating func read(_ clause: Clause) {
    if clause.has(.list) {
      reach = .listBehind
    } else if clause.has(.above), reach == .own {
      reach = .listBefore
    }
    readModes(clause)
    for (index, word) in clause.words.enumerated() {
      switch word.part {
      case .stage(.terminated):
        let words = String(text[clause.range])
        // A contract or a term that ends is no sale that is called off.
        guard words.mentions(anyOf: "出让 挂牌 拍卖 招标 交易 公告 活动 竞价 供应"),
          !words.mentions(anyOf: "合同 期限 资格 权利 使用权终止 协议")
        else { continue }
        stages.append((.terminated, word.range.lowerBound))
      case .stage(let stage):
        // 成交1宗,流标2宗: a count of many.
        if let next = text[safe: word.range.upperBound], next.isDigit || Numerals.isNumeral(next) {
          continue
        }
        stages.append((stage, word.range.lowerBound))
      case .label(.contractNumber):
        numbers.contract = numbers.contract ?? value(of: index, in: clause)
      case .label(.supervisionNumber):
        numbers.supervision = numbers.supervision ?? value(of: index, in: clause)
      case .label(.landCode): numbers.land = numbers.land ?? value(of: index, in: clause)
      default: continue
      }
    }
  }

  private mutating func readModes(_ clause: Clause) {
    let words = clause.words
    let becomes = words.last { $0.part == .becomes }
    let isOfWay = words.contains { $0.part == .way || $0.part == .label(.mode) }
    for (index, word) in words.enumerated() {
      if case .gives(.some(let kind)) = word.part {
        modes.append(Mode(kind: kind, place: word.range.lowerBound, isStated: true, isFinal: false))
      }
      guard case .mode(let kind) = word.part else { continue }
      let isNew = becomes.map { isOfWay && word.range.lowerBound >= $0.range.upperBound } ?? false
      // 以划拨方式取得的厂区用地: how its holder once got it.
      if words.contains(where: { isHistory($0) && $0.range.lowerBound >= word.range.upperBound }) {
        continue
      }
      // 供应方式由招标变更为挂牌: what stands before is the old way.
      if let becomes, isOfWay, word.range.upperBound <= becomes.range.lowerBound { continue }
      let next = words[safe: index + 1]
      let previous = index > 0 ? words[index - 1] : nil
      let isBeforeWay =
        next.map {
          ($0.part == .way || $0.part == .mode(.supply))
            && $0.range.lowerBound - word.range.upperBound <= 1
        } ?? false
      let isBehindWay =
        previous.map {
          ($0.part == .way || $0.part == .label(.mode))
            && word.range.lowerBound - $0.range.upperBound <= 2
        } ?? false
      let name = String(text[word.range])
      let head = String(
        text[max(clause.range.lowerBound, word.range.lowerBound - 2)..<word.range.lowerBound])
      let tail = String(
        text[word.range.upperBound..<min(clause.range.upperBound, word.range.upperBound + 4)])
      let isBehindBy = head.ends(withAnyOf: "以 按 采取 采用 通过 实行")
      let isStated =
        kind != .supply
        && (isBeforeWay || isBehindWay || isBehindBy || isNew
          || name.mentions(anyOf: "出让 以 供地 采取 采用 协议")
          || tail.begins(withAnyOf: "国有 土地 位于 给 该 宗地 建设用地") && kind != .reserve)
      modes.append(
        Mode(
          kind: kind, place: word.range.lowerBound, isStated: isStated,
          isFinal: isNew || isBehindWay))
    }
  }

  /// 取得的, 原以…取得: what has been got before.
  private func isHistory(_ word: Clause.Word) -> Bool {
    word.part == .wins && String(text[word.range]) == "取得"
      && text[safe: word.range.upperBound] == "的"
  }

  /// What stands behind a label: up to the next stop or the end of the line.
  private func value(of index: Int, in clause: Clause) -> String? {
    var place = clause.words[index].range.upperBound
    while let scalar = text[safe: place], ":为是".unicodeScalars.contains(scalar) { place += 1 }
    let start = place
    var depth = 0
    while place < clause.range.upperBound {
      let scalar = text[place]
      if place > start, grammar.prose.breaks[place] != .none { break }
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth < 0 || "、:《》".unicodeScalars.contains(scalar) { break }
      place += 1
    }
    let value = grammar.prose.text(start..<place)
    let hasDigits =
      value.unicodeScalars.contains(where: \.isDigit) || value.contains(where: \.isNumber)
    return hasDigits && value.count <= 40 ? value : nil
  }

  /// The words of a clause as printed, without what stands in 《》.
  private func unquoted(_ range: Range<Int>) -> String {
    var words = ""
    var depth = 0
    for index in range {
      if text[index] == "《" { depth += 1 }
      if depth == 0 { words.unicodeScalars.append(grammar.prose.printed[index]) }
      if text[index] == "》" { depth = max(0, depth - 1) }
    }
    return words
  }

  /// What the land is for: 用于某项目.
  static func purpose(in words: String) -> String? {
    let words = words.replacingOccurrences(of: "：", with: ":")
    for mark in ["专项用于", "用于", "作为", "项目名称为", "项目名称:", "建设项目:", "拟建项目为", "拟建设"] {
      guard let range = words.range(of: mark) else { continue }
      var tail = words[range.upperBound...]
      if let end = tail.firstIndex(where: { "，,。；;".contains($0) }) { tail = tail[..<end] }
      var text = String(tail)
      for start in ["为", "是"] where text.hasPrefix(start) { text.removeFirst() }
      if mark == "作为", !text.has("项目") && !text.hasSuffix("用地") || text.mentions(anyOf: "依据 条件") {
        continue
      }
      if (3...80).contains(text.count) { return text }
    }
    return nil
  }
}
