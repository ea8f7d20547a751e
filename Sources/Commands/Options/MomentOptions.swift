import ArgumentParser
import Exchange
import Planning

/// The moment a question is about.
struct MomentOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.asOf.text, valueName: "date"))
  var asOf: String?

  @Option(help: .init(Wording.Help.knownAt.text, valueName: "time"))
  var knownAt: String?

  /// The moment.
  func moment() throws -> Moment { try MomentOptions.moment(asOf: asOf, knownAt: knownAt) }

  /// The moment that a day and a time mean, as people write them.
  static func moment(asOf: String?, knownAt: String?) throws -> Moment {
    let day = try asOf.map { text in
      guard let day = CalendarDate(typed: text) else { throw RegisterError(.badMoment, seen: text) }
      return day
    }
    let instant = try knownAt.map { text in
      guard let instant = Moment.instant(CalendarDate(typed: text)?.description ?? text) else {
        throw RegisterError(.badMoment, seen: text)
      }
      return instant
    }
    return Moment(asOf: day, knownAt: instant)
  }
}
