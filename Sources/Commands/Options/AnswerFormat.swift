import ArgumentParser

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv
}

/// A command that answers in the format of its `-f`.
protocol AnswersInFormats {
  var format: AnswerFormat { get }
}
