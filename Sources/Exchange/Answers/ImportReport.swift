public import Answers
internal import Characters
internal import Foundation
public import Planning
internal import SimpleFeatures
public import Terms

/// What was read from files: documents and what to know about the reading. The JSON of
/// `yulin import --dry-run -f json`.
public struct ImportReport: Sendable {
  /// The documents, in the order of the files.
  public var documents: [LandDocument]
  /// The diagnostics, in the order of the files.
  public var diagnostics: [Diagnostic]
  /// The language of the messages.
  public var language: Language

  /// A report.
  public init(documents: [LandDocument], diagnostics: [Diagnostic], language: Language) {
    self.documents = documents
    self.diagnostics = diagnostics
    self.language = language
  }
}

extension ImportReport: Encodable {
  /// Writes `documents` and `diagnostics`, both always.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("documents", documents)
    try json("diagnostics", diagnostics.map { DiagnosticRecord($0, language) })
  }
}

/// A diagnostic as JSON: its facts, its sentence and its advice.
public struct DiagnosticRecord: Encodable, Sendable {
  private let diagnostic: Diagnostic
  private let language: Language

  /// A record of a diagnostic.
  public init(_ diagnostic: Diagnostic, _ language: Language) {
    self.diagnostic = diagnostic
    self.language = language
  }

  /// Writes the record; `column` counts characters from 1, as `line` does.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    let wording = DiagnosticWording(language)
    try json("code", diagnostic.code)
    try json("severity", diagnostic.severity)
    try json("file", diagnostic.file)
    try json("line", diagnostic.line)
    try json("column", diagnostic.meantColumns.map { $0.lowerBound + 1 })
    try json("excerpt", diagnostic.excerpt)
    try json("arguments", diagnostic.arguments)
    try json("message", wording.sentence(for: diagnostic))
    try json("advice", wording.advice(for: diagnostic))
  }
}

/// Many points, and what holds each, as CSV and JSON Lines: a row for each point and feature, and one
/// for each point and layer of which no feature holds it.
public struct LocatedPointsText: Sendable {
  private let points: LocatedPoints
  private let places: FixedPoint
  private static let columns = ["point", "x", "y", "layer", "answer", "feature", "on_boundary"]
  private static let stretch = 4_096

  /// - Parameter places: the decimals of coordinates.
  public init(_ points: LocatedPoints, places: Int) {
    self.points = points
    self.places = FixedPoint(places: places)
  }

  /// Hands the rows over as CSV, some thousand points at a time.
  public func csv(byteOrderMark: Bool, to sink: ([UInt8]) throws -> Void) throws {
    var heading = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    heading.append(LocatedPointsText.columns)
    try sink(Array(heading.text.utf8))
    let names = points.layers.map { Array(CSVWriter.cell($0.name, .neutralised).utf8) }
    try write(to: sink) { row, bytes in
      append(row, separator: ",", to: &bytes)
      bytes += names[row.layer]
      bytes += ",\(row.answer.rawValue),".utf8
      if let feature = row.feature {
        bytes += CSVWriter.cell(points.layers[row.layer].ids[feature], .neutralised).utf8
      }
      bytes += ",\(row.isOnBoundary.map(String.init) ?? "")\r\n".utf8
    }
  }

  /// Hands the rows over as one JSON object a line.
  public func lines(to sink: ([UInt8]) throws -> Void) throws {
    let names = try points.layers.map { Array(try JSONText.line($0.name)) }
    let ids = try points.layers.map { try $0.ids.map { Array(try JSONText.line($0)) } }
    try write(to: sink) { row, bytes in
      bytes += "{\"point\":".utf8
      append(row, separator: "", to: &bytes)
      bytes += names[row.layer]
      bytes += ",\"answer\":\"\(row.answer.rawValue)\"".utf8
      if let feature = row.feature { bytes += ",\"feature\":".utf8 + ids[row.layer][feature] }
      if let isOnBoundary = row.isOnBoundary { bytes += ",\"on_boundary\":\(isOnBoundary)".utf8 }
      bytes += "}\n".utf8
    }
  }

  /// The number and the coordinates of a point, up to the layer's name.
  private func append(_ row: Row, separator: String, to bytes: inout [UInt8]) {
    let isCSV = !separator.isEmpty
    bytes += String(points.numbers[row.point]).utf8
    bytes += (isCSV ? "," : ",\"x\":").utf8
    places.append(points.xy[2 * row.point], to: &bytes)
    bytes += (isCSV ? "," : ",\"y\":").utf8
    places.append(points.xy[2 * row.point + 1], to: &bytes)
    bytes += (isCSV ? "," : ",\"layer\":").utf8
  }

  /// A point and what a layer says of it.
  private struct Row {
    var point: Int
    var layer: Int
    var answer: LookupAnswer.Verdict
    var feature: Int?
    var isOnBoundary: Bool?
  }

  private func write(
    to sink: ([UInt8]) throws -> Void, _ append: @escaping @Sendable (Row, inout [UInt8]) -> Void
  ) throws {
    let stretch = LocatedPointsText.stretch
    try OrderedChunks.run(
      workers: ProcessorCount.available, prepare: {},
      make: { _, chunk -> [UInt8]? in
        let start = chunk * stretch
        guard start < points.count else { return nil }
        var bytes: [UInt8] = []
        for point in start..<min(start + stretch, points.count) {
          for layer in points.layers.indices {
            forEachRow(of: point, in: layer) { append($0, &bytes) }
          }
        }
        return bytes
      },
      receive: sink)
  }

  private func forEachRow(of point: Int, in layer: Int, _ body: (Row) -> Void) {
    let told = points.layers[layer]
    guard told.isChecked else {
      return body(Row(point: point, layer: layer, answer: .notChecked))
    }
    let matches = Int(told.offsets[point])..<Int(told.offsets[point + 1])
    for match in matches {
      body(
        Row(
          point: point, layer: layer, answer: .found, feature: Int(told.features[match]),
          isOnBoundary: told.areOnBoundary[match]))
    }
    let unchecked = told.unchecked(at: point)
    for other in unchecked {
      body(Row(point: point, layer: layer, answer: .notChecked, feature: other.feature))
    }
    if matches.isEmpty, unchecked.isEmpty {
      body(Row(point: point, layer: layer, answer: .none))
    }
  }
}
