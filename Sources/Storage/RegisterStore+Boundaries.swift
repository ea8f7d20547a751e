internal import Foundation
internal import GRDB
public import Planning

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
  ///   - body: hands over the boundaries, batch by batch.
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than this store's
  ///   patience; `failed` where the register has another coordinate system; and what `body`
  ///   throws, after which nothing of the file is kept.
  public func importBoundaries<Result>(
    from source: BoundarySource, definitions: [CoordinateSystemDefinition], registerEPSG: Int,
    expecting count: Int = 0, _ body: (BoundaryWriter) throws -> Result
  ) throws -> Result {
    let now = Moment.instant(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    return try importBoundaries(
      from: source, definitions: definitions, registerEPSG: registerEPSG, expecting: count,
      recordedAt: now, body)
  }

  /// The same at a given instant; if the register has learnt something later, at that.
  func importBoundaries<Result>(
    from source: BoundarySource, definitions: [CoordinateSystemDefinition], registerEPSG: Int,
    expecting count: Int = 0, recordedAt now: String, _ body: (BoundaryWriter) throws -> Result
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
    _ body: (LayerImport) throws -> Result
  ) throws -> (change: ImportOutcome.Change, result: Result) {
    let now = Moment.instant(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    return try importLayer(
      from: source, definitions: definitions, expecting: count, recordedAt: now, body)
  }

  /// The same at a given instant; if the register has learnt something later, at that.
  func importLayer<Result>(
    from source: LayerSource, definitions: [CoordinateSystemDefinition], expecting count: Int = 0,
    recordedAt now: String, _ body: (LayerImport) throws -> Result
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
