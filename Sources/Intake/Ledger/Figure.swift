import Planning
import Terms

/// A number with a land unit or an indicator, as a document prints it; of acts also sums of money, years
/// of use and the numbers of land.
struct Figure {
  /// What it measures.
  enum Measure: Equatable {
    /// Land in square metres.
    case area
    /// An indicator's bound.
    case indicator(Indicator)
    /// Yuan.
    case money
    /// Years of use.
    case years
    /// The number of a piece of land.
    case number
  }

  var measure: Measure
  /// Square metres, percent, metres or a plain number.
  var value: Double
  /// The number as printed, whatever its unit.
  var printed: Double
  /// How far a number that is printed otherwise may be from it and still be the same: half of the last digit.
  var tolerance: Double
  /// The line, counted from 1.
  var line: Int
  /// The figure with the words before it.
  var text: String
  /// The clause that it stands in, up to the figure.
  var clause: String
  /// The row or the sentence, by an ordinal: figures of one group may be parts of a sum.
  var group: Int

  /// Whether it is one that every document must account for: with a land unit or of an indicator.
  var isOfLand: Bool {
    switch measure {
    case .area, .indicator: true
    case .money, .years, .number: false
    }
  }

  /// Whether a value of a fact is this figure.
  func matches(_ other: Double) -> Bool { abs(value - other) <= tolerance }
}
