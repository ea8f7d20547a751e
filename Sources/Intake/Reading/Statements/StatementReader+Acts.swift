internal import Terms
import Foundation
import Planning

/// Acts: who gets the land or gives it back, for what, at what price.
extension StatementReader {
  /// Reads the act of a sentence and hangs it on the land of that sentence.
  mutating func readAct(_ range: Range<Int>) {
    guard !profile.isPolicy, profile.approvesActs else { return }
    let words = withoutQuotes(range)
    if profile.kind == .reclaim {
      readReclaim(range, words)
      return
    }
    guard !words.isEmpty else { return }
    var items = sentenceDrafts.isEmpty ? current : sentenceDrafts
    let isRule = words.mentions(anyOf: "严格按照 按照有关 有关规定 法律法规")
    let act = isRule ? nil : DocumentProfile.newAct(in: words)
    let party = ActWords.party(in: words)
    if let party, words.mentions(anyOf: "下列 以下 如下") { sectionParty = party }
    if let act, act != .supply, words.mentions(anyOf: "下列 以下 如下") { sectionAct = act }
    let purpose = ActWords.purpose(in: words)
    let isSumOfMany =
      sentenceDrafts.isEmpty && drafts.count > 1 && words.mentions(anyOf: "合计 共计 总计")
    let amount = isSumOfMany ? nil : amount(range)
    if items.isEmpty, party != nil || amount != nil, !hasNumbers {
      items = [namelessDraft(at: range.lowerBound)]
      current = items
    }
    if items.isEmpty, drafts.count == 1 { items = [0] }
    if items.isEmpty, drafts.isEmpty {
      pendingAct.party = pendingAct.party ?? party
      pendingAct.purpose = pendingAct.purpose ?? purpose
      pendingAct.amountYuan = pendingAct.amountYuan ?? amount?.yuan
    }
    for item in items {
      if let act, profile.approves(act), act != .supply,
        drafts[item].kind == nil || drafts[item].kind == .supply
          || words.mentions(anyOf: "出让方式 供应方式 供地方式 供应形式")
      {
        drafts[item].kind = act
      }
      drafts[item].kind = drafts[item].kind ?? sectionAct
      drafts[item].party = drafts[item].party ?? sectionParty
      if words.mentions(anyOf: "核减 不再供应 不再纳入 予以取消") { drafts[item].isRemoved = true }
      if drafts[item].party == nil, items.count == 1 || drafts.count == items.count {
        drafts[item].party = party.map { $0 == "你局" || $0 == "你单位" ? "" : $0 }.flatMap {
          $0.isEmpty ? nil : $0
        }
      }
      drafts[item].purpose = drafts[item].purpose ?? purpose
      if let amount, items.count == 1, drafts[item].amountYuan == nil || amount.isFinal {
        drafts[item].amountYuan = amount.yuan
      }
      if words.has("竞得") || words.has("成交") { drafts[item].stage = .concluded }
    }
    if !items.isEmpty, party != nil || amount != nil || purpose != nil { sentenceFacts += 1 }
  }

  /// The words of a sentence without what stands in 《》.
  func withoutQuotes(_ range: Range<Int>) -> String {
    var words = ""
    var depth = 0
    for index in range {
      switch grammar.kind(index) {
      case .quoteOpen: depth += 1
      case .quoteClose: depth = max(0, depth - 1)
      default: if depth == 0 { words += grammar.text(index) }
      }
    }
    return words
  }

  // MARK: Money

  /// The price or compensation in a sentence; deposits and bidding steps are none.
  func amount(_ range: Range<Int>) -> (yuan: Double, isFinal: Bool)? {
    var best: (yuan: Double, isFinal: Bool, rank: Int)?
    for index in range {
      guard case .number(let value) = grammar.kind(index),
        case .money(let unit) = grammar.kind(grammar.skippingBreaks(index + 1))
      else { continue }
      let before = contextBefore(index, from: range.lowerBound)
      let behind = grammar.text(index + 2..<min(index + 10, grammar.tokens.count))
      guard let rank = ActWords.priceRank(before: before, behind: behind) else { continue }
      let yuan = (value * unit * 100).rounded() / 100
      if rank > (best?.rank ?? 0) { best = (yuan, rank >= 3, rank) }
    }
    if best == nil || grammar.text(range).mentions(anyOf: "合计 共计 总计"),
      let written = writtenAmount(range)
    {
      return (written, true)
    }
    return best.map { ($0.yuan, $0.isFinal) }
  }

  /// A sum in capital numerals: 人民币壹仟贰佰肆拾万元整.
  private func writtenAmount(_ range: Range<Int>) -> Double? {
    let words = grammar.text(range)
    guard words.mentions(anyOf: "补偿 价款 总价 回购 收购 出让金 作价") else { return nil }
    var index = range.lowerBound
    while index < range.upperBound, let token = grammar.tokens[safe: index] {
      if let sum = CapitalNumerals.yuan(in: grammar.prose.plain, at: token.range.lowerBound),
        sum.value > 1
      {
        return sum.value
      }
      index += 1
    }
    return nil
  }

  /// The words of the clause before a token.
  private func contextBefore(_ index: Int, from start: Int) -> String {
    var place = index
    while place > start, index - place < 24 {
      switch grammar.kind(place - 1) {
      case .comma, .sentenceEnd, .quoteClose, .money: break
      default:
        place -= 1
        continue
      }
      break
    }
    return grammar.text(place..<index)
  }

  // MARK: Reclaim

