internal import Exchange
public import Filtering
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// Writes the parcels of an answer as GeoJSON or one feature a line; one without boundary has the
  /// geometry `null`.
  ///
  /// - Parameter sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func writeFeatures(
    of parcels: [ParcelRecord], asSequence: Bool, to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    try store.read { reader in
      var writer = try ParcelFeatureWriter(reader, asSequence: asSequence)
      try sink(writer.beginning)
      for start in stride(from: 0, to: parcels.count, by: 256) {
        try sink(writer.text(of: Array(parcels[start..<min(start + 256, parcels.count)])))
      }
      try sink(writer.end)
      return writer.outcome
    }
  }

  /// Writes the parcels that a filter admits, some hundred at a time.
  ///
  /// - Parameters:
  ///   - limit: at most so many.
  ///   - sink: takes the bytes in order.
  /// - Returns: what was written, and how many parcels there are.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func writeFeatures(
    matching filter: RegisterFilter, at moment: Moment, limit: Int?, asSequence: Bool,
    to sink: ([UInt8]) throws -> Void
  ) throws -> (outcome: ShapeExportOutcome, all: Int) {
    try store.read { reader in
      var writer = try ParcelFeatureWriter(reader, asSequence: asSequence)
      var all = 0
      try sink(writer.beginning)
      try forEachParcels(matching: filter, at: moment, in: reader) { records in
        all += records.count
        let room = (limit ?? .max) - writer.outcome.written
        try sink(writer.text(of: Array(records.prefix(room))))
      }
      try sink(writer.end)
      return (writer.outcome, all)
    }
  }
}

/// Turns parcels into the text of features in longitude and latitude.
private struct ParcelFeatureWriter {
  private let reader: RegisterReader
  private let writer: GeoJSONWriter
  private let transformation: CoordinateTransformation?
  private(set) var outcome = ShapeExportOutcome(epsg: 4490)

  init(_ reader: RegisterReader, asSequence: Bool) throws {
    self.reader = reader
    var options = GeoJSONWriter.Options()
    if asSequence { options.layout = .sequence(hasSeparators: false) }
    options.idField = "parcel_id"
    options.flags = RegisterReader.parcelFlags
    writer = GeoJSONWriter(options)
    transformation = try reader.registerEPSG().map { epsg in
      try Systems.transformation(from: Systems.system(epsg), to: Systems.system(4490))
    }
  }

  var beginning: [UInt8] { writer.beginning(name: "parcels") }

  var end: [UInt8] { writer.end(isSchematic: outcome.isSchematic) }

  mutating func text(of records: [ParcelRecord]) throws -> [UInt8] {
    guard !records.isEmpty else { return [] }
    var table = try reader.features(of: records)
    outcome.withoutShape += table.shapes.types.count { $0 == nil }
    if let transformation, try !transformation.transform(&table.shapes).isEmpty {
      outcome.shapesLost += (0..<table.count).count { feature in
        table.shapes.vertices(of: feature).contains { table.shapes.xy[2 * $0].isNaN }
      }
    }
    outcome.isSchematic =
      outcome.isSchematic || records.contains { $0.boundary?.isSchematic == true }
    let separator = outcome.written > 0 ? writer.separator : []
    outcome.written += records.count
    return separator + writer.text(of: table)
  }
}
