import Planning
import Terms

/// Intervals: `≤2.6`, `不大于30%`, `1.0＜容积率≤2.5`, `1.2～1.8`, `24米以下`, `大于1.0且不大于2.5`.
extension Grammar {
  /// What an indicator is set to, and what it was before where the text says so.
  struct IntervalPhrase {
    var interval: Interval?
    var previous: Interval?
    var end: Int
  }

  /// The value behind an indicator's name, the token at `index` being the first behind the name.
  func interval(of indicator: Indicator, at index: Int) -> IntervalPhrase? {
    var place = skippingUnitBrackets(index)
    place = skippingFillers(place)
    place = skippingUnitBrackets(place)
    place = skippingFillers(place)
    if kind(place) == .keyword(.unlimited) {
      return IntervalPhrase(interval: nil, previous: nil, end: place + 1)
    }
    if kind(place) == .keyword(.from) || isBareBefore(place) {
      let start = skippingFillers(place + 1)
      guard let old = bounds(of: indicator, at: start) else { return nil }
      // 不再按≤30%执行，改按≤35%执行.
      var next = skippingFillers(old.end)
      if kind(next) == .comma { next = skippingBreaks(next + 1) }
      guard kind(next) == .keyword(.adjustTo) else {
        return IntervalPhrase(interval: nil, previous: old.interval, end: old.end)
      }
      let valueStart = skippingFillers(next + 1)
      guard let new = bounds(of: indicator, at: valueStart) else { return nil }
      return IntervalPhrase(interval: new.interval, previous: old.interval, end: new.end)
    }
    if kind(place) == .keyword(.adjustTo) { place = skippingFillers(place + 1) }
    if case .comparison(let sign) = kind(place),
      kind(skippingFillers(place + 1)) == .keyword(.from),
      var changed = interval(of: indicator, at: skippingFillers(place + 1))
    {
      // `容积率上限由2.0提高到2.8`: the sign holds for both numbers.
      changed.interval = changed.interval.map { signed($0, by: sign) }
      changed.previous = changed.previous.map { signed($0, by: sign) }
      return changed
    }
    if indicator.isHeight, let metres = skippingStoreys(place) { place = metres }
    if indicator.measure == .places, kind(place) == .places(isPer100: true) {
      return perHundred(of: indicator, behind: place + 1)
    }
    guard let read = bounds(of: indicator, at: place) else { return nil }
    // `容积率≤1.5调整为≤2.0`: what was read first is the old value.
    let next = skippingBreaks(read.end)
    if kind(next) == .keyword(.adjustTo),
      let new = bounds(of: indicator, at: skippingFillers(next + 1))
    {
      return IntervalPhrase(interval: new.interval, previous: read.interval, end: new.end)
    }
    return IntervalPhrase(interval: read.interval, previous: nil, end: read.end)
  }

  /// A bare number under the sign that stands before both.
  func signed(_ interval: Interval, by sign: BoundSign) -> Interval {
    guard let value = interval.upper?.value ?? interval.lower?.value else { return interval }
    var signed = Interval()
    set(&signed, sign, to: value)
    signed.isPer100SquareMetres = interval.isPer100SquareMetres
    return signed
  }

  /// Behind a number of storeys and the comma or 且 after it: `不超过4层且低于18m`, `11层以下、36m以下`.
  private func skippingStoreys(_ index: Int) -> Int? {
    var place = index
    if case .comparison = kind(place) { place = skippingFillers(place + 1) }
    switch kind(place) {
    case .number, .dashed: place += 1
    default: return nil
    }
    guard ["层", "F"].contains(text(place)) else { return nil }
    place += 1
    if case .comparison(let sign) = kind(place), sign.isPostfix { place += 1 }
    switch kind(place) {
    case .listComma, .comma, .keyword(.also), .keyword(.and), .slash: place += 1
    case .open: place += 1
    default: return nil
    }
    while kind(place) == .keyword(.also) { place += 1 }
    return place
  }

