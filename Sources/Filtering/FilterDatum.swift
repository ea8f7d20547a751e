public import Planning

/// The value of a property as a filter sees it.
public enum FilterDatum: Hashable, Sendable {
  /// There is none.
  case missing
  /// Yes or no.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// A text.
  case text(String)
  /// A day.
  case date(CalendarDate)
  /// An instant.
  case timestamp(FilterInstant)
  /// There is a shape; what shape is asked otherwise.
  case shape

  /// What kind of value it is; `nil` where there is none.
  public var kind: FilterKind? {
    switch self {
    case .missing: nil
    case .boolean: .boolean
    case .integer, .real: .number
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    case .shape: .shape
    }
  }
}

/// What kind of values a property has.
public enum FilterKind: String, Hashable, Sendable, CaseIterable {
  case boolean, number, text, date, timestamp, shape
}

/// An instant in UTC, written `2025-06-30T08:00:00Z`.
public struct FilterInstant: Hashable, Sendable, Comparable {
  /// The day.
  public let date: CalendarDate
  /// Nanoseconds since midnight.
  public let nanoseconds: Int64

  /// An instant, or `nil` where the text is anything else. Fractions of a second have at most nine
  /// digits.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CalendarDate(iso: halves[0]), halves[1].hasSuffix("Z")
    else { return nil }
    let fields = halves[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count == 2, fields[1].count == 2,
      let hour = FilterInstant.digits(fields[0]), let minute = FilterInstant.digits(fields[1])
    else { return nil }
    let parts = fields[2].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count == 2,
      let second = FilterInstant.digits(parts[0]), hour < 24, minute < 60, second <= 60
    else { return nil }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard (1...9).contains(parts[1].count), let digits = FilterInstant.digits(parts[1]) else {
        return nil
      }
      fraction = (parts[1].count..<9).reduce(digits) { value, _ in value * 10 }
    }
    self.date = date
    nanoseconds = ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + fraction
  }

  private static func digits(_ text: some StringProtocol) -> Int64? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
  }

  /// Orders instants by time.
  public static func < (a: FilterInstant, b: FilterInstant) -> Bool {
    (a.date, a.nanoseconds) < (b.date, b.nanoseconds)
  }
}
