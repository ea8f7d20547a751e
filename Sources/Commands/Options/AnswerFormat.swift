import ArgumentParser

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv
}

/// How an answer with parcels in it is written.
enum ParcelFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv, geojson, geojsonseq

  /// The format, where it has no shapes.
  var plain: AnswerFormat? { AnswerFormat(rawValue: rawValue) }
}

/// A command that says its failures as JSON where its answer is asked for as JSON.
protocol SpeaksJSON {
  var speaksJSON: Bool { get }
}

/// A command that answers in the format of its `-f`.
protocol AnswersInFormats: SpeaksJSON {
  var format: ParcelFormat { get }
}

extension AnswersInFormats {
  var speaksJSON: Bool { format != .table && format != .csv }
}
