public import Answers
internal import Exchange
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// Writes the parcels that differ between two moments as GeoJSON in longitude and latitude: each
  /// with its shape after (`state` is `to`), and where its boundary changed or it is gone with its
  /// shape before (`from`).
  ///
  /// - Parameters:
  ///   - limit: at most so many parcels.
  ///   - sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func writeDifferences(
    from old: Moment, to new: Moment, limit: Int?, to sink: ([UInt8]) throws -> Void
  ) throws -> (outcome: ShapeExportOutcome, difference: RegisterDifference) {
    try store.read { reader in
      var writer = try DifferenceFeatureWriter(reader)
      var parcels = 0
      try sink(writer.beginning)
      let difference = try differences(from: old, to: new, in: reader) { some in
        let shown = some.prefix((limit ?? .max) - parcels)
        parcels += shown.count
        try sink(writer.text(of: shown))
      }
      try sink(writer.end)
      return (writer.outcome, difference)
    }
  }
}

/// Turns differences into the text of features.
private struct DifferenceFeatureWriter {
  private let reader: RegisterReader
  private let writer: GeoJSONWriter
  private let transformation: CoordinateTransformation?
  private(set) var outcome = ShapeExportOutcome(epsg: 4490)

  init(_ reader: RegisterReader) throws {
    self.reader = reader
    var options = GeoJSONWriter.Options()
    options.flags = ["boundary_changed", "schematic"]
    writer = GeoJSONWriter(options)
    transformation = try reader.registerEPSG().map { epsg in
      try Systems.transformation(from: Systems.system(epsg), to: Systems.system(4490))
    }
  }

  var beginning: [UInt8] { writer.beginning(name: "differences") }

  var end: [UInt8] { writer.end(isSchematic: outcome.isSchematic) }

  private static let names = [
    "parcel", "county", "plan", "change", "state", "properties", "boundary_changed", "area_m2",
    "area_difference_m2", "schematic", "documents", "date",
  ]

  mutating func text(of differences: ArraySlice<ParcelDifference>) throws -> [UInt8] {
    guard !differences.isEmpty else { return [] }
    var table = FeatureTable(name: "differences")
    table.fields = DifferenceFeatureWriter.names.map { FieldColumn(name: $0) }
    for difference in differences {
      let isGone = difference.kind == .gone
      if isGone || (difference.isBoundaryChanged && difference.oldBoundary != nil) {
        try append(difference, difference.oldBoundary, state: "from", to: &table)
      }
      if !isGone { try append(difference, difference.newBoundary, state: "to", to: &table) }
    }
    if let transformation, try !transformation.transform(&table.shapes).isEmpty {
      outcome.shapesLost += (0..<table.count).count { feature in
        table.shapes.vertices(of: feature).contains { table.shapes.xy[2 * $0].isNaN }
      }
    }
    let separator = outcome.written > 0 ? writer.separator : []
    outcome.written += table.count
    return separator + writer.text(of: table)
  }

  private mutating func append(
    _ difference: ParcelDifference, _ boundary: ParcelBoundary?, state: String,
    to table: inout FeatureTable
  ) throws {
    func text(_ value: String?) -> FieldValue { value.map(FieldValue.text) ?? .none }
    func real(_ value: Double?) -> FieldValue { value.map(FieldValue.real) ?? .none }
    let sources = difference.sources
    let properties =
      difference.kind == .changed ? difference.changes.map(\.property).joined(separator: ",") : nil
    let row: [FieldValue] = [
      .text(difference.label), text(difference.county), text(difference.plan),
      .text(difference.kind.rawValue), .text(state), text(properties),
      .integer(difference.isBoundaryChanged ? 1 : 0), real(boundary?.squareMetres),
      real(difference.areaDifference), boundary.map { .integer($0.isSchematic ? 1 : 0) } ?? .none,
      text(sources.isEmpty ? nil : sources.map(\.name).joined(separator: "、")),
      text(sources.compactMap(\.date).max()?.description),
    ]
    for (index, value) in row.enumerated() { table.fields[index].values.append(value) }
    let shape = try boundary.flatMap { try reader.boundaryLayerShape($0.id) }
    table.shapes.append(shape)
    table.places.append(table.count)
    if shape == nil { outcome.withoutShape += 1 }
    outcome.isSchematic = outcome.isSchematic || boundary?.isSchematic == true
  }
}
