import ArgumentParser
import Foundation

/// How a report is written.
enum CheckFormat: String, OutputFormat {
  case table, json, jsonl, csv, geojson, html, gpkg

  /// By the ending of a file's name.
  init?(fileName: String) {
    let ending = URL(fileURLWithPath: fileName).pathExtension.lowercased()
    switch ending {
    case "txt": self = .table
    case "htm": self = .html
    case "ndjson": self = .jsonl
    default:
      guard let format = CheckFormat(rawValue: ending), format != .table else { return nil }
      self = format
    }
  }
}
