/// A stated area held against that of the shape.
///
/// Both are kept; neither replaces the other. Up to some square metres, or a share of the area, a
/// difference is worth an information, above it a warning, above a larger share an error. A ratio
/// that betrays a unit is an error of its own.
public struct AreaComparison: Hashable, Sendable {
  /// By what a difference is judged: the parameters of the rule `area_differs`.
  public struct Grades: Hashable, Sendable {
    /// Up to so many square metres a difference is an information, whatever its share.
    public var squareMetres: Double
    /// Up to this share of the shape's area it is an information.
    public var warningAbove: Double
    /// Up to this share of the shape's area it is a warning, above it an error.
    public var errorAbove: Double
    /// How near a ratio must be to that of two units to betray one.
    public var ratioTolerance: Double

    /// Grades: square metres, and shares of one.
    public init(
      squareMetres: Double, warningAbove: Double, errorAbove: Double, ratioTolerance: Double
    ) {
      self.squareMetres = squareMetres
      self.warningAbove = warningAbove
      self.errorAbove = errorAbove
      self.ratioTolerance = ratioTolerance
    }
  }

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
  public init(stated: Double, computed: Double, by grades: Grades) {
    self.stated = stated
    self.computed = computed
    let difference = abs(stated - computed)
    outcome =
      if difference <= AreaComparison.printed {
        .equal
      } else if difference <= grades.squareMetres {
        .differs(.info)
      } else if let ratio = AreaComparison.unitRatio(
        stated, computed, tolerance: grades.ratioTolerance)
      {
        .unitSuspect(ratio: ratio)
      } else if difference <= grades.warningAbove * computed {
        .differs(.info)
      } else {
        .differs(difference <= grades.errorAbove * computed ? .warning : .error)
      }
  }

  /// So many square metres are lost where an area is printed with one decimal.
  private static let printed = 0.05

  /// What a ratio betrays: one unit written where another is expected.
  private static let unitRatios: [(value: Double, label: String)] = [
    (10_000, "10000"), (1.0 / 10_000, "1/10000"),  // square metres and hectares
    (15, "15"), (1.0 / 15, "1/15"),  // mu and hectares
    (0.0015, "0.0015"), (2_000.0 / 3, "2000/3"),  // mu and square metres
    (1_000_000, "1000000"), (1.0 / 1_000_000, "1/1000000"),  // square metres and square kilometres
  ]

  /// The ratio of two units that two areas have; `nil` where they have none.
  static func unitRatio(
    _ stated: Double, _ computed: Double, tolerance: Double
  ) -> String? {
    guard computed > 0 else { return nil }
    return unitRatios.first { abs(stated / computed / $0.value - 1) <= tolerance }?.label
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
