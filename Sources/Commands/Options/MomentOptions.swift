import ArgumentParser
import Dialogue
import Exchange
import Planning

/// The moment a question is about.
struct MomentOptions: ParsableArguments {
  @Option(help: .init(QuestionWords.asOf.text, valueName: "date"))
  var asOf: String?

  @Option(help: .init(QuestionWords.knownAt.text, valueName: "time"))
  var knownAt: String?

  /// The moment.
  func moment() throws -> Moment { try Moment(typedDay: asOf, typedInstant: knownAt) }
}
