public import Planning

extension Moment {
  /// The moment that a day and a time mean, as people write them: `2026-11-20`,
  /// `2026-11-20T09:30`.
  ///
  /// - Throws: ``RegisterError`` `badMoment` of what is no time.
  public init(typedDay day: String?, typedInstant instant: String?) throws {
    self.init(
      asOf: try day.map { text in
        guard let day = CalendarDate(typed: text) else {
          throw RegisterError(.badMoment, seen: text)
        }
        return day
      },
      knownAt: try instant.map { text in
        guard let instant = Moment.instant(CalendarDate(typed: text)?.description ?? text) else {
          throw RegisterError(.badMoment, seen: text)
        }
        return instant
      })
  }
}
