import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct LookupTests {
  let register: RegisterSession

  init() throws { register = try RegisterSession() }

  @Test(arguments: [
    ("parcel", ["DW-01"]), ("parcel.zh", ["DW-01", "--lang", "zh"]),
    ("parcel.json", ["DW-01", "-f", "json"]), ("parcel.jsonl", ["DW-01", "-f", "jsonl"]),
    ("parcel.csv", ["DW-01", "-f", "csv"]), ("before", ["DW-01", "--as-of", "2024-12-31"]),
    ("document", ["云政函(2024)12"]), ("site", ["石岭村滑坡"]), ("two", ["DW-01", "DW-02"]),
  ])
  func theAnswerIsGolden(_ name: String, _ arguments: [String]) throws {
    let outcome = try register.program.run(
      ["lookup"] + arguments + ["--store", "land.gpkg"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let moment = /"(as_of|known_at)" : "[^"]*"/
    let text = outcome.output.replacing(moment) { "\"\($0.1)\" : \"…\"" }
    try Golden.check(text, "lookup/\(name).txt")
  }

  @Test func theMomentIsAlwaysToldInJSON() throws {
    let outcome = try register.run("lookup", "DW-01", "-f", "json")
    #expect(outcome.output.contains(/"as_of" : "20\d\d-\d\d-\d\d"/))
    #expect(outcome.output.contains(/"known_at" : "20\d\d-\d\d-\d\dT[0-9:.]{12}Z"/))
    let asked = try register.run("lookup", "DW-01", "-f", "json", "--as-of", "2024-12-31")
    #expect(asked.output.contains("\"as_of\" : \"2024-12-31\""))
  }

  @Test func nothingFoundIsSaidWithNearMisses() throws {
    let outcome = try register.run("lookup", "DW-04")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("nothing found for “DW-04”\nnear misses: DW-0"))
    #expect(outcome.status == 1)
  }

  @Test func nothingFoundIsJSONToo() throws {
    let outcome = try register.run("lookup", "XX-99", "-f", "json")
    #expect(outcome.output.contains("\"answer\" : \"none\""))
    #expect(outcome.output.contains("\"parcels\" : [\n\n  ]"))
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 1)
  }

  @Test func aPlaceByCoordinatesIsNotCheckedWithoutBoundaries() throws {
    let outcome = try register.run("lookup", "111.18,37.34", "-f", "json")
    #expect(outcome.output.contains("\"answer\" : \"not_checked\""))
    #expect(outcome.status == 1)
    let said = try register.run("lookup", "111.18,37.34")
    #expect(said.errors == "“111.18,37.34” was not checked\n")
    #expect(said.output.contains("the register has neither boundaries nor layers"))
  }

  @Test func aNumberKnownAtAnotherTimeIsSaidToBe() throws {
    let outcome = try register.run("lookup", "DW-01", "--as-of", "2020-01-01")
    #expect(outcome.errors.contains("“DW-01” is known at another time\n"))
    #expect(outcome.status == 1)
  }

  @Test func aDocumentHasNoHistoryOfAParcel() throws {
    let outcome = try register.run("history", "云政函〔2024〕12号")
    #expect(
      outcome.errors.contains("“云政函〔2024〕12号” is no parcel; ask `yulin lookup` for it\n"))
    #expect(outcome.status == 1)
  }

  @Test(arguments: [40, 60, 100])
  func aParcelFitsTheTerminal(_ columns: Int) throws {
    let outcome = try register.program.runShell(
      "script -qec 'stty cols \(columns); yulin lookup DW-01 DW-02 --store land.gpkg' /dev/null")
    try #require(outcome.output.contains("DW-02"))
    for line in outcome.output.split(whereSeparator: \.isNewline) {
      #expect(DisplayWidth.of(line) <= columns)
    }
  }

  @Test func whatWasNotYetKnownIsNotFound() throws {
    let outcome = try register.run("lookup", "DW-01", "--known-at", "2020-01-01")
    #expect(outcome.status == 1)
  }

  @Test(arguments: [("history", ["DW-01"]), ("history.json", ["DW-01", "-f", "json"])])
  func theHistoryIsGolden(_ name: String, _ arguments: [String]) throws {
    let outcome = try register.program.run(
      ["history"] + arguments + ["--store", "land.gpkg"])
    #expect(outcome.status == 0)
    let moment = /"(as_of|known_at)" : "[^"]*"/
    let text = outcome.output.replacing(moment) { "\"\($0.1)\" : \"…\"" }
    try Golden.check(text, "lookup/\(name).txt")
  }
}
