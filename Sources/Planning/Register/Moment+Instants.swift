internal import Foundation

extension Moment {
  /// The last millisecond that a written time means, in UTC as `YYYY-MM-DDTHH:MM:SS.mmmZ`; `nil`
  /// where it is not a time.
  ///
  /// Understood are `2026-11-20`, `2026-11-20T09:30`, `…:05`, `…:05.123`, with `Z`, `+08:00` or
  /// no offset; a space may stand for the `T`. Without offset it is Chinese legal time (UTC+8). A
  /// time written to the day, minute or second means the end of it, so that what was recorded
  /// within that second is known.
  public static func instant(_ text: some StringProtocol) -> String? {
    let text = text.uppercased().replacing(" ", with: "T")
    guard let date = CalendarDate(iso: text.prefix(10)) else { return nil }
    var rest = text.dropFirst(10)
    guard !rest.isEmpty else {
      return format(dayNumber(date) * 86_400_000 + 86_399_999 - 8 * 3_600_000)
    }
    guard rest.popFirst() == "T" else { return nil }
    var offset = 8 * 60
    if rest.hasSuffix("Z") {
      rest = rest.dropLast()
      offset = 0
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let digits = rest[rest.index(after: sign)...].filter { $0 != ":" }
      guard digits.count == 4 || digits.count == 2, let number = number(digits) else { return nil }
      let (hours, minutes) =
        digits.count == 4 ? number.quotientAndRemainder(dividingBy: 100) : (number, 0)
      guard hours <= 14, minutes < 60 else { return nil }
      offset = (hours * 60 + minutes) * (rest[sign] == "-" ? -1 : 1)
      rest = rest[..<sign]
    }
    guard let clock = millisecondsOfDay(rest) else { return nil }
    return format(dayNumber(date) * 86_400_000 + clock - offset * 60_000)
  }

  /// An instant counted in milliseconds from 1970-01-01 UTC, written as the register writes it.
  public static func instant(millisecondsSince1970 milliseconds: Int) -> String {
    format(milliseconds)
  }

  /// The clock: milliseconds from 1970-01-01 UTC.
  public static var clock: Int { Int(Date().timeIntervalSince1970 * 1_000) }

  /// The instant that it is, written as the register writes it.
  public static var clockInstant: String { instant(millisecondsSince1970: clock) }

  /// The day by Chinese legal time (UTC+8) on which a written time lies; `nil` where it is not a
  /// time.
  public static func legalDay(of text: some StringProtocol) -> CalendarDate? {
    guard let utc = instant(text), let date = CalendarDate(iso: utc.prefix(10)),
      let clock = millisecondsOfDay(utc.dropFirst(11).dropLast())
    else { return nil }
    let local = dayNumber(date) * 86_400_000 + clock + 8 * 3_600_000
    return CalendarDate(iso: format(local).prefix(10))
  }

  /// This moment with what was not asked filled in: the day, by Chinese legal time (UTC+8), and the
  /// instant at which the question is answered.
  public func told(atMillisecondsSince1970 now: Int) -> Moment {
    Moment(
      asOf: asOf ?? CalendarDate(iso: Moment.format(now + 8 * 3_600_000).prefix(10)),
      knownAt: knownAt ?? Moment.format(now))
  }

  /// The last millisecond of the day that `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff` means.
  private static func millisecondsOfDay(_ text: some StringProtocol) -> Int? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), fields[0].count == 2, fields[1].count == 2,
      let hour = number(fields[0]), let minute = number(fields[1]), hour < 24, minute < 60
    else { return nil }
    let start = (hour * 60 + minute) * 60_000
    guard fields.count == 3 else { return start + 59_999 }
    let seconds = fields[2].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(seconds.count), seconds[0].count == 2, let second = number(seconds[0]),
      second < 60
    else { return nil }
    guard seconds.count == 2 else { return start + second * 1_000 + 999 }
    guard let fraction = number(seconds[1].prefix(3)), number(seconds[1]) != nil else { return nil }
    let scale = [100, 10, 1][min(seconds[1].count, 3) - 1]
    return start + second * 1_000 + fraction * scale
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }

  /// Days from 1970-01-01, by Hinnant's `days_from_civil`.
  private static func dayNumber(_ date: CalendarDate) -> Int {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func format(_ milliseconds: Int) -> String {
    let day =
      milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
    let clock = milliseconds - day * 86_400_000
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date =
      "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
    let time =
      "\(padded(clock / 3_600_000, 2)):\(padded(clock / 60_000 % 60, 2)):\(padded(clock / 1_000 % 60, 2))"
    return "\(date)T\(time).\(padded(clock % 1_000, 3))Z"
  }
}
