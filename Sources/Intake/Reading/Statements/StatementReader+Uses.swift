internal import Terms
import Planning

/// Land uses of the parcels now spoken of.
extension StatementReader {
  /// The drafts a fact belongs to; makes a nameless one where the document has no numbers and its
  /// kind lets it speak of one piece of land.
  mutating func subjects(at index: Int) -> [Int] {
    if !current.isEmpty { return current }
    guard mayBeNameless() else { return [] }
    let item = namelessDraft(at: index)
    current = [item]
    return current
  }

  private func mayBeNameless() -> Bool {
    if profile.isPolicy || hasNumbers || quoteDepth > 0 { return false }
    switch profile.kind {
    case .planApproval, .supply, .supplyPlan, .reserve: return true
    case .reclaim, .developmentScheme, .hazardList, .rule: return false
    case .conversion, .case, .projectList, .other: return profile.approvesActs
    }
  }

  mutating func labelledUse(_ index: Int) -> Int {
    if let end = unchanged(index) { return end }
    var place = grammar.skippingUnitBrackets(index + 1)
    place = grammar.skippingFillers(place)
    var old: Grammar.UsePhrase?
    if grammar.kind(place) == .keyword(.respectively) {
      return distributedUses(grammar.skippingFillers(place + 1)) ?? index + 1
    }
    if grammar.kind(place) == .keyword(.from) {
      old = grammar.landUse(at: grammar.skippingFillers(place + 1), isLabelled: true)
      guard let read = old else { return index + 1 }
      place = grammar.skippingBreaks(read.end)
      if grammar.kind(place) == .comma { place = grammar.skippingBreaks(place + 1) }
      guard grammar.kind(place) == .keyword(.adjustTo) else {
        setPrevious(read, at: index)
        return read.end
      }
    }
    if grammar.kind(place) == .keyword(.adjustTo) { place = grammar.skippingFillers(place + 1) }
    if grammar.text(place) == "未变" { return place }
    guard isUseLabel(index, value: place),
      let use = grammar.landUse(at: place, isLabelled: true)
    else { return index + 1 }
    let next = grammar.skippingBreaks(use.end)
    if grammar.kind(next) == .keyword(.adjustTo),
      let new = grammar.landUse(at: grammar.skippingFillers(next + 1), isLabelled: true)
    {
      setPrevious(use, at: index)
      set(new, at: index)
      return new.end
    }
    if let old { setPrevious(old, at: index) }
    set(use, at: index)
    return use.end
  }

  /// A label is one only with a value: 为, a colon, a bracket, a name right behind it.
  private func isUseLabel(_ index: Int, value: Int) -> Bool {
    let label = grammar.plain(index)
    let hasMark = value > index + 1
    if ["性质", "地类", "规划用地", "用地功能", "用途"].contains(label) {
      return hasMark && grammar.kind(value) != .sentenceEnd
    }
    if hasMark { return true }
    switch grammar.kind(value) {
    case .useName, .identifier, .number, .dashed, .other: return true
    default: return false
    }
  }

  /// `用地性质分别为居住用地、商业用地`.
  private mutating func distributedUses(_ index: Int) -> Int? {
    var place = index
    var read: [Grammar.UsePhrase] = []
    while let use = grammar.landUse(at: place, isLabelled: false, isSingle: true)
      ?? labelledPart(place)
    {
      read.append(use)
      place = grammar.skippingBreaks(use.end)
      guard
        grammar.kind(place) == .listComma || grammar.kind(place) == .comma
          || grammar.kind(place) == .keyword(.and)
      else { break }
      place += 1
      if read.count >= max(current.count, 1) { break }
    }
    guard read.count > 1, read.count == current.count else {
      if let only = read.first { set(only, at: index) }
      return read.first.map { _ in place }
    }
    for (item, use) in zip(current, read) { set(use, on: [item], at: index) }
    return place
  }

  private func labelledPart(_ index: Int) -> Grammar.UsePhrase? {
    grammar.landUse(at: index, isLabelled: true, isSingle: true)
  }

  /// `调整为商业用地（0901）` behind a parcel.
  mutating func adjustedUse(_ index: Int) -> Int {
    let place = grammar.skippingFillers(index + 1)
    guard !current.isEmpty, let use = grammar.landUse(at: place, isLabelled: false) else {
      return index + 1
    }
    // What was read without a label before (由…) is the former use.
    if grammar.area(at: use.end) == nil { set(use, at: place) }
    return use.end
  }

