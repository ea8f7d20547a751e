import Planning
import Terms

/// What a row says of an act: sums, terms, days, numbers of papers, how it ended.
extension TableReader {
  /// Takes all sums of a row; the deal or the compensation is the amount.
  mutating func readPrices(_ row: [String], into draft: inout Draft, line: Int) {
    for (index, column) in columns.enumerated() where index < row.count {
      guard case .price(let named, let unit) = column.role, !CellReader.isNothing(row[index]) else {
        continue
      }
      let text = row[index]
      draft.extras[column.heading] = text
      // A price of the floor area is none of the land.
      if text.has("楼面") { continue }
      let kind = text.has("租金") ? .rent : named
      if kind == .deal, let stage = CellReader.stage(text), stage != .concluded {
        draft.stage = stage
        continue
      }
      guard let sum = cells.money(text, unit: unit ?? moneyUnit.map { MoneyUnit(yuan: $0) }) else {
        if text.unicodeScalars.contains(where: \.isDigit) {
          let isUnitless =
            unit == nil && moneyUnit == nil && Double(text.filter { $0 != "," }) != nil
          reading.findings.append(
            (
              isUnitless
                ? .unitMissing(text) : .cellNotUnderstood(column: column.heading, text: text),
              .warning, line
            ))
        }
        continue
      }
      guard sum.yuan > 0 else { continue }
      let own: PriceKind = sum.per == nil ? (kind == .perMu ? .deal : kind) : .perMu
      guard sum.per == nil || kind == .perMu || kind == .deal || kind == .start else { continue }
      // Of two unit prices the agreed one stands.
      if let known = draft.prices.firstIndex(where: { $0.kind == own }) {
        guard own == .perMu, PriceKind.agreed.matches(column.heading) else { continue }
        draft.prices[known].amountYuan = sum.yuan
        continue
      }
      draft.prices.append(LandPrice(kind: own, amountYuan: sum.yuan))
      switch own {
      case .deal:
        draft.amountYuan = sum.yuan
        if PriceKind.agreed.matches(column.heading) { draft.stage = draft.stage ?? .concluded }
      case .compensation: draft.amountYuan = draft.amountYuan ?? sum.yuan
      default: break
      }
      // 9950万元(250万元/亩): the same by the mu.
      if sum.per == nil, kind == .deal || kind == .start || kind == .reservePrice,
        let perMu = cells.perMu(text), !draft.prices.contains(where: { $0.kind == .perMu })
      {
        draft.prices.append(LandPrice(kind: .perMu, amountYuan: perMu))
      }
    }
  }

  /// Takes terms, days and the numbers of papers.
  mutating func readTerms(_ row: [String], into draft: inout Draft) {
    for (index, column) in columns.enumerated() where index < row.count {
      let text = row[index]
      guard !CellReader.isNothing(text) else { continue }
      let compact = SourceLine(number: 1, text: text).compact
      switch column.role {
      case .term:
        draft.terms += named(CellReader.terms(text, isYears: true), draft.uses)
        draft.extras[column.heading] = text
      case .landUse where !column.isBefore:
        draft.terms += CellReader.terms(text, isYears: false)
      case .day(let day):
        if let date = CellReader.day(text, isEnd: day == .closing) {
          // Bidding ends after applying.
          let isLast = day == .closing && column.heading.mentions(anyOf: "挂牌 报价 竞价 投标 拍卖")
          if isLast || draft.dates[day] == nil { draft.dates[day] = date }
        } else {
          draft.extras[column.heading] = text
        }
      case .note:
        // A remark tells that nobody bought; that land went before, or goes again, is its history.
        if CellReader.stage(text) == .failed, compact.count <= 12,
          !ActStage.earlier.matches(compact)
        {
          draft.stage = .failed
        }
      case .contractNumber: draft.contractNumber = draft.contractNumber ?? compact
      case .supervisionNumber: draft.supervisionNumber = draft.supervisionNumber ?? compact
      case .alias:
        let alias = cleanID(text)
        if alias != draft.id, !draft.aliases.contains(alias) { draft.aliases.append(alias) }
      case .outcome:
        draft.stage = CellReader.stage(text) ?? draft.stage
        if text.count > 6, draft.stage == .concluded { readOutcome(text, into: &draft) }
        draft.extras[column.heading] = text
      default: break
      }
    }
    if draft.contractNumber != nil || draft.dates[.signed] != nil {
      draft.stage = draft.stage ?? .concluded
    }
    if let party = draft.party, let stage = CellReader.stage(party), party.count <= 6 {
      draft.stage = stage
      draft.party = nil
    }
    if draft.stage?.isVain == true {
      draft.amountYuan = nil
      draft.prices.removeAll { $0.kind == .deal }
      draft.party = nil
    }
  }

  /// `成交。竞得人：某公司；成交总价900万元`: a whole sentence in the cell.
  private func readOutcome(_ text: String, into draft: inout Draft) {
    let grammar = cells.grammar(text)
    for sentence in grammar.tokens.indices.split(whereSeparator: {
      grammar.kind($0) == .sentenceEnd
    }) {
      let facts = ActFacts(
        grammar, tokens: sentence.startIndex..<sentence.endIndex, takesBack: false)
      draft.party = draft.party ?? facts.holders.parties.first?.name
      for sum in facts.sums where !draft.prices.contains(where: { $0.kind == sum.kind }) {
        draft.prices.append(LandPrice(kind: sum.kind, amountYuan: sum.yuan))
      }
    }
    draft.amountYuan = draft.amountYuan ?? draft.prices.first { $0.kind == .deal }?.amountYuan
  }

  /// `40/70` beside two uses: each has its own.
  private func named(_ terms: [UseTerm], _ uses: [LandUse]) -> [UseTerm] {
    guard terms.count > 1, terms.count == uses.count,
      terms.allSatisfy({ $0.landUseName == nil })
    else { return terms }
    return zip(terms, uses).map { UseTerm(landUseName: $1.name, years: $0.years) }
  }

  /// The way of supply that the row's ticks give; several leave it open.
  func tickedMode(_ row: [String]) -> TransactionKind? {
    var kinds: [TransactionKind] = []
    for (index, column) in columns.enumerated() where index < row.count {
      guard case .tick(let kind) = column.role, CellReader.isTick(row[index]) == true else {
        continue
      }
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds.count > 1 ? .supply : kinds.first
  }

  /// Between which levels the land lies.
  func verticalRange(_ row: [String]) -> VerticalRange? {
    var range = VerticalRange(lower: nil, upper: nil, datum: nil)
    var loose: [Double] = []
    for (index, column) in columns.enumerated() where index < row.count {
      guard case .level(let end) = column.role, !CellReader.isNothing(row[index]) else { continue }
      let levels = CellReader.levels(row[index])
      switch (end, levels.count) {
      case (.upper?, 1): range.upper = levels[0]
      case (.lower?, 1): range.lower = levels[0]
      default: loose += levels
      }
      range.datum = range.datum ?? VerticalLevels.datum(in: column.heading)
    }
    if loose.count > 1 {
      range.lower = range.lower ?? loose.min()
      range.upper = range.upper ?? loose.max()
    }
    guard range.lower != nil || range.upper != nil else { return nil }
    range.datum = range.datum ?? notes.lazy.compactMap(VerticalLevels.datum).first
    return range
  }
}
