import Foundation
import Planning

/// Facts of the parcels now spoken of.
extension StatementReader {
  /// The drafts a fact belongs to; makes a nameless one where the document has no numbers and its
  /// kind lets it speak of one piece of land.
  mutating func subjects(at index: Int, forArea: Bool = false) -> [Int] {
    if !current.isEmpty { return current }
    guard mayBeNameless(forArea: forArea) else { return [] }
    let item = namelessDraft(at: index)
    current = [item]
    return current
  }

  private func mayBeNameless(forArea: Bool) -> Bool {
    if profile.isPolicy || hasNumbers || quoteDepth > 0 { return false }
    switch profile.kind {
    case .planApproval, .supply, .reserve: return true
    case .reclaim, .developmentScheme, .hazardList, .other: return false
    }
  }

  // MARK: Use

  mutating func labelledUse(_ index: Int) -> Int {
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
      guard grammar.kind(place) == .listComma || grammar.kind(place) == .comma
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
    let previous = index > 0 ? grammar.kind(index - 1) : nil
    if previous == .keyword(.from) {
      let next = grammar.skippingBreaks(use.end)
      if grammar.kind(next) == .keyword(.adjustTo) || grammar.kind(next + 1) == .keyword(.adjustTo) {
        setPrevious(use, at: index)
      }
      return use.end
    }
    if previous == .keyword(.locatedAt) { return use.end }
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

  /// `居住用地2.3公顷`: the sum of a use, or what the parcel just named is.
  private mutating func measuredUse(
    _ use: Grammar.UsePhrase, _ area: StatedArea, at index: Int, end: Int
  ) -> Int {
    if profile.kind.isAct, profile.kind != .supply || !hasNumbers {
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
    if profile.kind == .planApproval || profile.kind.isAct {
      addTotal(area, use: use.printed, at: index)
    }
    return end
  }

  /// Whether a bare name of a use is that of the parcel just mentioned.
  private func isUseOfSubject(_ use: Grammar.UsePhrase, at index: Int) -> Bool {
    guard current.count >= 1, quoteDepth == 0,
      current.allSatisfy({ drafts[$0].uses.isEmpty })
    else { return false }
    if use.hasCode, current.contains(where: sentenceDrafts.contains) { return true }
    guard profile.kind.isAct, index > 0 else { return false }
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

  private mutating func set(_ use: Grammar.UsePhrase, on items: [Int], at index: Int) {
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
        code: .conflictingValues, severity: .warning, token: index,
        arguments: [
          drafts[item].id ?? "", "land_use",
          drafts[item].useText ?? names.joined(separator: "/"), use.printed,
        ]))
  }

  private mutating func setPrevious(_ use: Grammar.UsePhrase, at index: Int) {
    for item in subjects(at: index) where drafts[item].previous.landUse.isEmpty {
      drafts[item].previous.landUse = use.uses
    }
    sentenceFacts += 1
  }

  // MARK: Area

  mutating func labelledArea(_ role: Token.AreaRole, _ index: Int) -> Int {
    let isDistributed = index > 0 && grammar.kind(index - 1) == .keyword(.respectively)
    guard let phrase = grammar.labelledArea(at: index + 1, isDistributed: isDistributed) else {
      // `面积：1.2公顷` in a bracket of another label, or a label without a number.
      return index + 1
    }
    if role == .other {
      return phrase.end
    }
    let area = phrase.areas[0]
    if phrase.areas.count > 1 {
      if phrase.areas.count == current.count {
        for (item, area) in zip(current, phrase.areas) {
          set(area, previous: nil, on: [item], at: index)
        }
      } else {
        findings.append(
          Finding(
            code: .countMismatch, severity: .warning, token: index,
            arguments: [String(current.count), String(phrase.areas.count)]))
      }
      return phrase.end
    }
    if role == .land, isSum(index) {
      addTotal(area, use: nil, name: nil, at: index)
      return phrase.end
    }
    if role == .totalLand, isTotalLabel(index) {
      addTotal(area, use: nil, name: grammar.text(index), at: index)
      return phrase.end
    }
    if isPart, let item = current.first {
      addPart(area, label: grammar.text(index), on: item)
      return phrase.end
    }
    if current.count > 1 {
      // One area for a list of parcels is their sum.
      addTotal(area, use: drafts[current[0]].useText, name: nil, at: index)
      return phrase.end
    }
    let items = subjects(at: index, forArea: true)
    if items.isEmpty {
      if profile.kind == .planApproval || profile.kind.isAct {
        addTotal(area, use: nil, name: grammar.text(index), at: index)
      }
      return phrase.end
    }
    set(area, previous: phrase.previous, on: items, at: index)
    return phrase.end
  }

  /// 总用地面积 sums unless the document speaks of one piece of land only.
  private func isTotalLabel(_ index: Int) -> Bool {
    if !current.isEmpty, current.count == 1, drafts[current[0]].area == nil,
      sentenceDrafts.contains(current[0]) || drafts.count(where: { $0.id != nil }) <= 1,
      !grammar.text(index).contains("储备总量")
    {
      return false
    }
    if !hasNumbers, profile.kind == .planApproval || profile.kind == .supply,
      drafts.first?.area == nil, !grammar.text(index).contains("总量"),
      !grammar.text(index).contains("范围")
    {
      return false
    }
    return true
  }

  /// An area without a label.
  mutating func bareArea(_ area: StatedArea, _ index: Int, end: Int) -> Int {
    if isBuildingOrLength(before: index) || quoteDepth > 0 && profile.kind == .planApproval {
      return end
    }
    if profile.kind == .other || profile.isPolicy { return end }
    if isPart, let item = current.first {
      addPart(area, label: nounBefore(index), on: item)
      return end
    }
    if isSum(index) {
      addTotal(area, use: nil, name: nil, at: index)
      return end
    }
    guard current.count == 1, let item = current.first, drafts[item].area == nil,
      sentenceDrafts.contains(item) || drafts[item].id == nil
    else {
      if current.isEmpty, profile.kind.isAct, !hasNumbers, quoteDepth == 0 {
        set(area, previous: nil, on: subjects(at: index, forArea: true), at: index)
      }
      return end
    }
    set(area, previous: nil, on: current, at: index)
    return end
  }

  /// Whether 共, 合计, 总计 stand right before a number.
  private func isSum(_ index: Int) -> Bool {
    let words = grammar.text(max(0, index - 4)..<index)
    return ["合计", "共计", "总计", "总面积", "累计", "共"].contains { words.hasSuffix($0) || words.hasSuffix($0 + "约") }
  }

  private func isBuildingOrLength(before index: Int) -> Bool {
    let words = grammar.text(max(0, index - 6)..<index)
    return ["建筑", "建设规模", "转用", "每亩", "每", "不足", "超过", "户型", "厂房", "商业设施", "不少于", "不低于"].contains { words.contains($0) }
  }

  private func nounBefore(_ index: Int) -> String {
    var start = index
    while start > 0, index - start < 6 {
      switch grammar.kind(start - 1) {
      case .other, .useName, .keyword(.useLabel): start -= 1
      default: return grammar.text(start..<index)
      }
    }
    return grammar.text(start..<index)
  }

  mutating func set(
    _ area: StatedArea, previous: StatedArea?, on items: [Int], at index: Int
  ) {
    for item in items {
      drafts[item].touch(index + 1)
      if isBefore {
        drafts[item].previous.area = drafts[item].previous.area ?? area
        continue
      }
      if let previous { drafts[item].previous.area = previous }
      if let known = drafts[item].area {
        let isSame = abs(known.squareMetres - area.squareMetres) <= max(1, known.squareMetres * 0.001)
        if !isSame, drafts[item].id != nil, sentenceDrafts.contains(item) {
          findings.append(
            Finding(
              code: .conflictingValues, severity: .warning, token: index,
              arguments: [
                drafts[item].id ?? "", "area", known.text ?? "", area.text ?? "",
              ]))
        }
        continue
      }
      drafts[item].area = area
    }
    if !items.isEmpty { sentenceFacts += 1 }
  }

  private mutating func addPart(_ area: StatedArea, label: String, on item: Int) {
    let name = label.isEmpty ? "其中" : label
    if drafts[item].extras[name] == nil { drafts[item].extras[name] = area.text }
    sentenceFacts += 1
  }

  mutating func addTotal(_ area: StatedArea, use: String?, name: String? = nil, at index: Int) {
    guard !profile.isPolicy, !isBefore else { return }
    let place = SourcePlace(file: "", lineStart: grammar.line(index), lineEnd: grammar.line(index))
    var total = AreaTotal(landUseName: use, name: name, area: area, place: place)
    total.plan = plan
    totals.append((total, index))
    sentenceFacts += 1
  }

  // MARK: Indicators

  mutating func indicators(_ index: Int) -> Int {
    let listed = listedIndicators(index)
    if listed.names.count > 1 {
      if let end = distributedIndicators(listed.names, at: listed.end) { return end }
    }
    guard case .indicator(let indicator) = grammar.kind(index) else { return index + 1 }
    if let end = distributedOverParcels(indicator, at: index + 1) { return end }
    guard let phrase = grammar.interval(of: indicator, at: index + 1) else { return index + 1 }
    if let interval = phrase.interval {
      set(indicator, interval, previous: phrase.previous, at: index)
    } else if let previous = phrase.previous {
      isBefore = true
      set(indicator, previous, previous: nil, at: index)
      isBefore = false
    } else if !current.isEmpty {
      sentenceFacts += 1
    }
    return phrase.end
  }

  /// `容积率、建筑密度和绿地率`: the names and the token behind them.
  private func listedIndicators(_ index: Int) -> (names: [Indicator], end: Int) {
    var names: [Indicator] = []
    var place = index
    while case .indicator(let name) = grammar.kind(place) {
      names.append(name)
      place += 1
      let separator = grammar.skippingBreaks(place)
      guard grammar.kind(separator) == .listComma || grammar.kind(separator) == .keyword(.and),
        case .indicator = grammar.kind(grammar.skippingBreaks(separator + 1))
      else { break }
      place = grammar.skippingBreaks(separator + 1)
    }
    return (names, place)
  }

  /// Values in the order of the names: `分别为≤2.0、≤30%、≥35%`.
  private mutating func distributedIndicators(_ names: [Indicator], at index: Int) -> Int? {
    var place = grammar.skippingFillers(index)
    if grammar.kind(place) == .keyword(.respectively) {
      place = grammar.skippingFillers(place + 1)
    }
    var read: [Interval] = []
    var end = place
    for name in names {
      guard let bound = grammar.bounds(of: name, at: place, isSingle: true) else { break }
      read.append(bound.interval)
      end = bound.end
      place = grammar.skippingBreaks(bound.end)
      switch grammar.kind(place) {
      case .listComma, .comma, .keyword(.and), .slash: place = grammar.skippingFillers(place + 1)
      default: break
      }
    }
    guard read.count == names.count else { return nil }
    for (name, interval) in zip(names, read) { set(name, interval, previous: nil, at: index) }
    return end
  }

  /// One indicator for several parcels: `容积率分别为≤2.0、≤2.5`.
  private mutating func distributedOverParcels(_ name: Indicator, at index: Int) -> Int? {
    var place = grammar.skippingFillers(index)
    guard grammar.kind(place) == .keyword(.respectively), current.count > 1 else { return nil }
    place = grammar.skippingFillers(place + 1)
    var read: [Interval] = []
    var end = place
    while read.count < current.count,
      let bound = grammar.bounds(of: name, at: place, isSingle: true)
    {
      read.append(bound.interval)
      end = bound.end
      place = grammar.skippingBreaks(bound.end)
      switch grammar.kind(place) {
      case .listComma, .comma, .keyword(.and): place = grammar.skippingFillers(place + 1)
      default: break
      }
    }
    guard read.count == current.count else { return nil }
    for (item, interval) in zip(current, read) {
      set(name, interval, previous: nil, on: [item], at: index)
    }
    return end
  }

  mutating func set(
    _ indicator: Indicator, _ interval: Interval, previous: Interval?, at index: Int
  ) {
    guard !profile.isPolicy else { return }
    set(indicator, interval, previous: previous, on: subjects(at: index), at: index)
  }

  private mutating func set(
    _ indicator: Indicator, _ interval: Interval, previous: Interval?, on items: [Int],
    at index: Int
  ) {
    for item in items {
      drafts[item].touch(index + 2)
      if isBefore {
        if drafts[item].previous.indicators[indicator] == nil {
          drafts[item].previous.indicators[indicator] = interval
        }
        continue
      }
      if let previous { drafts[item].previous.indicators[indicator] = previous }
      if let known = drafts[item].indicators[indicator], known != interval {
        if let joined = joined(known, interval) {
          drafts[item].indicators[indicator] = joined
          continue
        }
        findings.append(
          Finding(
            code: .conflictingValues, severity: .warning, token: index,
            arguments: [
              drafts[item].id ?? "", indicator.rawValue, "\(IntervalText.text(known))",
              "\(IntervalText.text(interval))",
            ]))
        continue
      }
      drafts[item].indicators[indicator] = interval
    }
    if !items.isEmpty { sentenceFacts += 1 }
  }

  /// An upper and a lower bound given in two phrases.
  private func joined(_ a: Interval, _ b: Interval) -> Interval? {
    if a.upper == nil, b.lower == nil { return Interval(lower: a.lower, upper: b.upper) }
    if a.lower == nil, b.upper == nil { return Interval(lower: b.lower, upper: a.upper) }
    return nil
  }

  /// Another indicator, kept under its name with the words behind it.
  mutating func extra(_ index: Int) -> Int {
    var end = index + 1
    while end < grammar.tokens.count, end - index < 40 {
      switch grammar.kind(end) {
      case .comma, .sentenceEnd, .paragraph, .softBreak, .indicator, .areaLabel, .keyword(.parcel):
        break
      default:
        end += 1
        continue
      }
      break
    }
    let name = grammar.text(index)
    var value = Substring(grammar.text(index + 1..<end))
    while let first = value.first, "为：:是".contains(first) { value = value.dropFirst() }
    guard value.unicodeScalars.contains(where: { $0.isDigit || (0xFF10...0xFF19).contains($0.value) }), !profile.isPolicy else { return index + 1 }
    for item in current where drafts[item].extras[name] == nil {
      drafts[item].extras[name] = String(value)
    }
    if !current.isEmpty { sentenceFacts += 1 }
    return end
  }

  // MARK: Words

  mutating func keep(_ index: Int) -> Int {
    for item in current { drafts[item].keepsCurrentUse = true }
    if !current.isEmpty { sentenceFacts += 1 }
    return index + 1
  }

  mutating func location(_ index: Int) -> Int {
    let start = grammar.skippingFillers(index + 1)
    let end = slotEnd(start)
    guard end > start, end - start < 60 else { return index + 1 }
    var words = Substring(grammar.text(start..<end))
    for ending in ["的", "境内"] where words.hasSuffix(ending) && ending == "的" {
      words = words.dropLast(ending.count)
    }
    guard words.count >= 2, quoteDepth == 0 else { return index + 1 }
    if let item = current.first, current.count == 1, !namesParcel(end) {
      if drafts[item].location == nil { drafts[item].location = String(words) }
    } else if namesParcel(end) {
      // 位于…的学校地块（编号A-05）: what stands before the last 的 is the place.
      let place = grammar.kind(end) == .open ? words.range(of: "的", options: .backwards) : nil
      pendingLocation = String(place.map { words[..<$0.lowerBound] } ?? words)
    } else if profile.kind.isAct, current.isEmpty, !hasNumbers, profile.kind != .reclaim {
      let item = namelessDraft(at: index)
      current = [item]
      drafts[item].location = drafts[item].location ?? String(words)
    }
    return end
  }

  /// Whether a parcel's number stands at a token, perhaps in a bracket.
  private func namesParcel(_ index: Int) -> Bool {
    if grammar.parcels(at: index)?.isCertain == true { return true }
    return grammar.kind(index) == .open && grammar.parcels(at: index + 1)?.isCertain == true
  }

  /// Where a slot of free words ends: at punctuation, a measured number, the rights it belongs to.
  func slotEnd(_ start: Int) -> Int {
    var end = start
    while end < grammar.tokens.count {
      switch grammar.kind(end) {
      case .comma, .sentenceEnd, .paragraph, .softBreak, .areaLabel, .indicator, .keyword(.bound),
        .keyword(.useLabel), .colon, .quoteOpen:
        return end
      case .identifier, .dashed:
        if grammar.parcels(at: end)?.isCertain == true { return end }
        end += 1
      case .number where grammar.area(at: end) != nil: return end
      case .keyword(.about) where grammar.area(at: end) != nil: return end
      case .open:
        guard let close = grammar.closing(end) else { return end }
        let holdsFacts = (end + 1..<close).contains { place in
          if case .area = grammar.kind(place) { return true }
          return grammar.parcels(at: place)?.isCertain == true
        }
        if holdsFacts { return end }
        end = close
      case .other:
        let ahead = grammar.text(end..<min(end + 6, grammar.tokens.count))
        if ahead.hasPrefix("国有") || ahead.hasPrefix("土地使用权") || ahead.hasPrefix("建设用地使用权") || ahead.hasPrefix("宗地面积") {
          return end
        }
        end += 1
      default: end += 1
      }
    }
    return end
  }

  mutating func bounds(_ index: Int) -> Int {
    var end = index + 1
    while end < grammar.tokens.count, end - index < 80 {
      switch grammar.kind(end) {
      case .sentenceEnd, .paragraph, .areaLabel, .indicator, .keyword(.useLabel): break
      default:
        end += 1
        continue
      }
      break
    }
    var words = Substring(grammar.text(index..<end))
    while let last = words.last, "，、, ".contains(last) { words = words.dropLast() }
    if let item = current.first, current.count == 1, drafts[item].bounds == nil {
      drafts[item].bounds = String(words)
    }
    return end
  }
}

extension DocumentKind {
  /// Whether documents of this kind approve acts: supply, reserve, reclaim.
  var isAct: Bool { self == .supply || self == .reserve || self == .reclaim }
}

/// Intervals in words, for remarks.
enum IntervalText {
  /// `≤2.5`, `>1.0, ≤2.5`, `2.0`.
  static func text(_ interval: Interval) -> String {
    if interval.lower == interval.upper, let value = interval.lower?.value { return "\(value)" }
    let low = interval.lower.map { "\($0.inclusive ? "≥" : ">")\($0.value)" }
    let high = interval.upper.map { "\($0.inclusive ? "≤" : "<")\($0.value)" }
    return [low, high].compactMap { $0 }.joined(separator: ", ")
  }
}
