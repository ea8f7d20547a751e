import Answers
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// Writes a report to standard output or to files.
struct CheckOutput {
  let report: CheckReport
  let byteOrderMark: Bool
  let overwrites: Bool
  /// The register that was checked: what is drawn around findings comes from it.
  let register: LandRegister
  /// The moment that was asked about.
  let moment: Moment

  /// Writes to standard output.
  ///
  /// - Throws: ``Failure`` of a format that is a database.
  func write(_ format: CheckFormat) throws {
    guard format != .gpkg else {
      throw Failure.notToStandardOutput(format.rawValue)
    }
    try write(format, width: Terminal.outputColumns) { try Console.write(Data($0)) }
  }

  /// Writes a file in the format of its name's ending.
  func write(to file: OutputFile) throws {
    let format = CheckFormat(fileName: file.path) ?? .json
    guard format == .gpkg else {
      return try file.stream { sink in try write(format, width: nil, to: sink) }
    }
    try FindingFile(report, .current, program: Version.program)
      .write(to: file.path, overwriting: overwrites)
  }

  private func write(
    _ format: CheckFormat, width: Int?, to sink: ([UInt8]) throws -> Void
  ) throws {
    let text = CheckReportText(report, .current)
    switch format {
    case .table:
      let lines = CheckReportTable(report, .current, width: width).lines
      if !lines.isEmpty { try sink(Array((lines.joined(separator: "\n") + "\n").utf8)) }
    case .jsonl: try text.writeLines(to: sink)
    case .csv: try text.writeCSV(byteOrderMark: byteOrderMark, to: sink)
    case .geojson:
      _ = try FindingFeatures(report, .current).write(asSequence: false, to: sink)
    case .html:
      var options = CheckReportPage.Options()
      options.command = ["yulin"] + CommandLine.arguments.dropFirst()
      try register.checks.writePage(of: report, at: moment, .current, options, to: sink)
    case .json, .gpkg: try text.writeJSON(to: sink)
    }
  }
}
