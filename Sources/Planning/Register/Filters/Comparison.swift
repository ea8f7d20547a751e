/// One comparison of a filter: a field, an operator, a value.
public struct Comparison: Hashable, Sendable {
  /// How the field is compared.
  public enum Operator: String, Hashable, Sendable, CaseIterable {
    /// The same; for a land use the code or what lies under it, or a part of the name.
    case equal = "="
    /// Not the same.
    case notEqual = "!="
    /// Less.
    case less = "<"
    /// Less or the same.
    case atMost = "<="
    /// More.
    case greater = ">"
    /// More or the same.
    case atLeast = ">="
    /// Has the text in it.
    case contains = "~"
  }

  /// The field.
  public var field: FilterField
  /// How it is compared.
  public var comparison: Operator
  /// The value: a number (areas in square metres), a date as `YYYY-MM-DD`, or words.
  public var value: FilterValue

  /// A comparison.
  public init(field: FilterField, comparison: Operator, value: FilterValue) {
    self.field = field
    self.comparison = comparison
    self.value = value
  }
}

/// The value of a comparison.
public enum FilterValue: Hashable, Sendable {
  /// A number, an area in square metres.
  case number(Double)
  /// A day.
  case date(CalendarDate)
  /// Words, a code, a key.
  case text(String)
}
