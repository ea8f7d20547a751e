import TestSupport
import Testing

@Suite struct ListTests {
  let register: RegisterSession

  init() throws { register = try RegisterSession() }

  @Test(arguments: [
    ("parcels", ["parcels"]), ("documents", ["documents"]), ("transactions", ["transactions"]),
    ("sites", ["sites"]), ("parcels.zh", ["parcels", "--lang", "zh"]),
    ("parcels.csv", ["parcels", "-f", "csv"]), ("sites.json", ["sites", "-f", "json"]),
    ("transactions.jsonl", ["transactions", "-f", "jsonl"]),
    ("by-use", ["parcels", "--where", "use=0701", "--where", "area>15亩"]),
    ("by-date", ["documents", "--where", "date>=2025-04"]),
  ])
  func theListIsGolden(_ name: String, _ arguments: [String]) throws {
    let outcome = try register.program.run(["list"] + arguments + ["--store", "land.gpkg"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try Golden.check(outcome.output, "list/\(name).txt")
  }

  @Test func aLimitSaysWhatIsLeftOut() throws {
    let outcome = try register.run("list", "documents", "--limit", "1", "-f", "csv")
    #expect(outcome.output.split(separator: "\r\n").count == 2)
    #expect(outcome.errors == "1 of 4 shown\n")
    #expect(outcome.status == 0)
  }

  @Test func nothingThatMatchesIsSaid() throws {
    let outcome = try register.run("list", "parcels", "--where", "area>1000公顷", "-f", "csv")
    #expect(outcome.output.hasPrefix("parcel_id,plan,"))
    #expect(outcome.errors == "nothing matches\n")
    #expect(outcome.status == 1)
  }

  @Test func aTableWithTheMarkOpensInExcel() throws {
    let outcome = try register.run("list", "sites", "-f", "csv", "--bom")
    #expect(outcome.output.unicodeScalars.first == "\u{FEFF}")
    #expect(outcome.output.contains("'=东坡"))
  }
}
