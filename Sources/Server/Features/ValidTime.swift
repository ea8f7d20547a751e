internal import Dialogue
internal import Planning

/// The parameter `datetime`: when what is wanted is in force.
///
/// An instant is the day on which it lies by Chinese legal time. Of an interval the state at its end
/// is handed out: a parcel that was in force within it is still among the parcels then, a parcel that
/// was divided or merged with the status `superseded`.
///
/// Source: OGC 17-069r4, 7.15.4.
struct ValidTime {
  /// The day; `nil` for now.
  let day: CalendarDate?

  /// - Throws: ``Failure`` of a text that is no time.
  init(_ text: String?) throws {
    guard let text else {
      day = nil
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, !ends.isEmpty else { throw ValidTime.wrong(text) }
    var days: [CalendarDate?] = []
    for end in ends {
      if ends.count == 2, end.isEmpty || end == ".." {
        days.append(nil)
        continue
      }
      guard let day = Moment.legalDay(of: end) else { throw ValidTime.wrong(text) }
      days.append(day)
    }
    // An interval without ends says nothing.
    guard days.contains(where: { $0 != nil }) else { throw ValidTime.wrong(text) }
    if days.count == 2, let first = days[0], let last = days[1], first > last {
      throw ValidTime.wrong(text)
    }
    day = days[days.count - 1]
  }

  private static func wrong(_ text: String) -> any Error {
    Failure.badParameter(
      "datetime", text, ["2025-06-30", "2025-01-01/2025-12-31", "../2025-12-31"])
  }
}
