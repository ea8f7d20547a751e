import Foundation
import GRDB
import Planning
import TestSupport

@testable import Storage

/// A register in a folder of its own.
struct SampleStore {
  let folder: TemporaryFolder
  let store: RegisterStore

  init(columns: RegisterColumns = .all) throws {
    let folder = try TemporaryFolder()
    self.init(
      folder: folder,
      store: try RegisterStore.create(at: folder.path("land.gpkg"), columns: columns))
  }

  init(folder: TemporaryFolder, store: RegisterStore) {
    self.folder = folder
    self.store = store
  }

  var path: String { store.path }

  /// Imports a document at an instant of a day in 2026.
  @discardableResult
  func add(_ document: LandDocument, at instant: String = "2026-01-01") throws
    -> ImportOutcome.Change
  {
    try store.importDocument(
      document, from: Sample.file, recordedAt: "\(instant)T00:00:00.000Z"
    ).change
  }

  /// The rows of a query as text, columns joined by `|`.
  func rows(_ sql: String) throws -> [String] {
    try store.queue.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.map { _, value in value.isNull ? "-" : String(describing: value.storage.value ?? "-") }
          .joined(separator: "|")
      }
    }
  }
}

/// Runs a program and returns its status and what it said, or `nil` where it is not installed.
func run(_ arguments: [String]) throws -> (status: Int32, output: String)? {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus != 127 else { return nil }
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}
