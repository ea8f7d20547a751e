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

  @Test func aListAndAnExportSpeakOneLanguage() throws {
    for text in [
      "land_use_code LIKE '0701%'", "use=0701", "area_m2>15亩", "floor_area_ratio > 1", "容积率>1",
    ] {
      let list = try register.run("list", "parcels", "--where", text, "-f", "csv")
      #expect(list.status < 2, "\(text): \(list.errors)")
      let file = try register.run(
        "list", "parcels", "--where", text, "-f", "geojsonseq")
      #expect(
        file.output.split(separator: "\n").count + 1 == list.output.split(separator: "\r\n").count)
    }
  }

  @Test func aMistakeNamesItsPlaceAndTheNearestName() throws {
    let outcome = try register.run("list", "parcels", "--where", "use=07 AND aera>15亩")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.hasPrefix(
        "yulin: error: at character 12 of --where: there is no property “aera”; "
          + "did you mean area? known are: parcel_id, plan, county, use,"))
    let order = try register.run("list", "parcels", "--sort", "aera", "--lang", "zh")
    #expect(order.errors.hasPrefix("yulin: 错误: --sort 第 1 个字符：没有名为“aera”的字段；是否指 area；可用："))
  }
}
