public import Answers
internal import Foundation
internal import GRDB
public import Planning

extension RegisterStore {
  /// Imports one document in one transaction: whole or not at all.
  ///
  /// - Parameters:
  ///   - kept: what is kept of its file beside the facts.
  ///   - part: of which text of the file it is, where there are several.
  ///   - now: the instant it is recorded at; if the register has learnt something later, that.
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than this store's
  ///   patience; `readOnly` where it was opened to read.
  public func importDocument(
    _ document: LandDocument, from source: SourceFile, keeping kept: KeptSource? = nil,
    part: Int? = nil, recordedAt now: String = Moment.clockInstant
  ) throws -> ImportOutcome {
    let coder = RecordCoder()
    let encoded = try EncodedDocument(document, coder: coder)
    let change = try write { db in
      let writer = DocumentWriter(db: db, coder: coder)
      let known = try writer.known(encoded)
      let recordedAt = try writer.instant(notBefore: now)
      let sources = SourceWriter(db: db)
      if known?.digest == encoded.digest {
        if let kept { try sources.keep(kept, of: source, recordedAt: recordedAt) }
        return ImportOutcome.Change.unchanged
      }
      let version = (known?.version ?? 0) + 1
      let ids = try writer.insert(
        encoded, version: version, series: known?.series, source: source, recordedAt: recordedAt)
      if let kept { try sources.keep(kept, of: source, recordedAt: recordedAt) }
      if let part { try sources.say(part, of: ids.id) }
      try LayerWriter(db: db, path: path, columns: columns).refresh(
        after: encoded, version: ids, replaced: known?.id, recordedAt: recordedAt)
      return known == nil ? .inserted : .newVersion(version)
    }
    return ImportOutcome(
      document: document.number ?? document.title, place: document.place, change: change)
  }

  /// Fills an empty register with exported versions, recorded times included, in one transaction.
  ///
  /// - Throws: ``RegisterError`` `notEmpty` where the register holds documents; `badExport` where
  ///   the versions of a document are not counted from 1.
  public func restore(_ versions: [RegisterExport.Version]) throws {
    let coder = RecordCoder()
    try write { db in
      guard try Int.fetchOne(db, sql: "SELECT count(*) FROM document_version") == 0 else {
        throw RegisterError(.notEmpty, path: path)
      }
      let writer = DocumentWriter(db: db, coder: coder)
      let layers = try LayerWriter(db: db, path: path, columns: columns)
      for version in versions {
        let encoded = try EncodedDocument(version.document, coder: coder)
        let known = try writer.known(encoded)
        guard version.version == (known?.version ?? 0) + 1,
          Moment.instant(version.recordedAt) == version.recordedAt
        else {
          throw RegisterError(.badExport, path: path, seen: version.document.key)
        }
        let ids = try writer.insert(
          encoded, version: version.version, series: known?.series, source: version.source,
          recordedAt: version.recordedAt)
        try layers.refresh(
          after: encoded, version: ids, replaced: known?.id, recordedAt: version.recordedAt)
      }
    }
  }
}

extension RegisterStore {
  /// Imports the boundaries of one file in one transaction: all of them or none.
  ///
  /// A boundary whose shape and attributes are those of the newest version of its number, plan and
  /// date changes nothing; any other is a new version. A number that occurs twice in the file with
  /// different shapes gives two versions, of which the later is in force, and
  /// ``BoundaryJoin/isRepeated`` says so.
  ///
  /// - Parameters:
  ///   - source: the file and what holds of all its boundaries.
  ///   - definitions: the coordinate systems of the file and of the register.
  ///   - registerEPSG: the coordinate system of the register's layer; the first import of boundaries
  ///     sets it for good, see ``RegisterReader/registerEPSG()``.
  ///   - count: about how many boundaries there will be; of many the register is written in another
  ///     way, see ``writeMuch(_:)``.
  ///   - now: the instant they are recorded at; if the register has learnt something later, that.
  ///   - body: hands over the boundaries, batch by batch.
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than this store's
  ///   patience; `failed` where the register has another coordinate system; and what `body`
  ///   throws, after which nothing of the file is kept.
  public func importBoundaries<Result>(
    from source: BoundarySource, definitions: [CoordinateSystemDefinition], registerEPSG: Int,
    expecting count: Int = 0, recordedAt now: String = Moment.clockInstant,
    _ body: (BoundaryWriter) throws -> Result
  ) throws -> Result {
    func change(_ db: Database) throws -> Result {
      let recordedAt = try DocumentWriter(db: db, coder: RecordCoder()).instant(notBefore: now)
      let writer = try BoundaryWriter(
        db: db, path: path, source: source, definitions: definitions, registerEPSG: registerEPSG,
        recordedAt: recordedAt, columns: columns)
      let result = try body(writer)
      try writer.finish()
      return result
    }
    return count < RegisterStore.manyFeatures ? try write(change) : try writeMuch(change)
  }

  /// Imports a version of a reference layer in one transaction: all of it or nothing. The same
  /// content as that of the newest version changes nothing.
  ///
  /// - Parameters:
  ///   - source: the layer and its file.
  ///   - definitions: the layer's coordinate system.
  ///   - count: about how many features there will be.
  ///   - body: hands over the features, batch by batch.
  /// - Throws: ``RegisterError`` `busy`, and what `body` throws, after which nothing is kept.
  public func importLayer<Result>(
    from source: LayerSource, definitions: [CoordinateSystemDefinition], expecting count: Int = 0,
    recordedAt now: String = Moment.clockInstant, _ body: (LayerImport) throws -> Result
  ) throws -> (change: ImportOutcome.Change, result: Result) {
    func change(_ db: Database) throws -> (change: ImportOutcome.Change, result: Result) {
      let recordedAt = try DocumentWriter(db: db, coder: RecordCoder()).instant(notBefore: now)
      let layer = try LayerImport(
        db: db, path: path, source: source, definitions: definitions, recordedAt: recordedAt)
      let result = try body(layer)
      return (try layer.finish(), result)
    }
    return count < RegisterStore.manyFeatures ? try write(change) : try writeMuch(change)
  }

  /// From how many features on an import is worth having the file for oneself.
  static let manyFeatures = 10_000
}

extension RegisterStore {
  /// Records that a finding is let pass, or no longer; what was said before stays.
  ///
  /// - Returns: the acceptance with the instant at which it was recorded.
  /// - Throws: ``RegisterError`` `busy`, `readOnly`.
  @discardableResult
  public func record(
    _ acceptance: FindingAcceptance, recordedAt now: String = Moment.clockInstant
  ) throws -> FindingAcceptance {
    try write { db in
      let last = try String.fetchOne(db, sql: "SELECT max(recorded_at) FROM finding_acceptance")
      var acceptance = acceptance
      acceptance.recordedAt = max(
        try DocumentWriter(db: db, coder: RecordCoder()).instant(notBefore: now), last ?? "")
      try db.execute(
        sql: """
          INSERT INTO finding_acceptance
            (finding, rule, subject, reason, author, area_m2, withdrawn, recorded_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          acceptance.finding, acceptance.rule, acceptance.subject, acceptance.reason,
          acceptance.author, acceptance.squareMetres, acceptance.isWithdrawn,
          acceptance.recordedAt,
        ])
      return acceptance
    }
  }
}
