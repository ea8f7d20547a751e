import Foundation
import Subprocess

/// Reads formats that are not ours through other programs, each a child with limits.
struct Converter {
  let file: String

  /// The text of a PDF, columns kept as they stand on the page.
  func pdf(_ path: String, keepingLayout: Bool) async throws -> String {
    let options = keepingLayout ? ["-layout"] : []
    return try await text(
      "pdftotext", package: "poppler-utils", ["-enc", "UTF-8"] + options + [path, "-"])
  }

  /// The text of a Word document, its tables as rows with tabs.
  func docx(_ path: String) async throws -> String {
    let json = try await text(
      "pandoc", package: "pandoc", ["--from", "docx", "--to", "json", path])
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

  /// Runs a program for at most a minute and returns what it prints.
  func text(
    _ tool: String, package: String, _ arguments: [String], open: [String] = []
  ) async throws -> String {
    let pairs = open.compactMap { option -> (Environment.Key, String)? in
      let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let key = Environment.Key(rawValue: parts[0]) else { return nil }
      return (key, parts[1])
    }
    let environment = Environment.inherit.updating(
      Dictionary(pairs.map { ($0.0, Optional($0.1)) }, uniquingKeysWith: { first, _ in first }))
    do {
      let result = try await run(
        .name("timeout"), arguments: Arguments(["60", tool] + arguments), environment: environment,
        output: .string(limit: 256 << 20), error: .string(limit: 64 << 10))
      switch result.terminationStatus {
      case .exited(0): return result.standardOutput
      case .exited(127): throw IntakeError(.missingTool(name: tool, package: package), file: file)
      default:
        let message = result.standardError.split(separator: "\n").first.map(String.init)
        throw IntakeError(
          .toolFailed(name: tool, message: message ?? "\(result.terminationStatus)"), file: file)
      }
    } catch let error as SubprocessError {
      throw IntakeError(.toolFailed(name: tool, message: "\(error)"), file: file)
    }
  }
}
