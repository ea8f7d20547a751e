import Foundation
import Intake
import Planning
import SimpleFeatures
import TestSupport

/// Everything that a reader of features gave: its batches as one.
struct FeatureReading {
  var tables: [FeatureTable] = []
  var diagnostics: [Diagnostic] = []

  init(_ reader: some FeatureReader) throws {
    var reader = reader
    var found: [FeatureTable] = []
    diagnostics = try reader.read { found.append($0) }
    tables = found
  }

  /// GeoJSON in memory, in chunks of a few bytes where asked for.
  init(
    geoJSON text: String, chunkSize: Int = ByteSource.chunkSize, name: String = "plots.geojson"
  ) throws {
    try self.init(GeoJSONReader(ByteSource(Array(text.utf8), name: name, chunkSize: chunkSize)))
  }

  var count: Int { tables.reduce(0) { $0 + $1.count } }
  var shapes: [Geometry?] { tables.flatMap { table in (0..<table.count).map { table.shapes[$0] } } }
  var places: [Int] { tables.flatMap(\.places) }

  func values(_ field: String) -> [FieldValue] {
    tables.flatMap { table in
      table.field(field)?.values ?? Array(repeating: .none, count: table.count)
    }
  }

  /// The code of each diagnostic, its reason or its first argument, and its line.
  var findings: [String] {
    diagnostics.map { found in
      ([found.code.rawValue] + found.arguments.prefix(1)).joined(separator: " ")
        + (found.line.map { " @\($0)" } ?? "")
    }
  }

  /// What is wrong with records, as keys.
  var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map {
      $0.code == .recordNotUnderstood ? $0.arguments.first ?? "" : $0.code.rawValue
    }
  }
}

/// The suites beside the repository.
enum Suites {
  static let folder = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/suites")

  /// The files of a folder of a suite with an ending, by name without it; none where it is absent.
  static func files(_ path: String, ending: String) -> [String: URL] {
    let folder = folder.appendingPathComponent(path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.reduce(into: [:]) { files, name in
      files[String(name.dropLast(ending.count))] = folder.appendingPathComponent(name)
    }
  }
}
