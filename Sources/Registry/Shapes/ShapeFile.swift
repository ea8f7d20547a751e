internal import Characters
internal import Foundation
internal import Intake
internal import Judging
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Terms

/// A file of shapes and how it is read.
public struct ShapeFile: Sendable {
  /// What the file is.
  enum Kind: Sendable {
    case coordinateText, geoJSON, delimited, geoPackage
    /// A format that ogr2ogr reads.
    case foreign
  }

  /// Its name as the user gave it.
  public let name: String
  let url: URL
  let kind: Kind
  /// The datum of a table of points that says nothing of it, where one may be taken for granted.
  var assumedDatum: String?

  /// The files among some that are no shapes, and the shapes, each in the order given.
  ///
  /// - Parameter asShapes: whether the user says that they are shapes; a table of coordinates and
  ///   a file whose name says nothing are then taken for some too.
  public static func sorted(
    _ files: [SourceInputs.Input], asShapes: Bool
  ) -> (others: [SourceInputs.Input], shapes: [ShapeFile]) {
    var others: [SourceInputs.Input] = []
    var shapes: [ShapeFile] = []
    for file in files {
      // What was unpacked lies under another name, and is gone before shapes are read.
      if file.name == file.path, let shape = ShapeFile(file.name, isStated: asShapes) {
        shapes.append(shape)
      } else {
        others.append(file)
      }
    }
    return (others, shapes)
  }

  /// A file, if it is one of shapes: by its first bytes where they tell, else by its ending.
  public init?(_ name: String, isStated: Bool) {
    let url = URL(fileURLWithPath: name)
    let head = ShapeFile.head(of: url)
    let ending = url.pathExtension.lowercased()
    self.name = name
    self.url = url
    if head.starts(with: Array("SQLite format 3\0".utf8)) {
      kind = .geoPackage
    } else if CoordinateTextReader.recognises(head) {
      kind = .coordinateText
    } else if ShapeFile.isGeoJSON(head, ending: ending, isStated: isStated) {
      kind = .geoJSON
    } else if ForeignFormat.endings.contains(ending), !ShapeFile.isPlainTable(head, ending) {
      kind = .foreign
    } else if isStated {
      kind = ["txt"].contains(ending) ? .coordinateText : .delimited
    } else {
      return nil
    }
  }

  private static func isGeoJSON(_ head: [UInt8], ending: String, isStated: Bool) -> Bool {
    if ["geojson", "geojsonl", "geojsons", "geojsonseq", "ndjson"].contains(ending) { return true }
    let text = String(decoding: head.prefix(4_096), as: UTF8.self)
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      first == "{" || first == "\u{1E}"
    else { return false }
    return isStated || text.contains("\"FeatureCollection\"")
      || (text.contains("\"Feature\"") && text.contains("\"geometry\""))
  }

  /// `.tab` is MapInfo's and that of tables with tabs.
  private static func isPlainTable(_ head: [UInt8], _ ending: String) -> Bool {
    ending == "tab" && !String(decoding: head.prefix(16), as: UTF8.self).hasPrefix("!table")
  }

  private static func head(of url: URL) -> [UInt8] {
    // What comes through a pipe can be read only once.
    guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
      let handle = try? FileHandle(forReadingFrom: url),
      let data = try? handle.read(upToCount: 65_536)
    else { return [] }
    return Array(data)
  }
}

extension ShapeFile {
  /// The file as Yulin itself reads it: of another program's format a converted copy.
  func readable(_ options: ShapeImportOptions) async throws -> ReadableShapes {
    guard kind == .foreign else { return ReadableShapes(url: url, converted: nil) }
    var known = ForeignFormat.Options()
    known.layer = options.sourceLayer
    let converted = try await ForeignFormat.convert(url.path, name: name, options: known)
    return ReadableShapes(url: URL(fileURLWithPath: converted.path), converted: converted)
  }

  /// About how many features it has: a boundary takes about a kilobyte.
  var featureEstimate: Int {
    let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
    return (size ?? 0) / 1_000
  }

  /// The SHA-256 of its bytes; `nil` of a folder.
  func digest() throws -> String? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    let digest = ContentDigest()
    while let data = try? handle.read(upToCount: 1 << 20), !data.isEmpty { digest.update(data) }
    return digest.hexadecimal()
  }
}

/// A file of shapes that Yulin itself reads; a converted copy goes away with the value.
struct ReadableShapes: Sendable {
  /// The file.
  let url: URL
  /// The copy that another program made.
  let converted: ConvertedFile?

  /// Whether areas are drawn as closed lines.
  var drawsAreasAsLines: Bool { converted?.format == .dxf }
}

/// What a file of shapes says of all its features.
struct ShapeFileFacts: Hashable, Sendable {
  /// How good they are.
  var quality: BoundaryQuality
  /// The day of the data.
  var date: CalendarDate?

