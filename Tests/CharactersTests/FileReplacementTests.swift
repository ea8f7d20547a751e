import Characters
import Foundation
import TestSupport
import Testing

@Suite struct FileReplacementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> URL {
    let url = URL(fileURLWithPath: folder.path(name))
    try Data(text.utf8).write(to: url)
    return url
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  @Test func whoReadsAFileReadsItToItsEndThoughItIsReplaced() throws {
    let target = try file("a.txt", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target.path)
    let reader = try FileHandle(forReadingFrom: target)
    defer { try? reader.close() }
    let draft = FileReplacement.draft(beside: target)
    try Data("new".utf8).write(to: draft)
    try FileReplacement.put(draft, at: target)
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try text(target) == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.txt"])
  }

  /// A watcher looks all the time while the file is replaced again and again.
  @Test func aPlaceIsNeverWithoutAFile() async throws {
    let target = try file("b.txt", "0")
    let watcher = Task.detached {
      var missing = 0
      while !Task.isCancelled {
        if (try? Data(contentsOf: target))?.isEmpty ?? true { missing += 1 }
      }
      return missing
    }
    for round in 0..<500 {
      let draft = FileReplacement.draft(beside: target)
      try Data("\(round)".utf8).write(to: draft)
      try FileReplacement.put(all: [(draft, target)])
    }
    watcher.cancel()
    #expect(await watcher.value == 0)
    #expect(try text(target) == "499")
  }

  @Test func whereOneOfSeveralFailsAllAreAsTheyWere() throws {
    let (first, third) = (try file("a.dbf", "old dbf"), try file("a.shp", "old shp"))
    let second = URL(fileURLWithPath: folder.path("a.prj"))
    let drafts = [try file("1", "new dbf"), try file("2", "new prj")]
    let missing = URL(fileURLWithPath: folder.path("3"))
    #expect(throws: POSIXError.self) {
      try FileReplacement.put(all: [(drafts[0], first), (drafts[1], second), (missing, third)])
    }
    #expect(try text(first) == "old dbf" && text(third) == "old shp")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["a.dbf", "a.shp"])
  }
}
