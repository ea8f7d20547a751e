import ArgumentParser
import Exchange
import Foundation
import Planning
import Registry

/// A format of answers: the table for people, or one that programs read.
protocol OutputFormat: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {
  /// What is usual on a terminal.
  static var table: Self { get }
}

extension OutputFormat {
  /// Whether a failure is said as JSON where an answer is asked for so.
  var speaksJSON: Bool { rawValue != "table" && rawValue != "csv" }
}

/// How an answer that is no list of records is written.
enum PlainFormat: String, OutputFormat {
  case table, json
}

/// How an answer is written.
enum AnswerFormat: String, OutputFormat {
  case table, json, jsonl, csv
}

/// How an answer with parcels in it is written.
enum ParcelFormat: String, OutputFormat {
  case table, json, jsonl, csv, geojson, geojsonseq

  /// The format, where it has no shapes.
  var plain: AnswerFormat? { AnswerFormat(rawValue: rawValue) }
}

/// A command that says its failures as JSON where its answer is asked for as JSON.
protocol SpeaksJSON {
  var speaksJSON: Bool { get }
}

/// How an answer is written to standard output.
struct AnswerOptions<Format: OutputFormat>: ParsableArguments {
  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format = Format.table

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  @OptionGroup var language: LanguageOptions
}

/// How a long answer is written to standard output or to a file, and how much of it.
struct ListingOptions<Format: OutputFormat>: ParsableArguments {
  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format = Format.table

  @Option(name: .shortAndLong, help: .init(Wording.Help.output.text, valueName: "file"))
  var output = "-"

  @Flag(help: .init(Wording.Help.overwrite.text))
  var overwrite = false

  @Option(help: .init(Wording.Help.limit.text, valueName: "number"))
  var limit: Int?

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError(Wording.limitTooSmall.text) }
  }

  /// The columns of the terminal that is written to; `nil` where it is none.
  var width: Int? { output == "-" ? Terminal.outputColumns : nil }

  /// Writes what is made: to standard output, or to the file, whole or not at all.
  func write<Result>(
    _ produce: (_ sink: ([UInt8]) throws -> Void) throws -> Result
  ) throws -> Result {
    try output == "-"
      ? produce { try Console.write(Data($0)) }
      : OutputFile(path: output, overwrites: overwrite).stream(produce)
  }
}