  /// A use's name without a label: with an area behind it a total or a part, behind 由 the former use.
  mutating func namedUse(_ use: Grammar.UsePhrase, _ index: Int) -> Int {
    if let end = shareOfKnownUse(use) { return end }
    let previous = index > 0 ? grammar.kind(index - 1) : nil
    if previous == .keyword(.from) {
      let next = grammar.skippingBreaks(use.end)
      if grammar.kind(next) == .keyword(.adjustTo) || grammar.kind(next + 1) == .keyword(.adjustTo)
      {
        setPrevious(use, at: index)
      }
      return use.end
    }
    if previous == .keyword(.locatedAt) { return use.end }
    if grammar.text(max(0, index - 1)..<index).ends(withAnyOf: "人均 户均 每户") { return use.end }
    if grammar.text(use.end..<min(use.end + 3, grammar.tokens.count)).begins(withAnyOf: "保有量 保护") {
      return use.end
    }
    if use.hasCode, current.isEmpty, sentenceDrafts.isEmpty { pendingUse = use }
    var place = grammar.skippingBreaks(use.end)
    if case .areaLabel(let role) = grammar.kind(place), role != .other { place += 1 }
    place = grammar.skippingFillers(place)
    if let area = grammar.area(at: place) {
      return measuredUse(use, area.area, at: index, end: area.end)
    }
    if isBefore {
      setPrevious(use, at: index)
      return use.end
    }
    if isUseOfSubject(use, at: index) { set(use, at: index) }
    return use.end
  }

  /// `其中文化用地占比不低于15%`: the share of a use that the parcel is known to have.
  private mutating func shareOfKnownUse(_ use: Grammar.UsePhrase) -> Int? {
    guard current.count == 1, let item = current.first, !use.hasCode, use.uses.count == 1,
      let share = grammar.share(at: use.end),
      let place = drafts[item].uses.firstIndex(where: { $0.name == use.uses[0].name })
    else { return nil }
    drafts[item].uses[place].share = share.share
    sentenceFacts += 1
    return share.end
  }

  /// `居住用地2.3公顷`: the sum of a use, or what the parcel just named is.
  private mutating func measuredUse(
    _ use: Grammar.UsePhrase, _ area: StatedArea, at index: Int, end: Int
  ) -> Int {
    if profile.approvesActs, profile.kind != .supply || !hasNumbers {
      let items = subjects(at: index)
      if let item = items.first, drafts[item].area == nil, drafts[item].uses.isEmpty {
        set(use, on: items, at: index)
        set(area, previous: nil, on: items, at: index)
        return end
      }
    }
    if !isPart, !sentenceDrafts.isEmpty, current.count == 1, let item = current.first,
      sentenceDrafts.contains(item), drafts[item].area == nil
    {
      if drafts[item].uses.isEmpty { set(use, at: index) }
      set(area, previous: nil, on: current, at: index)
      return end
    }
    if profile.kind == .planApproval || profile.approvesActs {
      addTotal(area, use: use.printed, at: index)
    }
    return end
  }

  /// Whether a bare name of a use is that of the parcel just mentioned.
  private func isUseOfSubject(_ use: Grammar.UsePhrase, at index: Int) -> Bool {
    guard current.count >= 1, quoteDepth == 0,
      current.allSatisfy({ drafts[$0].uses.isEmpty })
    else { return false }
    if use.hasCode,
      current.contains(where: sentenceDrafts.contains)
        || index > 0 && grammar.kind(index - 1) == .keyword(.copula)
    {
      return true
    }
    guard profile.approvesActs, index > 0 else { return false }
    // `新增1宗公用设施用地`.
    switch grammar.kind(index - 1) {
    case .keyword(.counter), .keyword(.parcel): return true
    default: return grammar.text(index - 1) == "宗地"
    }
  }

  mutating func set(_ use: Grammar.UsePhrase, at index: Int) {
    if isBefore {
      setPrevious(use, at: index)
      return
    }
    set(use, on: subjects(at: index), at: index)
  }

  mutating func set(_ use: Grammar.UsePhrase, on items: [Int], at index: Int) {
    for item in items {
      drafts[item].touch(max(index, use.end - 1))
      if !drafts[item].uses.isEmpty {
        completeOrReport(use, on: item, at: index)
        continue
      }
      drafts[item].uses = use.uses
      drafts[item].useText = use.printed.isEmpty ? nil : use.printed
      drafts[item].hasCode = use.hasCode
    }
    if !items.isEmpty { sentenceFacts += 1 }
  }

  /// A second use for one parcel: the code behind its name, or a conflict.
  private mutating func completeOrReport(
    _ use: Grammar.UsePhrase, on item: Int, at index: Int
  ) {
    let known = drafts[item].uses
    if known == use.uses { return }
    let names = known.compactMap(\.name)
    if use.hasCode, !drafts[item].hasCode {
      let codes = use.uses.compactMap(\.code)
      let printed = use.uses.compactMap(\.name)
      drafts[item].uses = grammar.uses(names: printed.isEmpty ? names : printed, codes: codes)
      drafts[item].hasCode = true
      return
    }
    guard !use.hasCode || use.uses.compactMap(\.code) != known.compactMap(\.code) else { return }
    if !use.hasCode, use.uses.compactMap(\.name).allSatisfy({ names.contains($0) }) { return }
    findings.append(
      Finding(
        fact: .conflictingValues(
          parcel: drafts[item].id ?? "", property: "land_use",
          drafts[item].useText ?? names.joined(separator: "/"), use.printed),
        severity: .warning, token: index))
  }

  private mutating func setPrevious(_ use: Grammar.UsePhrase, at index: Int) {
    for item in subjects(at: index) where drafts[item].previous.landUse.isEmpty {
      drafts[item].previous.landUse = use.uses
    }
    sentenceFacts += 1
  }
}
