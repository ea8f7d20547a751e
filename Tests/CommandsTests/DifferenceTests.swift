import Foundation
import TestSupport
import Testing

@Suite("yulin diff")
struct DifferenceTests {
  /// The parcel DW-01 is planned in 2024, adjusted in February 2025 and listed in June.
  let session: RegisterSession

  init() throws { session = try RegisterSession() }

  @Test(
    "In both languages each change has old and new value and its document", arguments: ["en", "zh"])
  func table(language: String) throws {
    let outcome = try session.run(
      "diff", "--from", "2025-02-09", "--to", "2025-06-18", "--lang", language)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try Golden.check(outcome.output, "diff-\(language).txt")
  }

  @Test("JSON is golden, and JSON Lines has the same parcels")
  func json() throws {
    let json = try session.run("diff", "--from", "2024-01-01", "--to", "2025-12-31", "-f", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let parcels = try #require(object["parcels"] as? [[String: Any]])
    #expect(object["added"] as? Int == parcels.count)
    #expect(object["answer"] as? String == "found")
    let lines = try session.run("diff", "--from", "2024-01-01", "--to", "2025-12-31", "-f", "jsonl")
    #expect(lines.output.split(separator: "\n").count == parcels.count + 1)
    try Golden.check(json.output, "diff.json")
  }

  @Test("CSV is golden: a row for each property, act and boundary")
  func csv() throws {
    let csv = try session.run("diff", "--from", "2024-01-01", "--to", "2025-12-31", "-f", "csv")
    try Golden.check(csv.output.replacing("\r\n", with: "\n"), "diff.csv")
  }

  @Test("What was known at one time is held against what was known later")
  func known() throws {
    let outcome = try session.run(
      "diff", "--known-from", "2026-01-01T23:59:59Z", "--known-to", "2026-01-02T23:59:59Z", "-f",
      "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let parcels = try #require(object["parcels"] as? [[String: Any]])
    #expect(parcels.compactMap { $0["parcel"] as? String } == ["DW-01"])
    #expect(object["changed"] as? Int == 1)
  }

  @Test("Nothing differs: said on standard error, with exit status 1")
  func nothing() throws {
    let table = try session.run("diff", "--from", "2025-07-01", "--to", "2025-07-02")
    #expect(table.status == 1 && table.output.isEmpty)
    #expect(table.errors == "nothing differs between the two moments\n")
    let json = try session.run(
      "diff", "--from", "2025-07-01", "--to", "2025-07-02", "-f", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(json.status == 1 && object?["answer"] as? String == "none")
    #expect((object?["parcels"] as? [Any])?.isEmpty == true)
  }

  @Test("A limit bounds what is written and not what is counted; a file appears whole")
  func limitAndFile() throws {
    let outcome = try session.run(
      "diff", "--from", "2024-01-01", "--limit", "1", "-f", "json", "-o", "d.json")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("1 of "))
    let text = try session.program.folder.text("d.json")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((object?["parcels"] as? [Any])?.count == 1)
    #expect((object?["added"] as? Int ?? 0) > 1)
    let again = try session.run("diff", "--from", "2024-01-01", "-o", "d.json")
    #expect(again.status == 3)
  }

  @Test("Without a start, or with an end alone, it is wrong use")
  func wrongUse() throws {
    #expect(try session.run("diff").status == 2)
    #expect(try session.run("diff", "--to", "2025-01-01").status == 2)
    #expect(try session.run("diff", "--from", "2025-01-01", "--known-to", "2026-01-01").status == 2)
    #expect(try session.run("diff", "--from", "sometime").status == 2)
    #expect(try session.run("diff", "--from", "2025-01-01", "--limit", "0").status == 2)
  }
}
