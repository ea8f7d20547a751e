import Planning
import Terms

/// Which ends the bare numbers of a table are, as a note beside it says.
///
///     注：表中容积率、建筑密度为上限，绿地率为下限；工业用地容积率为下限。
struct BoundDirections {
  /// One rule of a note.
  private struct Rule {
    /// The use it is for: words of it, none for all, `others` for those that no other rule names.
    var scope: Scope
    /// The indicator; `nil` for those that are not named.
    var indicator: Indicator?
    var sign: BoundSign
  }

  private enum Scope: Equatable {
    case all
    case uses([String])
    case others
  }

  private var rules: [Rule] = []
  /// Indicators that a rule for the others leaves out.
  private var excluded: Set<Indicator> = []

  /// The directions in some lines; those that say nothing of it are no matter.
  init(_ notes: [String], cells: CellReader) {
    for note in notes where note.mentions(anyOf: "上限 下限 最大值 最小值 最高值 最低值 限值") {
      let text = SourceLine(number: 1, text: note).compact
      for sentence in text.split(whereSeparator: { "。;；".contains($0) }) {
        read(sentence: String(sentence), cells: cells)
      }
    }
  }

  private mutating func read(sentence: String, cells: CellReader) {
    var scope = Scope.all
    for clause in sentence.split(separator: ",") {
      let grammar = cells.grammar(String(clause))
      let first = grammar.tokens.indices.first {
        switch grammar.kind($0) {
        case .indicator, .comparison: true
        default: false
        }
      }
      scope = BoundDirections.scope(of: grammar.text(0..<(first ?? 0))) ?? scope
      read(clause: grammar, scope: scope)
    }
  }

  private mutating func read(clause grammar: Grammar, scope: Scope) {
    var names: [Indicator] = []
    var isRest = grammar.text(0..<grammar.tokens.count).mentions(anyOf: "均 指标 数值 数据 其余 其他")
    for index in grammar.tokens.indices {
      switch grammar.kind(index) {
      case .indicator(let name): names.append(name)
      case .other where grammar.text(index) == "外" && grammar.text(0..<index).has("除"):
        // 除绿地率外均为上限: the named ones are left out.
        excluded.formUnion(names)
        names = []
      case .comparison(let sign) where !sign.isPostfix && !isNumber(grammar, behind: index):
        var sign = sign
        if grammar.text(index..<grammar.tokens.count).has("不含") { sign.isInclusive = false }
        if names.isEmpty, isRest { rules.append(Rule(scope: scope, indicator: nil, sign: sign)) }
        rules += names.map { Rule(scope: scope, indicator: $0, sign: sign) }
        if !names.isEmpty { isRest = false }
        names = []
      default: break
      }
      if grammar.kind(index) == .keyword(.rest) || grammar.kind(index) == .keyword(.each) {
        isRest = true
      }
    }
  }

  private func isNumber(_ grammar: Grammar, behind index: Int) -> Bool {
    grammar.quantity(at: grammar.skippingFillers(index + 1)) != nil
  }

  /// The uses that words in front of the indicators name: 工业、仓储用地的.
  private static func scope(of text: String) -> Scope? {
    let uses = wordList("工业 仓储 物流 商业 商服 住宅 居住 科研 教育 医疗 公共 公用 绿地 市政").filter { text.has($0) }
    if text.mentions(anyOf: "其他用地 其余用地 其它用地 其他地块 其余地块 其他类 非工业") { return .others }
    guard !uses.isEmpty, text.mentions(anyOf: "用地 项目 地块 类") else { return nil }
    return .uses(uses)
  }

  /// Which end a bare number of an indicator is, for land of a use; `nil` where no note says.
  func sign(of indicator: Indicator, use: String) -> BoundSign? {
    let own = rules.filter {
      if case .uses(let words) = $0.scope { words.contains { use.has($0) } } else { false }
    }
    let common =
      rules.filter { $0.scope == .others && own.isEmpty } + rules.filter { $0.scope == .all }
    for group in [own, common] {
      if let rule = group.first(where: { $0.indicator == indicator }) { return rule.sign }
      guard !excluded.contains(indicator) else { continue }
      if let rule = group.first(where: { $0.indicator == nil }) { return rule.sign }
    }
    return nil
  }
}
