import Planning
import Terms

/// Control indicators, alone, in lists, for one parcel or several.
extension StatementReader {
  mutating func indicators(_ index: Int) -> Int {
    // 容积率均≥1.0: all that the sentence has named.
    if grammar.kind(index + 1) == .keyword(.each), sentenceDrafts.count > current.count {
      current = sentenceDrafts.uniqued()
    }
    if let end = unchanged(index) { return end }
    let listed = listedIndicators(index)
    if listed.names.count > 1 {
      if let end = distributedIndicators(listed.names, at: listed.end) { return end }
    }
    guard case .indicator(let indicator) = grammar.kind(index) else { return index + 1 }
    if let end = distributedOverParcels(indicator, at: index + 1) { return end }
    guard let phrase = grammar.interval(of: indicator, at: index + 1) else {
      // Places by households or beds are kept as printed.
      return indicator.measure == .places ? extra(index) : index + 1
    }
    if isRejected(phrase.end) {
      rejected = indicator
      return phrase.end
    }
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

  mutating func set(
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
        if known.isPer100SquareMetres != interval.isPer100SquareMetres {
          drafts[item].extras[grammar.text(index)] = IntervalText.text(interval)
          continue
        }
        if let joined = joined(known, interval) {
          drafts[item].indicators[indicator] = joined
          continue
        }
        findings.append(
          Finding(
            fact: .conflictingValues(
              parcel: drafts[item].id ?? "", property: indicator.rawValue,
              IntervalText.text(known), IntervalText.text(interval)),
            severity: .warning, token: index))
        continue
      }
      drafts[item].indicators[indicator] = interval
    }
    if !items.isEmpty { sentenceFacts += 1 }
  }

  /// An upper and a lower bound given in two phrases.
  private func joined(_ a: Interval, _ b: Interval) -> Interval? {
    var joined = a
    if a.upper == nil, b.lower == nil {
      joined.upper = b.upper
      return joined
    }
    if a.lower == nil, b.upper == nil {
      joined.lower = b.lower
      return joined
    }
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
    if ["人均", "每户", "户均"].contains(name) { return clauseEnd(index + 1) }
    var value = Substring(grammar.text(index + 1..<end))
    while let first = value.first, "为：:是".contains(first) { value = value.dropFirst() }
    guard
      value.unicodeScalars.contains(where: { $0.isDigit || (0xFF10...0xFF19).contains($0.value) }),
      !profile.isPolicy
    else { return index + 1 }
    for item in current where drafts[item].extras[name] == nil {
      drafts[item].extras[name] = String(value)
    }
    if !current.isEmpty { sentenceFacts += 1 }
    return end
  }

  /// Whether what was just said is turned down: `…应放宽到2.4，会议未予采纳`.
  private func isRejected(_ index: Int) -> Bool {
    grammar.text(index..<min(index + 14, grammar.tokens.count)).mentions(
      anyOf: "未予采纳 不予采纳 未采纳 不予同意 未予同意")
  }

  /// `仍按1.2以上、2.0以下控制` behind a proposal that was turned down.
  mutating func upheld(_ index: Int) -> Int? {
    guard let indicator = rejected, grammar.text(index) == "仍" else { return nil }
    guard
      let bound = grammar.bounds(of: indicator, at: grammar.skippingFillers(index + 1))
    else { return nil }
    rejected = nil
    set(indicator, bound.interval, previous: nil, at: index)
    return bound.end
  }

  /// The comma or stop that ends a clause.
  private func clauseEnd(_ start: Int) -> Int {
    var end = start
    while end < grammar.tokens.count {
      switch grammar.kind(end) {
      case .comma, .sentenceEnd, .paragraph: return end
      default: end += 1
      }
    }
    return end
  }
}
