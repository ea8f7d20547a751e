internal import Foundation
internal import Intake
internal import Judging
internal import Planning
internal import SimpleFeatures
internal import Storage

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
      if let datum = options.assumedDatum, table.coordinateSystem.isSilent {
        table.coordinateSystem.datum = datum
      }
      let known =
        facts
        ?? ShapeFileFacts(table, options: options, isSurvey: file.kind == .coordinateText)
      facts = known
      let prepared = try preparation.prepare(table)
      guard let placing = preparation.placing else { return }
      let statements =
        isBoundary ? attributes.statements(of: prepared, date: known.date) : []
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
        Diagnostic(
          .layerNotChosen, .error, file: file.name,
          arguments: [package.layers.map(\.name).joined(separator: "、")])
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
