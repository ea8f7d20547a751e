import Planning

/// Units of indicators: percent or fraction, metres or storeys.
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
    return index
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