  /// `1.0＜容积率≤2.5` or `30%≤建筑密度`: an indicator with a bound in front of its name, the number
  /// standing at `index`.
  func leadingInterval(at index: Int) -> (indicator: Indicator, interval: Interval, end: Int)? {
    guard let low = quantity(at: index) else { return nil }
    let behind = skippingBreaks(low.end)
    let isMetres = kind(behind) == .metre
    let sign = isMetres ? skippingBreaks(behind + 1) : behind
    guard case .comparison(let comparison) = kind(sign), !comparison.isPostfix else { return nil }
    let name = skippingBreaks(sign + 1)
    guard case .indicator(let indicator) = kind(name), !isMetres || indicator.isHeight else {
      return nil
    }
    var interval = Interval()
    set(&interval, mirrored(comparison), to: scaled(low, for: indicator))
    let next = skippingUnitBrackets(skippingBreaks(name + 1))
    if case .comparison(let second) = kind(next), !second.isPostfix,
      let high = quantity(at: skippingBreaks(next + 1))
    {
      set(&interval, second, to: scaled(high, for: indicator))
      return (indicator, interval, skippingUnit(high.end, for: indicator))
    }
    return (indicator, interval, name + 1)
  }

  // MARK: Bounds

  /// A number as printed, with or without a percent sign.
  struct Quantity {
    var value: Double
    var isPercent: Bool
    var end: Int
  }

  func quantity(at index: Int) -> Quantity? {
    guard case .number(let value) = kind(index) else { return nil }
    let next = skippingBreaks(index + 1)
    if kind(next) == .percent { return Quantity(value: value, isPercent: true, end: next + 1) }
    return Quantity(value: value, isPercent: false, end: index + 1)
  }

  /// One or two bounds from `index` on; a single one where values of other names follow.
  func bounds(
    of indicator: Indicator, at index: Int, isSingle: Bool = false
  ) -> (interval: Interval, end: Int)? {
    let read = numbers(of: indicator, at: index, isSingle: isSingle)
    guard indicator.measure == .places else { return read }
    return read.flatMap { places($0.interval, from: index, to: $0.end) }
  }

  private func numbers(
    of indicator: Indicator, at index: Int, isSingle: Bool
  ) -> (interval: Interval, end: Int)? {
    let place = skippingBreaks(index)
    if case .comparison(let comparison) = kind(place), !comparison.isPostfix {
      return signed(comparison, of: indicator, at: place, isSingle: isSingle)
    }
    if case .dashed(let low, let high) = kind(place) {
      return ranged(low, high, of: indicator, at: place)
    }
    guard let first = quantity(at: place) else { return nil }
    return numbered(first, of: indicator, at: place)
  }

  /// `≤2.0`, `大于1.0且不大于2.5`, `上限2.5、下限1.0`.
  private func signed(
    _ comparison: BoundSign, of indicator: Indicator, at place: Int, isSingle: Bool
  ) -> (interval: Interval, end: Int)? {
    guard let value = quantity(at: skippingFillers(place + 1)) else { return nil }
    guard !isForeignUnit(value.end, for: indicator) else { return nil }
    var interval = Interval()
    set(&interval, comparison, to: scaled(value, for: indicator))
    var end = skippingUnit(value.end, for: indicator)
    var next = skippingBreaks(end)
    // 以下 behind a sign adds nothing.
    if case .comparison(let second) = kind(next), second.isPostfix {
      end = next + 1
      next = skippingBreaks(end)
    }
    if isSingle { return (interval, end) }
    switch kind(next) {
    case .keyword(.also), .comma, .listComma, .keyword(.and), .tilde:
      next = skippingBreaks(next + 1)
      if kind(next) == .keyword(.also) { next = skippingBreaks(next + 1) }
    default: break
    }
    if let other = oppositePostfix(comparison, of: indicator, at: skippingFillers(next)) {
      set(&interval, other.comparison, to: scaled(other.value, for: indicator))
      return (interval, other.end)
    }
    next = skippingFillers(next)
    if case .comparison(let second) = kind(next), !second.isPostfix,
      second.isUpper != comparison.isUpper,
      let other = quantity(at: skippingFillers(next + 1)),
      !isForeignUnit(other.end, for: indicator)
    {
      set(&interval, second, to: scaled(other, for: indicator))
      end = skippingUnit(other.end, for: indicator)
    }
    return (interval, end)
  }

