internal import Characters
internal import Foundation
internal import GRDB
internal import Planning

/// A GeoPackage that is made beside its place, checked, and then put there whole.
struct DraftFile {
  /// The file to write.
  let target: String
  /// Whether a file that is there is replaced.
  let overwrites: Bool
  /// A register that is never replaced.
  let register: String?

  /// Makes the file.
  ///
  /// - Parameter fill: writes into the new database, outside any transaction.
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there and is not to be replaced, or
  ///   is the register; `notPermitted` where it cannot be written; what `fill` throws.
  func make<Result>(_ fill: (Database) throws -> Result) throws -> Result {
    try refuseIfTaken()
    let files = FileManager.default
    let place = URL(fileURLWithPath: target)
    let draft = FileReplacement.draft(beside: place)
    defer { for suffix in ["", "-journal"] { try? files.removeItem(atPath: draft.path + suffix) } }
    let result = try StoreFault.translating(target) {
      let queue = try DatabaseQueue(path: draft.path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.writeWithoutTransaction { db in
        let result = try fill(db)
        let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        guard verdict == "ok" else {
          throw RegisterError(.unreadable, path: target, seen: verdict)
        }
        return result
      }
    }
    try refuseIfTaken()
    do {
      try FileReplacement.put(draft, at: place)
    } catch {
      throw RegisterError(.notPermitted, path: target)
    }
    // What another program left beside a file that was replaced does not belong to this one.
    for suffix in ["-wal", "-shm", "-journal"] { try? files.removeItem(atPath: target + suffix) }
    return result
  }

  private func refuseIfTaken() throws {
    guard FileManager.default.fileExists(atPath: target) else { return }
    let place = URL(fileURLWithPath: target).resolvingSymlinksInPath()
    let isRegister = register.map { place == URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
    guard overwrites, isRegister != true else {
      throw RegisterError(.alreadyExists, path: target)
    }
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = false
    // The draft is nobody's until it is whole.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
    }
    return configuration
  }
}
