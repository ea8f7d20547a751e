import Characters
public import Foundation
public import Planning
public import SimpleFeatures

/// Reads GeoJSON: a collection, a feature, a shape, or a sequence of them, of any size.
///
/// The order of members does not matter. Without a word on the coordinate system it is WGS 84 in
/// degrees, longitude first (RFC 7946); the `crs` of GeoJSON 2008 is read where it names an EPSG
/// code, and the foreign member `"coordinateFrame": "CGCS2000"` as EPSG 4490.
///
/// Source: RFC 7946, RFC 8142, and GeoJSON 2008 §3 for `crs`.
public struct GeoJSONReader: FeatureReader {
  /// How features stand in the file.
  public enum Layout: Hashable, Sendable {
    /// One object; or, where another follows it, a sequence.
    case document
    /// One object a line, or behind RS.
    case sequence

    /// The layout that a file's name tells.
    public init(name: String) {
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      let isSequence = ["geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl", "ndgeojson"]
        .contains(ending)
      self = isSequence ? .sequence : .document
    }
  }

  var window: JSONWindow
  var table: FeatureTableBuilder
  var log: DiagnosticTally
  /// How many features were met, those that did not go in included.
  var met = 0
  /// What the collection says beside its features.
  var frame = GeoJSONFrame()
  private let layout: Layout

  /// A reader of some bytes; the layer has the file's name without ending.
  public init(_ source: ByteSource, layout: Layout? = nil) {
    window = JSONWindow(source)
    log = DiagnosticTally(file: source.name)
    self.layout = layout ?? Layout(name: source.name)
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    var empty = FeatureTable(
      name: name.split(separator: ".").first.map(String.init) ?? name)
    empty.placesAreLines = true
    empty.coordinateSystem = frame.coordinateSystem
    table = FeatureTableBuilder(empty)
  }

  /// A reader of a file.
  public init(file: URL, name: String? = nil) throws(IntakeError) {
    self.init(try ByteSource(file: file, name: name))
  }

  /// Reads the whole file; see ``FeatureReader/read(_:)``.
  public mutating func read(_ receive: (FeatureTable) throws -> Void) throws -> [Diagnostic] {
    try window.dropSpace()
    guard let first = try window.byte(0) else { throw IntakeError(.empty, file: log.file) }
    if first == 0x1E {
      try readSequence(separator: 0x1E, receive)
    } else if layout == .sequence {
      try readSequence(separator: 0x0A, receive)
    } else {
      try readDocument(receive)
      try window.dropSpace()
      if try window.byte(0) != nil { try readSequence(separator: 0x0A, receive) }
    }
    if window.endedInsideCharacter {
      log.add(.unreadableFile(.truncated), .error, line: window.line)
    }
    try table.handOver(to: receive)
    return log.diagnostics
  }

  private mutating func readSequence(
    separator: UInt8, _ receive: (FeatureTable) throws -> Void
  ) throws {
    while try window.byte(0) != nil {
      if try window.byte(0) == 0x1E { window.drop(1) }
      try window.dropSpace()
      let end = try window.end(before: separator)
      if end > 0 { try readRecord(end, isLast: try window.byte(end) == nil, receive) }
      window.drop(end)
      if separator == 0x0A { window.drop(1) }
    }
  }

  /// Reads an object that lies whole in the window: a feature, a shape, or a collection.
  mutating func readRecord(
    _ length: Int, isLast: Bool = false, _ receive: (FeatureTable) throws -> Void
  ) throws {
    do {
      let end = try readObject(length, receive)
      try window.read(length) { bytes throws(JSONFault) in
        var cursor = JSONCursor(offset: end)
        guard cursor.peek(bytes) == 0 else { throw JSONFault(.json, at: cursor.offset) }
      }
    } catch let fault as JSONFault {
      if isLast && fault.reason == .json && fault.offset >= length - 1 {
        log.add(.unreadableFile(.lacks("}")), .error, line: window.line(at: fault.offset))
      } else {
        report(fault)
      }
    }
    if FeatureBatch.isFull(table.table) { try table.handOver(to: receive) }
  }

  /// Reads an object; gives the byte behind it.
  private mutating func readObject(
    _ length: Int, _ receive: (FeatureTable) throws -> Void
  ) throws -> Int {
    let (members, type) = try window.read(length) { bytes throws(JSONFault) in
      var cursor = JSONCursor()
      guard cursor.peek(bytes) == 0x7B else {
        try cursor.skip(bytes)
        throw JSONFault(.member, at: 0)
      }
      let members = try GeoJSONMembers(at: 0, bytes)
      return (members, try members.type(of: 0, bytes))
    }
    try note(members, type: type, length)
    guard type == "FeatureCollection" else {
      met += 1
      try readFeature(members, type: type, at: 0, line: window.line, length)
      return members.end
    }
    guard let features = members[.features] else { throw JSONFault(.member, at: 0) }
    var places: [Int] = []
    try window.read(length) { bytes throws(JSONFault) in
      guard bytes[features] == 0x5B else { throw JSONFault(.member, at: features) }
      var cursor = JSONCursor(offset: features + 1)
      guard cursor.peek(bytes) != 0x5D else { return }
      repeat {
        _ = cursor.peek(bytes)
        places.append(cursor.offset)
        try cursor.skipByBrackets(bytes)
      } while try cursor.separator(0x5D, bytes)
    }
    var (line, counted) = (window.line, 0)
    for place in places {
      met += 1
      line += window.lines(counted..<place)
      counted = place
      do throws(JSONFault) {
        try readFeature(at: place, line: line, length)
      } catch {
        report(error)
      }
      if FeatureBatch.isFull(table.table) { try table.handOver(to: receive) }
    }
    return members.end
  }

  /// Reads a feature of a collection.
  mutating func readFeature(at offset: Int, line: Int, _ length: Int) throws(JSONFault) {
    let (members, type) = try window.read(length) { bytes throws(JSONFault) in
      let members = try GeoJSONMembers(at: offset, bytes)
      return (members, try members.type(of: offset, bytes))
    }
    guard type == "Feature" else { throw JSONFault(.type, at: members[.type] ?? offset) }
    try readFeature(members, type: type, at: offset, line: line, length)
  }

  private mutating func readFeature(
    _ members: GeoJSONMembers, type: String, at offset: Int, line: Int, _ length: Int
  ) throws(JSONFault) {
    var note = GeoJSONFeature.Note()
    try window.read(length) { bytes throws(JSONFault) in
      note = try GeoJSONFeature.read(
        members, type: type, at: offset, bytes, place: line, to: &table)
    }
    if note.isCollection {
      log.add(
        .geometryUnexpected(of: String(met), type: "GeometryCollection"), .warning, line: line)
    }
    for name in note.duplicates {
      log.add(
        .recordNotUnderstood(.duplicate, text: name, record: met), .warning, line: line)
    }
  }

  /// Says what is wrong with the record in hand.
  mutating func report(_ fault: JSONFault) {
    log.add(
      .recordNotUnderstood(
        fault.reason.flaw, text: window.excerpt(at: fault.offset), record: met), .error,
      line: window.line(at: fault.offset))
  }
}

extension JSONFault.Reason {
  /// What is wrong with the record.
  var flaw: Diagnostic.RecordFlaw {
    switch self {
    case .json: .json
    case .member: .member
    case .type: .type
    case .duplicate: .duplicate
    case .nesting: .nesting
    case .encoding: .encoding
    case .geometry: .geometry
    case .coordinate: .coordinate
    case .ring: .ring
    case .line: .line
    }
  }
}
