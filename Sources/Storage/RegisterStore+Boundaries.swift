internal import Foundation
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
  ///   - body: hands over the boundaries, batch by batch.
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than this store's
  ///   patience; `unreadable` where the register has another coordinate system; and what `body`
  ///   throws, after which nothing of the file is kept.
  public func importBoundaries<Result>(
    from source: BoundarySource, definitions: [CoordinateSystemDefinition], registerEPSG: Int,
    _ body: (BoundaryWriter) throws -> Result
  ) throws -> Result {
    let now = Moment.instant(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    return try importBoundaries(
      from: source, definitions: definitions, registerEPSG: registerEPSG, recordedAt: now, body)
  }

  /// The same at a given instant; if the register has learnt something later, at that.
  func importBoundaries<Result>(
    from source: BoundarySource, definitions: [CoordinateSystemDefinition], registerEPSG: Int,
    recordedAt now: String, _ body: (BoundaryWriter) throws -> Result
  ) throws -> Result {
    try write { db in
      let recordedAt = try DocumentWriter(db: db, coder: RecordCoder()).instant(notBefore: now)
      let writer = try BoundaryWriter(
        db: db, path: path, source: source, definitions: definitions, registerEPSG: registerEPSG,
        recordedAt: recordedAt)
      let result = try body(writer)
      try writer.finish()
      return result
    }
  }
}