  /// What the first features of a file say, unless the user says otherwise.
  ///
  /// - Parameter isSurvey: whether the format is one that surveyors write.
  init(_ table: FeatureTable, options: ShapeImportOptions, isSurvey: Bool) {
    quality =
      options.quality
      ?? (ShapeFileFacts.isSchematic(table) ? .schematic : isSurvey ? .surveyed : .mapped)
    date =
      options.date
      ?? ["数据产生日期", "date", "日期"].lazy
      .compactMap { table.notes[$0].flatMap { CalendarDate(typed: $0) } }.first
  }

  /// Whether the file calls its shapes schematic: 示意, in its head or in an attribute of the first.
  private static func isSchematic(_ table: FeatureTable) -> Bool {
    func means(_ text: String) -> Bool {
      text.contains("示意") || text == BoundaryQuality.schematic.rawValue
    }
    let told = ["图形性质", "quality", "数据产生单位"]
    if told.contains(where: { table.notes[$0].map(means) ?? false }) { return true }
    return ["图形性质", "quality"].contains { name in
      table.field(name)?.values.first?.text.map(means) ?? false
    }
  }
}

/// Reads one file of shapes from its first byte to its last, and makes every stretch ready to be
/// stored.
struct ShapeReading: Sendable {
  let file: ShapeFile
  let readable: ReadableShapes
  let options: ShapeImportOptions
  let register: RegisterExtent?

  /// Reads the file and hands over its stretches in order.
  ///
  /// - Returns: what to know about it.
  /// - Throws: ``ShapeRefusedFile`` where nothing of it can go in, ``IntakeError`` and
  ///   ``GeoPackageFault`` where it cannot be read, and what `receive` throws.
  func run(_ receive: (ShapeBatch) throws -> Void) throws -> [Diagnostic] {
    let isBoundary = options.layerName == nil
    var preparation = ShapePreparation(
      file: file.name, options: options, register: register, wantsAreas: isBoundary)
    var attributes = BoundaryAttributes(file: file.name, options: options)
    var facts: ShapeFileFacts?
    let told = try read { read in
      var table =
        isBoundary && readable.drawsAreasAsLines ? ClosedLines.asPolygons(read).table : read
      if file.kind == .coordinateText { table.coordinateSystem.axisOrder = usualOrder(of: table) }
      if let datum = file.assumedDatum, table.coordinateSystem.isSilent {
        table.coordinateSystem.datum = datum
      }
      let known =
        facts
        ?? ShapeFileFacts(table, options: options, isSurvey: file.kind == .coordinateText)
      facts = known
      let prepared = try preparation.prepare(table)
      guard let placing = preparation.placing else { return }
      let statements =
        isBoundary ? try attributes.statements(of: prepared, date: known.date) : []
      try receive(
        ShapeBatch(prepared: prepared, statements: statements, placing: placing, facts: known))
    }
    return told + preparation.diagnostics.diagnostics + attributes.diagnostics.diagnostics
  }

  /// The order that the coordinate text prescribes: northing first, but longitude first in degrees.
  private func usualOrder(of table: FeatureTable) -> StatedCoordinateSystem.AxisOrder? {
    table.shapes.xy.first.map { abs($0) <= 180 ? .eastingFirst : .northingFirst }
  }

  private func read(_ receive: (FeatureTable) throws -> Void) throws -> [Diagnostic] {
    switch file.kind {
    case .coordinateText:
      var reader = CoordinateTextReader(try ByteSource(file: readable.url, name: file.name))
      return try reader.read(receive)
    case .geoJSON:
      var reader = GeoJSONReader(try ByteSource(file: readable.url, name: file.name))
      return try reader.read(receive)
    case .delimited:
      var reader = DelimitedFeatureReader(try ByteSource(file: readable.url, name: file.name))
      return try reader.read(receive)
    case .geoPackage, .foreign:
      let package = try GeoPackageFile(foreign: readable.url.path, name: file.name)
      return try package.read(try layer(of: package), LayerSelection(), receive)
    }
  }

  /// The layer that the user names, else the only one.
  private func layer(of package: GeoPackageFile) throws -> GeoPackageLayer {
    if let name = options.sourceLayer, readable.converted == nil {
      return try package.layer(name)
    }
    guard let only = package.layers.first, package.layers.count == 1 else {
      throw ShapeRefusedFile(diagnostics: [
        Diagnostic(.layerNotChosen(package.layers.map(\.name)), .error, file: file.name)
      ])
    }
    return only
  }
}

extension StatedCoordinateSystem {
  /// Whether nothing is said by which the system could be told.
  fileprivate var isSilent: Bool {
    epsg == nil && wellKnownText == nil && datum == nil && zone == nil
  }
}
