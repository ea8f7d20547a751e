internal import Foundation
internal import GRDB
internal import Planning

extension RegisterStore {
  /// Writes a clean single-file copy of what is in force, for QGIS and others to read: the layers,
  /// their styles and where they come from, without the history and without side files.
  ///
  /// The copy is made beside its place, checked, and then put there whole. The register may be read
  /// and written meanwhile; the copy has one state of it.
  ///
  /// - Parameters:
  ///   - target: the file to write.
  ///   - overwriting: whether a file that is there is replaced.
  ///   - describe: makes styles and metadata from the state that is being copied.
  /// - Returns: the names of the layers' tables.
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there and is not to be replaced, or
  ///   is the register itself; `notPermitted` where the copy cannot be written.
  @discardableResult
  public func publish(
    to target: String, overwriting: Bool = false,
    describing describe: (RegisterReader) throws -> Publication
  ) throws -> [String] {
    let file = DraftFile(target: target, overwrites: overwriting, register: path)
    return try file.make { db in
      try db.execute(sql: "ATTACH DATABASE ? AS register", arguments: [addressToCopyFrom()])
      var tables: [String] = []
      try db.inTransaction {
        let copy = PublishedFile(db: db)
        tables = try copy.writeLayers()
        try copy.describe(
          try describe(RegisterReader(db: db, path: path, columns: columns)), tables: tables)
        return .commit
      }
      try db.execute(sql: "DETACH DATABASE register")
      return tables
    }
  }

  /// The register as an address that nothing is written to; where its folder may not be written, as
  /// a file that nobody writes to.
  private func addressToCopyFrom() -> String {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let isAlone =
      !files.isWritableFile(atPath: folder) && !files.fileExists(atPath: path + "-wal")
    var address = URLComponents()
    address.scheme = "file"
    address.path = URL(fileURLWithPath: path).path
    address.queryItems = [
      isAlone
        ? URLQueryItem(name: "immutable", value: "1") : URLQueryItem(name: "mode", value: "ro")
    ]
    return address.string ?? path
  }
}
