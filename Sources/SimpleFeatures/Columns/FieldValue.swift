/// A value of a feature's attribute.
public enum FieldValue: Hashable, Sendable {
  case none
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The value as text; `nil` of ``none``. A whole number has no decimal point.
  public var text: String? {
    switch self {
    case .none: nil
    case .integer(let value): String(value)
    case .real(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    case .text(let value): value
    }
  }

  /// The value as a number, where it is one.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }
}
