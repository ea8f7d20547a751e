import ArgumentParser

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv
}

/// A command that says its failures as JSON where its answer is asked for as JSON.
protocol SpeaksJSON {
  var speaksJSON: Bool { get }
}

/// A command that answers in the format of its `-f`.
protocol AnswersInFormats: SpeaksJSON {
  var format: AnswerFormat { get }
}

extension AnswersInFormats {
  var speaksJSON: Bool { format == .json || format == .jsonl }
}
