import Planning
import Terms

extension Interval {
  /// The interval that a number without sign means.
  init(bare value: Double, of indicator: Indicator) {
    let bound = Bound(value, inclusive: true)
    switch indicator.measure.bareEnd {
    case .upper: self.init(upper: bound)
    case .lower: self.init(lower: bound)
    case nil: self = .undirected(value)
    }
  }

  /// Whether one of its numbers is not whole.
  var hasFraction: Bool {
    numbers.contains { $0 != $0.rounded() }
  }

  /// The numbers that it has.
  var numbers: [Double] { [lower?.value, upper?.value, undirected].compactMap { $0 } }
}

extension Interval {
  /// An upper and a lower bound given apart, or a number and the end that it is; `nil` where the two
  /// contradict.
  func joined(_ other: Interval) -> Interval? {
    guard isPer100SquareMetres == other.isPer100SquareMetres else { return nil }
    if let undirected { return other.numbers.contains(undirected) ? other : nil }
    if let number = other.undirected { return numbers.contains(number) ? self : nil }
    guard lower == nil || other.lower == nil || lower == other.lower,
      upper == nil || other.upper == nil || upper == other.upper
    else { return nil }
    var joined = self
    joined.lower = lower ?? other.lower
    joined.upper = upper ?? other.upper
    return joined
  }
}

/// Units of indicators: percent or fraction, metres or storeys, places.
extension Grammar {
  func set(_ interval: inout Interval, _ comparison: BoundSign, to value: Double) {
    let bound = Interval.Bound(value, inclusive: comparison.isInclusive)
    if comparison.isUpper { interval.upper = bound } else { interval.lower = bound }
  }

  func mirrored(_ comparison: BoundSign) -> BoundSign {
    BoundSign(isUpper: !comparison.isUpper, isInclusive: comparison.isInclusive)
  }

  /// The number in the indicator's unit: a share printed as a fraction (0.3) becomes percent.
  func scaled(_ quantity: Quantity, for indicator: Indicator) -> Double {
    guard indicator.isPercentage, !quantity.isPercent, quantity.value <= 1, quantity.value > 0
    else {
      return quantity.value
    }
    return (quantity.value * 10_000).rounded() / 100
  }

  func skippingUnit(_ index: Int, for indicator: Indicator) -> Int {
    let next = skippingBreaks(index)
    if kind(next) == .metre && indicator.isHeight { return next + 1 }
    guard indicator.measure == .places else { return index }
    switch kind(next) {
    case .places, .keyword(.counter): return next + 1
    default: return index
    }
  }

  /// A number of places with what it is reckoned by: 个/100㎡ makes it one per 100 m², and so does a
  /// fraction, since places are whole. `nil` for what is reckoned by something else: 个/户, %.
  func places(_ interval: Interval, from start: Int, to end: Int) -> (
    interval: Interval, end: Int
  )? {
    let words = tokens[start..<end].map(\.kind)
    guard kind(end) != .slash, !text(end).hasPrefix("每"), !words.contains(.percent) else {
      return nil
    }
    var interval = interval
    interval.isPer100SquareMetres =
      words.contains(.places(isPer100: true)) || interval.hasFraction
    let isOfFloors = interval.isPer100SquareMetres && kind(end) == .areaLabel(.other)
    return (interval, isOfFloors ? end + 1 : end)
  }

  /// `每百平方米建筑面积不少于0.8个车位`, from behind the hundred on.
  func perHundred(of indicator: Indicator, behind index: Int) -> IntervalPhrase? {
    let label = skippingFillers(index)
    let place = kind(label) == .areaLabel(.other) ? skippingFillers(label + 1) : label
    guard var read = bounds(of: indicator, at: place) else { return nil }
    read.interval.isPer100SquareMetres = true
    return IntervalPhrase(interval: read.interval, previous: nil, end: read.end)
  }

  /// Whether a number is followed by a unit that the indicator cannot have: then it is not its value.
  func isForeignUnit(_ index: Int, for indicator: Indicator) -> Bool {
    switch kind(skippingBreaks(index)) {
    case .area, .money: true
    case .metre: !indicator.isHeight
    case .other: indicator.isHeight && ["层", "F", "楼"].contains(text(skippingBreaks(index)))
    default: false
    }
  }

  /// Skips `(%)`, `(米)`, `(FAR)` behind a name.
  func skippingUnitBrackets(_ index: Int) -> Int {
    guard kind(index) == .open, let close = closing(index), close - index <= 5 else { return index }
    for place in index + 1..<close - 1 {
      switch kind(place) {
      case .percent, .metre, .area, .identifier, .money, .other: continue
      default: return index
      }
    }
    return close
  }

  /// `原` right before a value.
  func isBareBefore(_ index: Int) -> Bool {
    kind(index) == .keyword(.before) && text(index).hasPrefix("原")
  }
}
