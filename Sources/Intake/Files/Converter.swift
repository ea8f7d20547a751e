import Foundation
import Planning
import Subprocess

/// Reads formats that are not ours through other programs, each a child with limits.
struct Converter {
  let file: String

  /// The text of a Word document, its tables as rows with tabs.
  func docx(_ path: String) async throws -> String {
    let json = try await text(
      "pandoc", package: "pandoc", ["--sandbox", "--from", "docx", "--to", "json", path])
    return PandocText.text(Data(json.utf8))
  }

  /// The sheets of a workbook as CSV texts, with their names.
  func sheets(_ path: String) async throws -> [(name: String, csv: String)] {
    let info = try await text(
      "ogrinfo", package: "gdal-bin", ["-ro", "-q", path],
      open: ["OGR_XLSX_HEADERS=DISABLE", "OGR_ODS_HEADERS=DISABLE"])
    let names = info.split(separator: "\n").compactMap { line -> String? in
      guard let colon = line.range(of: ": ") else { return nil }
      guard Int(line[..<colon.lowerBound].trimmingCharacters(in: .whitespaces)) != nil else {
        return nil
      }
      let name = line[colon.upperBound...]
      return name.hasSuffix(" (None)") ? String(name.dropLast(7)) : String(name)
    }
    var sheets: [(String, String)] = []
    for name in names {
      let csv = try await text(
        "ogr2ogr", package: "gdal-bin",
        ["-f", "CSV", "/vsistdout/", path, name, "-lco", "SEPARATOR=COMMA"],
        open: [
          "OGR_XLSX_HEADERS=DISABLE", "OGR_ODS_HEADERS=DISABLE", "OGR_XLSX_FIELD_TYPES=STRING",
          "OGR_ODS_FIELD_TYPES=STRING",
        ])
      // The first line are the names that the driver gave to the columns.
      let body = csv.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      sheets.append((name, body.count > 1 ? String(body[1]) : ""))
    }
    return sheets
  }

  /// What a program printed.
  struct Outcome {
    var output: [UInt8]
    /// The lines of its standard error.
    var messages: [String]
  }

  /// What a program may use.
  struct Limits {
    var seconds = 60
    /// The address space in bytes; `nil` for programs that reserve more than they use.
    var memory: Int?
    /// The size of a file it writes, in bytes.
    var fileSize: Int?
  }

  /// Runs a program for at most a minute and returns what it prints as text.
  func text(
    _ tool: String, package: String, _ arguments: [String], open: [String] = []
  ) async throws -> String {
    var environment: [String: String] = [:]
    for option in open {
      let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { environment[parts[0]] = parts[1] }
    }
    let outcome = try await run(tool, package: package, arguments, environment: environment)
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// Runs a program within limits. No shell is between, so arguments need no quotes.
  func run(
    _ tool: String, package: String, _ arguments: [String], environment: [String: String] = [:],
    limits: Limits = Limits()
  ) async throws -> Outcome {
    var variables: [Environment.Key: String?] = [:]
    for (name, value) in environment {
      if let key = Environment.Key(rawValue: name) { variables[key] = .some(value) }
    }
    var command = ["timeout", "--kill-after=5", "\(limits.seconds)", tool] + arguments
    let bounds =
      (limits.memory.map { ["--as=\($0)"] } ?? [])
      + (limits.fileSize.map { ["--fsize=\($0)"] } ?? [])
    if !bounds.isEmpty { command = ["prlimit"] + bounds + command }
    do {
      let result = try await Subprocess.run(
        .name(command[0]), arguments: Arguments(Array(command.dropFirst())),
        environment: Environment.inherit.updating(variables), output: .bytes(limit: 256 << 20),
        error: .string(limit: 1 << 20))
      let messages = result.standardError.split(separator: "\n").map(String.init)
      switch result.terminationStatus {
      case .exited(0): return Outcome(output: result.standardOutput, messages: messages)
      case .exited(127): throw IntakeError(.missingTool(name: tool, package: package), file: file)
      case .exited(124), .exited(137):
        throw IntakeError(
          .toolFailed(name: tool, message: "over \(limits.seconds) s"), file: file)
      default:
        let grave = messages.first { $0.hasPrefix("ERROR") || $0.hasPrefix("FAILURE") }
        throw IntakeError(
          .toolFailed(
            name: tool, message: grave ?? messages.first ?? "\(result.terminationStatus)"),
          file: file)
      }
    } catch let error as SubprocessError {
      throw IntakeError(.toolFailed(name: tool, message: "\(error)"), file: file)
    }
  }
}
