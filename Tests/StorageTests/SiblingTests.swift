import Planning
import Storage
import TestSupport
import Testing

/// A process that reads a register through several connections keeps its locks on the file.
@Suite struct SiblingTests {
  @Test func aSiblingSeesWhatIsWrittenByOthers() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("land.gpkg")
    let writer = try RegisterStore.create(at: path)
    let reader = try RegisterStore.open(at: path)
    let siblings = try (0..<3).map { _ in try reader.sibling() }
    let before = try siblings.map { try $0.read { try $0.revision() } }
    _ = try writer.importDocument(
      Sample.document("样政〔2025〕1号", on: "2025-01-01", line: 1), from: Sample.file)
    let after = try siblings.map { try $0.read { try $0.revision() } }
    #expect(Set(before).count == 1)
    #expect(Set(after).count == 1)
    #expect(before != after)
  }
}
