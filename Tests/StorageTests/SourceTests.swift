import Characters
import Foundation
import GRDB
import Planning
import TestSupport
import Testing

@testable import Storage

@Suite("Texts and originals in a register")
struct SourceTests {
  let sample: SampleStore
  let document = Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("A-1")])

  init() throws { sample = try SampleStore() }

  func file(_ name: String = "a.pdf", _ sha256: String = "ab", by extractor: String = "reader 1")
    -> SourceFile
  {
    SourceFile(name: name, sha256: sha256, extractor: extractor)
  }

  @discardableResult
  func add(
    _ document: LandDocument, _ kept: KeptSource?, from file: SourceFile? = nil, part: Int? = nil,
    at day: String = "2026-01-01"
  ) throws -> ImportOutcome.Change {
    try sample.store.importDocument(
      document, from: file ?? self.file(), keeping: kept, part: part,
      recordedAt: "\(day)T00:00:00.000Z"
    ).change
  }

  func record(_ store: RegisterStore? = nil, at moment: Moment = .now) throws -> DocumentRecord {
    try #require(try (store ?? sample.store).read { try $0.documents.all(at: moment) }.first)
  }

  func text(of record: DocumentRecord) throws -> [String] {
    try sample.store.read { try $0.sources.texts(of: record) }
      .flatMap { $0.lines(1...9) ?? [] }.map(\.text)
  }

  @Test("What is kept is read again byte for byte, and once for all documents of a file")
  func kept() throws {
    let original = SourceOriginal(
      Array("%PDF-1.7 …".utf8), name: "folder/a.pdf", mediaType: "application/pdf")
    let kept = KeptSource(texts: [SourceText("第一行\n第二行")], original: original)
    try add(document, kept)
    let other = Sample.document("样政函〔2024〕2号", on: "2024-01-02")
    try add(other, kept)
    #expect(try text(of: record()) == ["第一行", "第二行"])
    let record = try record()
    let read = try #require(try sample.store.read { try $0.sources.original(of: record) })
    #expect(read.packed.unpacked() == Array("%PDF-1.7 …".utf8))
    #expect(
      read.label == SourceOriginal.Label(name: "a.pdf", mediaType: "application/pdf", size: 12))
    #expect(
      try sample.rows("SELECT count(*), min(line_count), min(size) FROM source_text") == ["1|2|20"])
    #expect(try sample.rows("SELECT count(*) FROM source_original") == ["1"])
    #expect(try sample.store.read { try $0.sources.missing() }.map(\.lacksText) == [false])
  }

  @Test("A document that is refused leaves nothing of its file")
  func whole() throws {
    try sample.store.queue.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER refuse BEFORE INSERT ON parcel_statement
          BEGIN SELECT raise(ABORT, 'refused'); END
          """)
    }
    #expect(throws: RegisterError.self) {
      try add(document, KeptSource(texts: [SourceText("甲")]))
    }
    #expect(try sample.rows("SELECT count(*) FROM source_text") == ["0"])
  }

  @Test("The same document again fills what an earlier program did not keep, of no other file")
  func again() throws {
    try add(document, nil)
    #expect(try sample.store.read { try $0.sources.missing() }.map(\.lacksText) == [true])
    let kept = KeptSource(texts: [SourceText("甲")])
    #expect(try add(document, kept, from: file("b.pdf", "cd")) == .unchanged)
    #expect(try text(of: record()).isEmpty)
    #expect(try add(document, kept) == .unchanged)
    #expect(try text(of: record()) == ["甲"])
  }

  @Test("A version is quoted as it was read, and each version from its own file")
  func versions() throws {
    try add(document, KeptSource(texts: [SourceText("旧")]), from: file("a.txt", "01"))
    var changed = document
    changed.parcels.append(Sample.parcel("A-2"))
    try add(
      changed, KeptSource(texts: [SourceText("新")]), from: file("a.txt", "02"), at: "2026-02-01")
    #expect(try text(of: record()) == ["新"])
    let before = Moment(knownAt: "2026-01-15T00:00:00.000Z")
    #expect(try text(of: record(at: before)) == ["旧"])
    func quoted(_ moment: Moment) throws -> [String] {
      try sample.store.read { try $0.sources.texts(ofFile: "a.txt", line: 1, at: moment) }
        .flatMap { $0.lines(1...1) ?? [] }.map(\.text)
    }
    #expect(try quoted(.now) == ["新"])
    #expect(try quoted(before) == ["旧"])
    // A later version of the program that reads the same needs no other text; one that does not, does.
    let later = Sample.document("样政函〔2024〕3号", on: "2024-01-03")
    for text in ["新", "新\n分行"] {
      try add(
        later, KeptSource(texts: [SourceText(text)]), from: file("a.txt", "02", by: "reader 2"),
        at: "2026-03-01")
    }
    #expect(try sample.rows("SELECT count(*) FROM source_text WHERE sha256 = '02'") == ["2"])
    #expect(try text(of: record()) == ["新"])
  }

  @Test("A document of a workbook is quoted from its own sheet; where that is not known, from all")
  func sheets() throws {
    var kept = KeptSource(texts: [SourceText("甲", name: "一"), SourceText("乙", name: "二")])
    kept.texts[0].documents = 0..<2
    kept.texts[1].documents = 2..<3
    #expect((0...3).map { kept.text(ofDocument: $0) } == [0, 0, 1, nil])
    try add(document, kept, part: 1)
    #expect(try text(of: record()) == ["乙"])
    try sample.store.queue.write {
      try $0.execute(sql: "UPDATE document_version SET source_part = NULL")
    }
    #expect(try text(of: record()) == ["甲", "乙"])
    try sample.store.keep(kept, of: file(), documents: [document])
    #expect(try text(of: record()) == ["甲"])
  }

  @Test("A text that is damaged is not shown as if it were whole")
  func damaged() throws {
    try add(document, KeptSource(texts: [SourceText("甲乙丙丁")]))
    try sample.store.queue.write { try $0.execute(sql: "UPDATE source_text SET size = 1 << 40") }
    let record = try record()
    let texts = try sample.store.read { try $0.sources.texts(of: record) }
    #expect(texts.map { $0.lines(1...1) } == [nil])
  }

  @Test(
    "A register of an older schema that is only read has no texts, and answers", arguments: 3...5)
  func older(_ schema: Int) throws {
    let store = try RegisterStore.open(at: Repository.released(schema: schema).path)
    let record = try record(store)
    #expect(try store.read { try $0.sources.texts(of: record) }.isEmpty)
    #expect(try store.read { try $0.sources.label(of: record) } == nil)
    #expect(try !store.read { try $0.sources.missing() }.isEmpty)
  }
}
