import Planning
import Testing

@Suite("A moment")
struct MomentTests {
  @Test(
    "A written time means the end of what it is written to, in UTC",
    arguments: [
      ("2026-11-20", "2026-11-20T15:59:59.999Z"),
      ("2026-11-20T09:30", "2026-11-20T01:30:59.999Z"),
      ("2026-11-20 09:30:05", "2026-11-20T01:30:05.999Z"),
      ("2026-11-20T09:30:05Z", "2026-11-20T09:30:05.999Z"),
      ("2026-11-20T09:30:05.12z", "2026-11-20T09:30:05.120Z"),
      ("2026-11-20T09:30:05.1234+08:00", "2026-11-20T01:30:05.123Z"),
      ("2026-01-01T00:30:00+0800", "2025-12-31T16:30:00.999Z"),
      ("2024-02-28T23:59:00-05", "2024-02-29T04:59:00.999Z"),
    ])
  func instants(written: String, instant: String) {
    #expect(Moment.instant(written) == instant)
    #expect(Moment.instant(instant) == instant)
  }

  @Test(
    "What is no time is not read as one",
    arguments: [
      "", "today", "2026-13-01", "2026-11-20T25:00", "2026-11-20T", "2026-11-20T9:30",
      "2026-11-20T09:30:61",
    ])
  func malformed(text: String) {
    #expect(Moment.instant(text) == nil)
  }

  @Test("Instants are counted from 1970")
  func counted() {
    #expect(Moment.instant(millisecondsSince1970: 0) == "1970-01-01T00:00:00.000Z")
    #expect(Moment.instant(millisecondsSince1970: -1) == "1969-12-31T23:59:59.999Z")
    #expect(Moment.instant(millisecondsSince1970: 1_709_164_799_123) == "2024-02-28T23:59:59.123Z")
    #expect(Moment.instant(millisecondsSince1970: 1_709_164_800_000) == "2024-02-29T00:00:00.000Z")
  }

  @Test("An answer tells the day by Chinese time and the instant, where they were not asked")
  func told() {
    let evening = 1_709_164_799_123  // 2024-02-28T23:59:59.123Z, in China the next morning
    let told = Moment.now.told(atMillisecondsSince1970: evening)
    #expect(told.asOf == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(told.knownAt == "2024-02-28T23:59:59.123Z")
    let asked = Moment(asOf: CalendarDate(year: 2020, month: 1, day: 2), knownAt: "2021")
    #expect(asked.told(atMillisecondsSince1970: evening) == asked)
  }

  @Test(
    "A day is understood as people type it",
    arguments: ["2025-06-30", "2025-6-30", "2025/6/30", "2025.06.30", "2025年6月30日"])
  func typedDays(text: String) {
    #expect(CalendarDate(typed: text) == CalendarDate(year: 2025, month: 6, day: 30))
  }

  @Test(
    "What is no day is not read as one",
    arguments: ["", "2025", "2025-06", "25-06-30", "2025-02-30", "yesterday", "2025-06-30T09:30"])
  func noDays(text: String) {
    #expect(CalendarDate(typed: text) == nil)
  }

  @Test("An undated document is in force on every day")
  func undated() {
    let moment = Moment(asOf: CalendarDate(year: 2024, month: 1, day: 1))
    #expect(moment.includes(date: nil))
    #expect(moment.includes(date: CalendarDate(year: 2024, month: 1, day: 1)))
    #expect(!moment.includes(date: CalendarDate(year: 2024, month: 1, day: 2)))
  }
}
