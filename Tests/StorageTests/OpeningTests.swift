import Answers
import Foundation
import GRDB
import Planning
import TestSupport
import Testing

@testable import Storage

@Suite("Opening a register")
struct OpeningTests {
  func kind(_ work: () throws -> some Any) -> RegisterError.Kind? {
    #expect(throws: RegisterError.self) { _ = try work() }?.kind
  }

  @Test("A missing file, a folder, text and a foreign database are told apart")
  func refusals() throws {
    let folder = try TemporaryFolder()
    #expect(kind { try RegisterStore.open(at: folder.path("no.gpkg")) } == .notFound)
    #expect(kind { try RegisterStore.open(at: folder.url.path) } == .notGeoPackage)
    let text = try folder.write("样县人民政府", to: "text.gpkg")
    #expect(kind { try RegisterStore.open(at: text) } == .notGeoPackage)
    let plain = folder.path("plain.gpkg")
    try DatabaseQueue(path: plain).write { db in try db.execute(sql: "CREATE TABLE t (a)") }
    #expect(kind { try RegisterStore.open(at: plain) } == .notGeoPackage)
    let foreign = folder.path("foreign.gpkg")
    try DatabaseQueue(path: foreign).write { db in
      try db.execute(sql: "PRAGMA application_id = 1196444487; CREATE TABLE t (a)")
    }
    #expect(kind { try RegisterStore.open(at: foreign) } == .notRegister)
  }

  @Test("A damaged register is unreadable")
  func damaged() throws {
    let sample = try SampleStore()
    try sample.add(Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1")]))
    try sample.store.queue.close()
    var data = try Data(contentsOf: URL(fileURLWithPath: sample.path))
    for index in stride(from: 4096, to: data.count, by: 1) { data[index] = 0xFF }
    let broken = try sample.folder.write(data, to: "broken.gpkg")
    #expect(
      kind {
        try RegisterStore.open(at: broken).read { reader in
          try reader.plots.facts(of: "1", at: .now)
        }
      } == .unreadable)
  }

  @Test("A file that is there is not overwritten")
  func exists() throws {
    let sample = try SampleStore()
    #expect(kind { try RegisterStore.create(at: sample.path) } == .alreadyExists)
    let nowhere = sample.folder.path("no/folder/land.gpkg")
    #expect(kind { try RegisterStore.create(at: nowhere) } == .notPermitted)
    #expect(try sample.folder.names().filter { $0.contains(".new-") }.isEmpty)
  }

  @Test("A newer schema is refused, an older one is brought up to date where it may be written")
  func schemas() throws {
    let sample = try SampleStore()
    try sample.store.queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 of the future')")
    }
    #expect(kind { try RegisterStore.open(at: sample.path) } == .newerSchema)
    #expect(kind { try RegisterStore.open(at: sample.path, forWriting: true) } == .newerSchema)
    let older = sample.folder.path("older.gpkg")
    try DatabaseQueue(path: older).write { db in
      try db.execute(
        sql: """
          PRAGMA application_id = 1196444487;
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
          """)
    }
    #expect(kind { try RegisterStore.open(at: older) } == .olderSchema)
    let store = try RegisterStore.open(at: older, forWriting: true)
    #expect(try store.read { reader in try reader.info().schemaVersion } == 6)
  }

  @Test("A register opened to read is not written")
  func readOnly() throws {
    let sample = try SampleStore()
    let store = try RegisterStore.open(at: sample.path)
    let document = Sample.document("样政函〔2024〕1号", on: "2024-01-01")
    #expect(kind { try store.importDocument(document, from: Sample.file) } == .readOnly)
    #expect(kind { try store.restore([]) } == .readOnly)
    #expect(
      kind {
        try store.read { reader in try reader.db.execute(sql: "DELETE FROM documents") }
      } == .notPermitted)
  }

  @Test("The last to close leaves one file")
  func files() throws {
    let sample = try SampleStore()
    try sample.add(Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1")]))
    try sample.store.queue.close()
    let store = try RegisterStore.open(at: sample.path)
    let facts = try store.read { reader in try reader.plots.facts(of: "1", at: .now) }
    #expect(facts.statements.count == 1)
    try store.queue.close()
    #expect(try sample.folder.names() == ["land.gpkg"])
  }
}

@Suite("Several at one register")
struct ConcurrencyTests {
  let document = Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1")])

  @Test("A reader goes on while another writes, and sees whole documents only")
  func readers() throws {
    let sample = try SampleStore()
    try sample.add(document)
    let reader = try RegisterStore.open(at: sample.path)
    try sample.store.queue.inTransaction(.immediate) { db in
      try db.execute(sql: "DELETE FROM parcels")
      #expect(try reader.read { reader in try reader.info().parcels } == 1)
      #expect(try RegisterStore.open(at: sample.path).read { try $0.info().parcels } == 1)
      return .rollback
    }
  }

  @Test("A second writer waits, then says that the register is busy")
  func writers() throws {
    let sample = try SampleStore()
    let second = try RegisterStore.open(at: sample.path, forWriting: true, patience: 0.2)
    try sample.store.queue.inTransaction(.immediate) { _ in
      let clock = ContinuousClock()
      let waited = clock.measure {
        let error = #expect(throws: RegisterError.self) {
          try second.importDocument(document, from: Sample.file)
        }
        #expect(error?.kind == .busy)
        #expect(error?.path == sample.path)
      }
      #expect(waited >= .milliseconds(150))
      return .rollback
    }
    #expect(try second.importDocument(document, from: Sample.file).change == .inserted)
  }

  @Test("A writer in another process is waited for, and killed in the middle leaves nothing")
  func processes() throws {
    let sample = try SampleStore()
    try sample.add(document)
    let script = """
      import sqlite3, sys, time
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("BEGIN IMMEDIATE")
      db.execute("PRAGMA cache_spill = 1"); db.execute("PRAGMA cache_size = 1")
      db.execute("DELETE FROM parcel_statement")
      for i in range(2000):
        db.execute("INSERT INTO sites (name) VALUES (?)", ("x" * 500,))
      print("writing", flush=True)
      time.sleep(60)
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, sample.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    guard let said = try pipe.fileHandleForReading.read(upToCount: 7), !said.isEmpty else { return }
    let second = try RegisterStore.open(at: sample.path, forWriting: true, patience: 0.1)
    let other = Sample.document("样政函〔2024〕2号", on: "2024-02-01", parcels: [Sample.parcel("2")])
    let error = #expect(throws: RegisterError.self) {
      try second.importDocument(other, from: Sample.file)
    }
    #expect(error?.kind == .busy)
    #expect(try second.read { try $0.plots.facts(of: "1", at: .now).statements.count } == 1)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try second.importDocument(other, from: Sample.file).change == .inserted)
    #expect(try second.read { try $0.plots.facts(of: "1", at: .now).statements.count } == 1)
    #expect(try sample.rows("SELECT count(*) FROM sites") == ["0"])
    #expect(try sample.rows("PRAGMA integrity_check") == ["ok"])
  }
}