  /// `1.2-1.8`.
  private func ranged(
    _ low: Double, _ high: Double, of indicator: Indicator, at place: Int
  ) -> (interval: Interval, end: Int)? {
    var end = place + 1
    var isPercent = false
    if kind(skippingBreaks(end)) == .percent {
      end = skippingBreaks(end) + 1
      isPercent = true
    }
    guard low <= high, !isForeignUnit(end, for: indicator) else { return nil }
    var interval = Interval()
    let first = Quantity(value: low, isPercent: isPercent, end: end)
    let second = Quantity(value: high, isPercent: isPercent, end: end)
    set(&interval, .atLeast, to: scaled(first, for: indicator))
    set(&interval, .atMost, to: scaled(second, for: indicator))
    end = skippingUnit(end, for: indicator)
    if kind(end) == .keyword(.between) { end += 1 }
    return (interval, end)
  }

  /// A bare number and what may follow it: `～1.8`, `以下`, `＜R≤2.5`, nothing.
  private func numbered(
    _ first: Quantity, of indicator: Indicator, at place: Int
  ) -> (interval: Interval, end: Int)? {
    guard !isForeignUnit(first.end, for: indicator) else { return nil }
    let behind = skippingUnit(first.end, for: indicator)
    let next = skippingBreaks(behind)
    var interval = Interval()
    switch kind(next) {
    case .tilde, .keyword(.through), .keyword(.and):
      guard let second = quantity(at: skippingBreaks(next + 1)),
        !isForeignUnit(second.end, for: indicator), second.value >= first.value
      else { break }
      let isPercent = first.isPercent || second.isPercent
      let low = Quantity(value: first.value, isPercent: isPercent, end: first.end)
      let high = Quantity(value: second.value, isPercent: isPercent, end: second.end)
      set(&interval, .atLeast, to: scaled(low, for: indicator))
      set(&interval, .atMost, to: scaled(high, for: indicator))
      var end = skippingUnit(second.end, for: indicator)
      if kind(end) == .keyword(.between) { end += 1 }
      return (interval, end)
    case .comparison(let comparison) where comparison.isPostfix:
      set(&interval, comparison, to: scaled(first, for: indicator))
      if let other = oppositePostfix(comparison, of: indicator, at: next + 1) {
        set(&interval, other.comparison, to: scaled(other.value, for: indicator))
        return (interval, other.end)
      }
      return (interval, next + 1)
    case .comparison(let comparison):
      // `1.0＜R≤2.5`, `1.0≤容积率≤2.5` with the name repeated.
      var name = skippingBreaks(next + 1)
      switch kind(name) {
      case .identifier, .indicator, .metre: name = skippingBreaks(name + 1)
      default: break
      }
      guard name > next + 1, case .comparison(let second) = kind(name),
        let high = quantity(at: skippingBreaks(name + 1))
      else { break }
      set(&interval, mirrored(comparison), to: scaled(first, for: indicator))
      set(&interval, second, to: scaled(high, for: indicator))
      return (interval, skippingUnit(high.end, for: indicator))
    case .open:
      // `2.0(含)以下`, `24米(含)`.
      guard let close = closing(next), close - next <= 4 else { break }
      let inside = text(next + 1..<close - 1)
      if case .comparison(let comparison) = kind(close), comparison.isPostfix {
        var sign = comparison
        if inside.contains("不含") { sign.isInclusive = false }
        set(&interval, sign, to: scaled(first, for: indicator))
        return (interval, close + 1)
      }
    default: break
    }
    return (Interval(bare: scaled(first, for: indicator), of: indicator), behind)
  }

  /// `18米以上、36米以下`: the second half.
  private func oppositePostfix(
    _ first: BoundSign, of indicator: Indicator, at index: Int
  ) -> (comparison: BoundSign, value: Quantity, end: Int)? {
    var place = skippingBreaks(index)
    switch kind(place) {
    case .listComma, .comma, .keyword(.also), .keyword(.and): place = skippingBreaks(place + 1)
    default: break
    }
    guard let value = quantity(at: place), !isForeignUnit(value.end, for: indicator) else {
      return nil
    }
    let sign = skippingBreaks(skippingUnit(value.end, for: indicator))
    guard case .comparison(let comparison) = kind(sign), comparison.isPostfix,
      comparison.isUpper != first.isUpper
    else { return nil }
    return (comparison, value, sign + 1)
  }
}
