extension LandDocument {
  /// The first day on which its facts are in force: its date; of a document without one the first day
  /// of the year that its number or its title names (2026年度…计划).
  public var validFrom: CalendarDate? {
    if let date { return date }
    let year =
      number.flatMap { $0.firstMatch(of: /〔(\d{4})〕/) }.flatMap { Int($0.1) }
      ?? title.matches(of: /(?:^|\D)((?:19|20)\d{2})(?:年|[-—－–~～至](?:19|20)\d{2}年)/)
      .compactMap { Int($0.1) }.min()
    return year.flatMap { CalendarDate(year: $0, month: 1, day: 1) }
  }
}

extension CalendarDate {
  /// The day after it.
  public var next: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
  }
}
