/// The moment a question is about: in force on which day, and known at which instant.
///
/// The two times are independent. *Valid time* runs by the dates of the documents; *recorded time*
/// by when this register learnt of them. Neither given means: all that is in force and known now.
public struct Moment: Hashable, Sendable {
  /// The day on which the facts are in force; `nil` for no bound.
  ///
  /// A document without a date is in force on every day and yields to every dated one.
  public var asOf: CalendarDate?
  /// The last instant at which the register had learnt of them, in UTC as
  /// `YYYY-MM-DDTHH:MM:SS.mmmZ`; `nil` for no bound.
  public var knownAt: String?

  /// A moment. `knownAt` is taken as it is: see ``instant(_:)`` for what people write.
  public init(asOf: CalendarDate? = nil, knownAt: String? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// All that is in force and known now.
  public static let now = Moment()

  /// Whether neither time is bounded.
  public var isNow: Bool { asOf == nil && knownAt == nil }

  /// Whether a document dated so is in force.
  public func includes(date: CalendarDate?) -> Bool {
    guard let asOf, let date else { return true }
    return date <= asOf
  }
}
