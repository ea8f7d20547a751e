import Foundation
import TestSupport
import Testing

/// Registers that released versions of the program made are brought up to date and give the answers
/// of a register that is filled today from the same files.
@Suite("Registers made by released versions")
struct ReleasedRegisterTests {
  static let questions = [
    "list parcels -f csv", "list transactions -f csv", "list documents -f csv",
    "list sites -f csv", "list parcels --where use=0701 --as-of 2025-07-01 -f json",
    "lookup LP-02 -f json", "lookup NX-03 -f json", "lookup D-08-01", "lookup 111.1925,37.3744",
    "history LP-02 -f json", "history NX-03", "diff --from 2025-03-01 --to 2025-09-30 -f json",
    "overlay parcels 生态保护红线 -f csv", "check all -f json", "check --acceptances -f json",
    "export parcels -f geojson -o -", "export 城镇开发边界 -f geojson -o -",
  ]

  @Test(arguments: 1...5)
  func eachIsBroughtUpToDateAndAnswersAsOneOfToday(_ schema: Int) throws {
    let program = try BuiltProgram()
    let folder = program.folder.url
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Data"),
      withDestinationURL: Repository.root.appendingPathComponent("Data"))
    let released = Repository.released(schema: schema)
    let fill = released.deletingLastPathComponent().appendingPathComponent("fill").path
    let filled = try program.runShell(
      "'\(fill)' \(schema) fresh.gpkg && cp '\(released.path)' released.gpkg")
    try #require(filled.status == 0, "\(filled.errors)")

    func answer(_ question: String, _ register: String) throws -> String {
      let outcome = try program.run(
        question.split(separator: " ").map(String.init) + ["--store", register])
      var text = outcome.output + outcome.errors + "\(outcome.status)"
      text = text.replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "…").replacing(register, with: "…")
      text = text.replacing(/"register_id" ?: ?"[-0-9a-f]{36}"/, with: "…")
      text = text.replacing(/"version" ?: ?\d+/, with: "…").replacing(/\ \ version \d+/, with: "")
      text = text.replacing(/,\d+,…,/, with: ",…,")
      return text.replacing(/yulin \d+\.\d+\.\d+/, with: "yulin")
    }
    // What is read is answered before it is brought up to date, where that can be.
    let before = try answer("lookup LP-02", "released.gpkg")
    try program.folder.write("云岭县人民政府关于放假的通知\n\n各乡镇：\n放假一天。\n", to: "other.txt")
    let other = try program.run(
      "import", "other.txt", "--quiet", "--keep-going", "--store", "released.gpkg")
    #expect(other.status == 0, "\(other.errors)")
    if schema >= 3 {
      #expect(try answer("lookup LP-02", "released.gpkg") == before)
    } else {
      #expect(before.contains("older version"))
    }
    // What is read today is more than what was read then: read anew, both are alike but for the
    // versions of their documents.
    let again = try program.runShell(
      """
      export YULIN_STORE=released.gpkg
      yulin import --quiet Data/exercise/[1256]-*.txt Data/zhongyang/2022-*.txt \
        Data/zhongyang/2025-0{62,72,85,86}-*.txt
      yulin import --quiet sites.csv listing.txt
      [ \(schema) = 1 ] || yulin import --quiet Data/exercise/7-*.txt
      YULIN_STORE=fresh.gpkg yulin import --quiet other.txt
      """)
    #expect(again.status == 0, "\(again.errors)")
    for question in ReleasedRegisterTests.questions {
      let (old, new) = (try answer(question, "released.gpkg"), try answer(question, "fresh.gpkg"))
      #expect(old == new, "\(question)")
    }
  }

  @Test func whatIsMissingIsToldWithTheWayOut() throws {
    let program = try BuiltProgram()
    let spoilt = try program.runShell(
      """
      cp '\(Repository.released(schema: 4).path)' land.gpkg
      python3 -c 'import sqlite3
      db = sqlite3.connect("land.gpkg")
      db.execute("ALTER TABLE parcel_boundary DROP COLUMN ellipsoidal_area_m2")
      db.commit()'
      """)
    try #require(spoilt.status == 0, "\(spoilt.errors)")
    let english = try program.run("lookup", "NX-03", "--store", "land.gpkg")
    #expect(english.status == 3)
    #expect(
      english.errors == """
        yulin: error: land.gpkg was made by another version: “ellipsoidal_area_m2” is missing or not \
        known here; open it with that version, or `yulin export` its facts with it and import them anew

        """)
    let chinese = try program.run("lookup", "NX-03", "--store", "land.gpkg", "--lang", "zh")
    #expect(
      chinese.errors == """
        yulin: 错误: land.gpkg 由另一版本写成：缺少或不识“ellipsoidal_area_m2”；用写它的版本打开，\
        或用该版本 `yulin export` 导出后导入新登记库

        """)
  }
}
