import Planning
import SimpleFeatures
import Terms

/// Reads values of indicators: numbers, or texts as supply tables have them (`2.0-3.0`, `≤30%`, `80m`).
struct FieldIntervals {
  enum Reading: Hashable {
    case interval(Interval)
    /// A lower end of 0, which says nothing.
    case nothing
    /// An upper end of 0: databases write 0 for what is not set.
    case zero
    case notUnderstood
  }

  private struct Key: Hashable {
    let column: Int
    let text: String
  }

  private let cells: CellReader
  private var known: [Key: Reading] = [:]

  init(cells: CellReader) { self.cells = cells }

  /// What a value says; texts that were read before are not read again.
  mutating func reading(
    _ value: FieldValue, _ printed: String, of indicator: Indicator, _ field: FieldUse
  ) -> Reading {
    if let number = value.number { return reading(number, of: indicator, field) }
    let key = Key(column: field.column, text: printed)
    if let reading = known[key] { return reading }
    let reading = text(printed, of: indicator, field)
    known[key] = reading
    return reading
  }

  private func text(
    _ text: String, of indicator: Indicator, _ field: FieldUse
  ) -> Reading {
    if let number = Double(text) { return reading(number, of: indicator, field) }
    let sign: BoundSign? = field.end.map { $0 == .upper ? .atMost : .atLeast }
    let read = cells.interval(
      text, of: indicator, sign: sign, isPer100: field.isPer100, isWhole: true)
    if let number = read?.undirected { return .interval(.exactly(number)) }
    guard let interval = read,
      interval.lower != nil || interval.upper != nil
    else { return .notUnderstood }
    return .interval(interval)
  }

  /// A bare number: a share up to 1 is a fraction, a height an upper limit, places a lower one,
  /// another number in a field without end the value itself.
  private func reading(
    _ number: Double, of indicator: Indicator, _ field: FieldUse
  ) -> Reading {
    guard number >= 0, number < 9_999 else { return .notUnderstood }
    guard number > 0 else { return field.end == .lower ? .nothing : .zero }
    let value = indicator.isPercentage && number <= 1 ? (number * 10_000).rounded() / 100 : number
    let bound = Interval.Bound(value, inclusive: true)
    var interval =
      switch field.end {
      case .lower: Interval(lower: bound)
      case .upper: Interval(upper: bound)
      case nil:
        indicator.measure.bareEnd == nil ? .exactly(value) : Interval(bare: value, of: indicator)
      }
    interval.isPer100SquareMetres =
      field.isPer100 || indicator.measure.mayBePer100SquareMetres && interval.hasFraction
    return .interval(interval)
  }
}

/// Puts the ends of one interval together from several fields, the first that speaks standing.
struct IndicatorMerge {
  private(set) var interval = Interval()
  /// Whether a field of one end has spoken: a field of the whole then only confirms.
  private var hasEnds = false

  /// Takes what a field says.
  ///
  /// - Returns: `nil` where it went in or was there already; else whether it contradicts.
  mutating func take(_ other: Interval, of field: FieldUse) -> Bool? {
    if hasEnds, field.end == nil || field.isAkin {
      guard other != interval else { return nil }
      // A design value inside the limits is no contradiction.
      return ![other.lower, other.upper].compactMap({ $0?.value }).allSatisfy(interval.contains)
    }
    let isOther = interval.isPer100SquareMetres != other.isPer100SquareMetres
    if isOther, interval.lower != nil || interval.upper != nil { return false }
    let lower = merged(interval.lower, other.lower)
    let upper = merged(interval.upper, other.upper)
    if interval.lower == nil, interval.upper == nil {
      interval.isPer100SquareMetres = other.isPer100SquareMetres
    }
    if interval.lower == nil { interval.lower = other.lower }
    if interval.upper == nil { interval.upper = other.upper }
    hasEnds = true
    return lower && upper ? nil : true
  }

  private func merged(_ known: Interval.Bound?, _ other: Interval.Bound?) -> Bool {
    known == nil || other == nil || known == other
  }
}