  /// `有偿收回甲公司1.2公顷、乙公司2.3公顷国有建设用地使用权`, `将丙厂位于…的…使用权予以收回`.
  private mutating func readReclaim(_ range: Range<Int>, _ words: String) {
    let isRule =
      words.mentions(anyOf: "有关规定 法律法规 相关手续 依法办理")
      && !words.has("公顷") && !words.has("亩") && !words.has("平方米")
    let amount = amount(range)
    if let amount, !drafts.isEmpty, !words.has("收回") || isRule {
      let items = current.isEmpty ? Array(drafts.indices.suffix(1)) : current
      for item in items where drafts[item].amountYuan == nil {
        drafts[item].amountYuan = amount.yuan
      }
    }
    guard !isRule, let verb = reclaimVerb(range) else {
      if !readHolders(range, words) { completeReclaim(range, words) }
      return
    }
    var clause = ReclaimClause(grammar: grammar, range: range, verb: verb)
    let units = clause.units()
    let kind = DocumentProfile.act(in: words + "土地")
    let before = drafts.count
    for unit in units {
      let item = reclaimDraft(for: unit, at: verb)
      if drafts[item].kind == nil || drafts[item].kind == .reclaim { drafts[item].kind = kind }
      drafts[item].party =
        drafts[item].party ?? unit.party ?? (units.count == 1 ? profile.titleParty : nil)
      if let area = unit.area, drafts[item].area == nil { drafts[item].area = area }
      drafts[item].location = drafts[item].location ?? unit.location
      if units.count == 1 {
        if let amount { drafts[item].amountYuan = drafts[item].amountYuan ?? amount.yuan }
        drafts[item].purpose = drafts[item].purpose ?? ActWords.purpose(in: words)
        if drafts[item].useText == nil, let use = labelledUse(in: range) {
          set(use, on: [item], at: range.lowerBound)
        }
      }
      drafts[item].touch(range.upperBound - 1)
      sentenceDrafts.append(item)
      sentenceFacts += 1
    }
    if drafts.count > before { current = units.count == 1 ? [drafts.count - 1] : [] }
  }

  /// `证载用途为工业用地`.
  private func labelledUse(in range: Range<Int>) -> Grammar.UsePhrase? {
    for index in range where grammar.kind(index) == .keyword(.useLabel) {
      let place = grammar.skippingFillers(index + 1)
      if let use = grammar.landUse(at: place, isLabelled: true) { return use }
    }
    return nil
  }

  /// `其中：甲公司…4.2亩，乙公司…7.5亩`: the holders listed behind the sentence that takes their land.
  private mutating func readHolders(_ range: Range<Int>, _ words: String) -> Bool {
    guard words.begins(withAnyOf: "其中 分别为 具体为 包括"), let kind = drafts.last?.kind ?? profile.act,
      let first = range.first(where: { grammar.kind($0) == .keyword(.including) })
    else { return false }
    var clause = ReclaimClause(grammar: grammar, range: range, verb: first)
    let units = clause.units(from: grammar.skippingFillers(first + 1))
    guard units.count > 1, units.allSatisfy({ $0.party != nil && $0.area != nil }) else {
      return false
    }
    // The sentence before named them all together, without an area.
    drafts.removeAll { $0.id == nil && $0.area == nil && $0.kind == kind }
    for unit in units {
      var draft = Draft(id: nil, at: range.lowerBound)
      draft.kind = kind
      draft.party = unit.party
      draft.area = unit.area
      draft.location = unit.location
      drafts.append(draft)
    }
    current = []
    sentenceDrafts = []
    sentenceFacts += units.count
    return true
  }

  /// The verb 收回 outside quotes, `nil` where the sentence has none.
  private func reclaimVerb(_ range: Range<Int>) -> Int? {
    var depth = 0
    for index in range {
      switch grammar.kind(index) {
      case .quoteOpen: depth += 1
      case .quoteClose: depth = max(0, depth - 1)
      case .other
      where depth == 0 && grammar.text(index) == "收"
        && (profile.acquires ? "回购储" : "回").contains(grammar.text(index + 1)):
        let behind = grammar.text(index + 2..<min(index + 6, range.upperBound))
        if behind.begins(withAnyOf: "决定 后 及 和 的 手续 工作 程序 中心 单价 价 补偿 合同 完成 费 资金 储备中心") { continue }
        return index
      case .other
      where depth == 0 && grammar.text(index) == "回" && grammar.text(index + 1) == "购"
        && !["费", "资", "价", "款", "所", "金"].contains(grammar.text(index + 2)):
        return index
      default: continue
      }
    }
    return nil
  }

  /// Facts of a sentence without the verb: area, place, use of the land already named.
  private mutating func completeReclaim(_ range: Range<Int>, _ words: String) {
    guard let item = current.first ?? drafts.indices.last, drafts[item].kind != nil else { return }
    drafts[item].purpose = drafts[item].purpose ?? ActWords.purpose(in: words)
    if drafts[item].area == nil, drafts.count == 1 {
      for index in range {
        guard case .areaLabel(let role) = grammar.kind(index), role != .other,
          let phrase = grammar.labelledArea(at: index + 1)
        else { continue }
        drafts[item].area = phrase.areas.first
        sentenceFacts += 1
        return
      }
    }
  }

  private mutating func reclaimDraft(for unit: ReclaimClause.Unit, at index: Int) -> Int {
    if let id = unit.parcelID { return draft(for: id, at: index) }
    if let only = current.first, current.count == 1, drafts[only].id != nil,
      drafts[only].kind == nil
    {
      return only
    }
    if let known = drafts.firstIndex(where: {
      $0.id == nil && $0.party == unit.party
        && ($0.area == nil || unit.area == nil || $0.area == unit.area)
    }) {
      return known
    }
    if unit.party == nil, let only = drafts.indices.first, drafts.count == 1 { return only }
    drafts.append(Draft(id: nil, at: index))
    return drafts.count - 1
  }
}
