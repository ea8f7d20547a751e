/// A stated area held against that of the shape.
///
/// Both are kept; neither replaces the other. Up to a square metre, or a share of the area, a
/// difference is worth an information, above it a warning, above a larger share an error. A ratio
/// that betrays a unit is an error of its own. The thresholds are data
/// (Data/vocabularies/area-comparison.csv).
public struct AreaComparison: Hashable, Sendable {
  /// How the two areas stand to each other.
  public enum Outcome: Hashable, Sendable {
    /// They are the same number, as printed.
    case equal
    /// They differ, as gravely as said.
    case differs(Diagnostic.Severity)
    /// The stated area is about so many times the shape's: `15`, `1/10000`.
    case unitSuspect(ratio: String)
  }

  /// In square metres.
  public let stated: Double
  /// In square metres.
  public let computed: Double
  /// How they stand to each other.
  public let outcome: Outcome

  /// Holds an area in square metres against that of the shape.
  public init(stated: Double, computed: Double) {
    self.stated = stated
    self.computed = computed
    outcome = AreaComparisonRules.standard.outcome(stated: stated, computed: computed)
  }

  /// What should be told of a parcel; `nil` where the areas are equal.
  public func diagnostic(parcel: String, file: String, line: Int? = nil) -> Diagnostic? {
    switch outcome {
    case .equal: nil
    case .differs(let severity):
      Diagnostic(
        .areaDiffers(parcel: parcel, stated: stated, computed: computed), severity, file: file,
        line: line)
    case .unitSuspect(let ratio):
      Diagnostic(
        .areaUnitSuspect(parcel: parcel, stated: stated, computed: computed, ratio: ratio),
        .error, file: file, line: line)
    }
  }
}
