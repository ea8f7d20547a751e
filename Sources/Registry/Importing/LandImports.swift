public import Answers
internal import Terms
internal import Judging
public import Planning
internal import SimpleFeatures
internal import Storage

/// What is taken into a register.
public struct LandImports: LandQuestions {
  let register: LandRegister

  /// Imports documents, each in a transaction of its own: whole or not at all.
  ///
  /// - Parameters:
  ///   - documents: what was read from one file.
  ///   - source: the file.
  ///   - kept: what is kept of the file beside the facts, with its first document.
  ///   - didImport: called after each document with its outcome.
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than the register's
  ///   patience; what was imported before stays.
  @discardableResult
  public func documents(
    _ documents: [LandDocument], from source: SourceFile, keeping kept: KeptSource? = nil,
    didImport: (ImportOutcome) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    try documents.enumerated().map { index, document in
      let outcome = try store.importDocument(
        document, from: source, keeping: kept, part: kept?.text(ofDocument: index))
      didImport(outcome)
      return outcome
    }
  }

  /// What is to be kept of a file that was read, and what to know about that. An original that the
  /// register has is not packed again.
  func kept(
    _ reading: SourceReading, withOriginal keepsOriginal: Bool
  ) throws -> (source: KeptSource?, told: [Diagnostic]) {
    guard !reading.documents.isEmpty, let sha256 = reading.file.sha256 else { return (nil, []) }
    let isNeeded = try keepsOriginal && !store.read { try $0.sources.hasOriginal(of: sha256) }
    return reading.kept(withOriginal: isNeeded)
  }

  /// Fills an empty register from an export, recorded times included, whole or not at all.
  ///
  /// - Throws: ``RegisterError`` `notEmpty` where it holds documents already, `badExport` where the
  ///   export is of another format or its versions do not follow each other.
  public func restore(_ export: RegisterExport) throws {
    guard export.format == RegisterExport.format, export.version <= RegisterExport.formatVersion
    else {
      throw RegisterError(
        .badExport, path: path, seen: "\(export.format) \(export.version)",
        known: ["\(RegisterExport.format) \(RegisterExport.formatVersion)"])
    }
    try store.restore(export.documentVersions)
  }

  /// The coordinate system of the register and the extent of its boundaries; `nil` before the first
  /// import of shapes.
  func extent() throws -> RegisterExtent? {
    try store.read { reader in
      try reader.registerEPSG().map { RegisterExtent(epsg: $0, box: try reader.parcels.extent()) }
    }
  }

  /// Stores the boundaries of one file in one transaction, and joins them to the parcels.
  func boundaries(
    _ stream: inout ShapeStream, from source: SourceFile, _ options: ShapeImportOptions,
    _ outcome: inout ShapeImportOutcome, _ progress: (Int) -> Void
  ) throws {
    let placing = stream.placing
    let boundaries = BoundarySource(
      file: source, quality: stream.facts.quality, date: stream.facts.date, epsg: placing.epsg,
      county: options.county, transformation: placing.transformation,
      placesAreLines: stream.placesAreLines)
    var joins = BoundaryJoins(file: source.name, placesAreLines: stream.placesAreLines)
    try store.importBoundaries(
      from: boundaries, definitions: placing.definitions, registerEPSG: placing.registerEPSG,
      expecting: stream.expected
    ) { writer in
      while let batch = try stream.next() {
        outcome.count(batch)
        progress(stream.count)
        let joined = try batch.encoded.map(writer.append) ?? writer.append(batch.boundaries)
        joins.take(joined, of: batch.statements, &outcome)
      }
    }
    stream.add(joins.diagnostics.diagnostics)
  }

  /// Stores a layer's features in one transaction, in the register's coordinate system.
  func layer(
    _ stream: inout ShapeStream, from source: SourceFile, _ options: ShapeImportOptions,
    _ outcome: inout ShapeImportOutcome, _ progress: (Int) -> Void
  ) throws {
    let placing = stream.placing
    let layer = LayerSource(
      name: outcome.layer ?? "", role: outcome.role ?? .other, quality: stream.facts.quality,
      file: source, date: stream.facts.date, epsg: placing.registerEPSG,
      transformation: placing.transformation)
    let change = try store.importLayer(
      from: layer, definitions: placing.definitions, expecting: stream.expected
    ) { writer in
      while let batch = try stream.next() {
        outcome.count(batch)
        progress(stream.count)
        var table = batch.prepared.table
        if let moved = batch.prepared.layerShapes { table.shapes = moved }
        try writer.append(table, faults: batch.prepared.faults)
      }
    }.change
    let storedCount = outcome.featureCount - outcome.refusedCount
    switch change {
    case .inserted: (outcome.layerVersion, outcome.insertedCount) = (1, storedCount)
    case .newVersion(let version):
      (outcome.layerVersion, outcome.insertedCount) = (version, storedCount)
    case .unchanged:
      outcome.unchangedCount = storedCount
      stream.add([
        Diagnostic(.layerKept(layer.name), .info, file: source.name)
      ])
    }
  }
}

extension ShapeBatch {
  /// Makes the stretch ready to be written; what it was made of is not kept twice.
  mutating func encode() throws {
    encoded = try EncodedBoundaries(
      boundaries, srs: placing.epsg, layerSRS: placing.registerEPSG)
    prepared.table.shapes = GeometryColumn()
    prepared.layerShapes = nil
  }

  /// The stretch as boundaries.
  var boundaries: BoundaryBatch {
    var records = statements.map(BoundaryRecord.init)
    for index in records.indices {
      records[index].planeSquareMetres = prepared.planeAreas[index]
      records[index].ellipsoidalSquareMetres = prepared.ellipsoidalAreas[index]
      records[index].fault = prepared.faults[index]
      records[index].repair = prepared.repairs[index]
    }
    return BoundaryBatch(
      shapes: prepared.table.shapes, layerShapes: prepared.layerShapes,
      originals: prepared.originals, records: records)
  }
}

extension ShapeImportOutcome {
  /// Counts a stretch.
  mutating func count(_ batch: ShapeBatch) {
    featureCount += batch.prepared.featureCount
    refusedCount += batch.prepared.refusedCount
    invalidCount += batch.prepared.faults.count
    repairedCount += batch.prepared.repairs.count
  }
}
