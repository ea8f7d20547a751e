import Characters
import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
  let program: BuiltProgram
  let plan = Repository.root.appendingPathComponent("Data/exercise/1-original-plan.txt").path
  let draft = Repository.root.appendingPathComponent("Data/exercise/3-draft-with-mistakes.txt").path

  init() throws { program = try BuiltProgram() }

  /// A short approval with a number, a date and one parcel.
  private func approval(_ ratio: String = "2.0") -> String {
    """
    云溪县人民政府
    关于东湾片区DW-09地块控制性详细规划的批复

    云政函〔2025〕40号

    县自然资源局：

    同意DW-09地块的规划。DW-09地块用地性质为二类城镇住宅用地（070102），用地面积1.5000公顷，容积率≤\(ratio)，\
    绿地率≥35%。

    云溪县人民政府
    2025年7月1日
    """
  }

  private struct Report: Decodable {
    struct Document: Decodable {
      struct Parcel: Decodable { let parcel_id: String?, area_m2: Double?, line_start: Int }
      let number: String?, kind: String, date: String?, file: String, county: String?
      let parcels: [Parcel]
      let transactions: [Parcel]
    }
    struct Finding: Decodable { let code: String, severity: String, message: String }
    struct Change: Decodable { let document: String, outcome: String, version: Int? }
    let documents: [Document], diagnostics: [Finding], outcomes: [Change]?
  }

  private func report(_ outcome: BuiltProgram.Outcome) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test func aDryRunStoresNothing() throws {
    try program.folder.write(approval(), to: "a.txt")
    let outcome = try program.run("import", "--dry-run", "a.txt", "-f", "json")
    let read = try report(outcome)
    #expect(outcome.status == 0)
    #expect(read.documents.map(\.number) == ["云政函〔2025〕40号"])
    #expect(read.documents[0].kind == "plan_approval")
    #expect(read.documents[0].date == "2025-07-01")
    #expect(read.documents[0].file == "a.txt")
    #expect(read.documents[0].parcels.map(\.parcel_id) == ["DW-09"])
    #expect(read.documents[0].parcels[0].area_m2 == 15_000)
    #expect(read.outcomes == nil)
    #expect(try program.folder.names() == ["a.txt"])
  }

  @Test func aDocumentComesFromStandardInput() throws {
    let outcome = try program.run(
      ["import", "--dry-run", "-", "-f", "json"], input: approval())
    #expect(try report(outcome).documents.map(\.file) == ["-"])
  }

  @Test func aDocumentComesFromAnotherProgram() throws {
    try program.folder.write(approval(), to: "a.txt")
    let outcome = try program.runShell("yulin import --dry-run <(cat a.txt) -f json")
    #expect(try report(outcome).documents.map(\.number) == ["云政函〔2025〕40号"])
  }

  @Test func aDocumentIsNewThenUnchangedThenANewVersion() throws {
    func run(_ text: String) throws -> Report {
      try program.folder.write(text, to: "a.txt")
      return try report(
        try program.run("import", "a.txt", "--store", "land.gpkg", "-f", "json"))
    }
    let first = try run(approval())
    let second = try run(approval())
    let third = try run(approval("2.4"))
    #expect(first.outcomes?.map(\.outcome) == ["inserted"])
    #expect(second.outcomes?.map(\.outcome) == ["unchanged"])
    #expect(second.diagnostics.map(\.code) == ["document_unchanged"])
    #expect(third.outcomes?.map(\.outcome) == ["new_version"])
    #expect(third.outcomes?.first?.version == 2)
    #expect(third.diagnostics.map(\.code) == ["document_new_version"])
    let parcel = try program.run("lookup", "DW-09", "--store", "land.gpkg")
    #expect(parcel.output.contains("≤2.4"))
  }

  @Test(arguments: ["en", "zh"])
  func theTableAndTheFindingsAreGolden(_ language: String) throws {
    try FileManager.default.copyItem(
      atPath: draft, toPath: program.folder.path("draft.txt"))
    let outcome = try program.run(
      "import", "draft.txt", "--store", "land.gpkg", "--lang", language)
    #expect(outcome.status == 1)
    try Golden.check(outcome.output + outcome.errors, "import/draft.\(language).txt")
  }

  @Test(arguments: [("never", 0), ("error", 1), ("warning", 1), ("info", 1)])
  func theGravityThatFailsCanBeChosen(_ limit: String, _ status: Int32) throws {
    let outcome = try program.run("import", "--dry-run", draft, "--fail-on", limit)
    #expect(outcome.status == status)
  }

  @Test func warningsAloneAreNoFailure() throws {
    let text = approval().replacing(
      "070102", with: "070199")
    try program.folder.write(text, to: "a.txt")
    #expect(try program.run("import", "--dry-run", "a.txt").status == 0)
    #expect(try program.run("import", "--dry-run", "a.txt", "--fail-on", "warning").status == 1)
  }

  @Test(arguments: [
    (
      "none.txt",
      "none.txt: error: the file cannot be read: there is no such file [unreadable_file]"
    ),
    ("empty.txt", "empty.txt: error: the file cannot be read: it is empty [unreadable_file]"),
  ])
  func whatCannotBeReadIsSaidAndNothingStored(_ name: String, _ line: String) throws {
    try program.folder.write("", to: "empty.txt")
    try program.folder.write(approval(), to: "good.txt")
    let outcome = try program.run("import", "good.txt", name, "--store", "land.gpkg")
    #expect(outcome.errors.hasPrefix(line))
    #expect(outcome.errors.hasSuffix("nothing was stored\n"))
    #expect(outcome.status == 3)
    #expect(try !program.folder.names().contains("land.gpkg"))
  }

  @Test func aRefusedFileIsJSONToo() throws {
    let outcome = try program.run("import", "none.txt", "--store", "land.gpkg", "-f", "json")
    let read = try report(outcome)
    #expect(read.documents.isEmpty)
    #expect(read.diagnostics.map(\.code) == ["unreadable_file"])
    #expect(read.diagnostics.map(\.severity) == ["error"])
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 3)
  }

  @Test func notesAreShownWhereAskedFor() throws {
    try program.folder.write(approval(), to: "a.txt")
    _ = try program.run("import", "a.txt", "--store", "land.gpkg")
    let plain = try program.run("import", "a.txt", "--store", "land.gpkg")
    let verbose = try program.run("import", "a.txt", "--store", "land.gpkg", "--verbose")
    let quiet = try program.run("import", "a.txt", "--store", "land.gpkg", "--quiet")
    #expect(plain.errors == "1 note not shown; --verbose shows them\n1 unchanged\n")
    #expect(verbose.errors.contains("[document_unchanged]"))
    #expect(quiet.errors == "1 unchanged\n")
  }

  @Test func theOtherFilesGoInWhereAskedFor() throws {
    try program.folder.write(approval(), to: "good.txt")
    let outcome = try program.run(
      "import", "good.txt", "none.txt", "--keep-going", "--store", "land.gpkg")
    #expect(outcome.output.contains("云政函〔2025〕40号"))
    #expect(outcome.status == 3)
    #expect(try program.run("lookup", "DW-09", "--store", "land.gpkg").status == 0)
  }

  @Test func aFileWithoutALandDocumentIsSaid() throws {
    try program.folder.write("云溪县2025年工作总结\n\n一年来，各项工作平稳推进。\n", to: "a.txt")
    let outcome = try program.run("import", "a.txt", "--store", "land.gpkg")
    #expect(outcome.errors.hasPrefix("a.txt: note: the file has no land document"))
    #expect(outcome.status == 0)
  }

  @Test func aFileInChineseEncodingIsRead() throws {
    try program.folder.write(approval(), to: "utf8.txt")
    let converted = try program.runShell("iconv -f UTF-8 -t GB18030 utf8.txt >gb.txt")
    try #require(converted.status == 0)
    let outcome = try program.run("import", "--dry-run", "gb.txt", "-f", "json")
    #expect(try report(outcome).documents.first?.parcels.map(\.parcel_id) == ["DW-09"])
  }

  @Test(arguments: ["xlsx", "ods"])
  func aWorkbookIsReadFromAFileAndFromStandardInput(_ ending: String) throws {
    let table = "地块编号,用地性质,面积（公顷）\nK-01,公园绿地,0.5\nK-02,二类城镇住宅用地,1.5\n"
    try program.folder.write(table, to: "a.csv")
    let made = try program.runShell("ogr2ogr -f \(ending.uppercased()) a.\(ending) a.csv")
    try #require(made.status == 0, "ogr2ogr is needed: Scripts/bootstrap")
    let file = try program.run("import", "--dry-run", "a.\(ending)", "-f", "json")
    let input = try program.runShell(
      "yulin import --dry-run - --as \(ending) -f json <a.\(ending)")
    for outcome in [file, input] {
      #expect(try report(outcome).documents.first?.parcels.map(\.parcel_id) == ["K-01", "K-02"])
    }
  }

  @Test func aWordDocumentIsRead() throws {
    try program.folder.write(approval().replacing("\n", with: "\n\n"), to: "a.md")
    let made = try program.runShell("pandoc a.md -o a.docx")
    try #require(made.status == 0, "pandoc is needed: Scripts/bootstrap")
    let outcome = try program.run("import", "--dry-run", "a.docx", "-f", "json")
    #expect(try report(outcome).documents.first?.parcels.map(\.parcel_id) == ["DW-09"])
  }

  @Test func aMissingToolIsNamedWithItsPackage() throws {
    try program.folder.write("%PDF-1.4\n", to: "a.pdf")
    // A path with the program that limits the others, and none of the others.
    _ = try program.runShell("mkdir bin && ln -s $(command -v timeout) bin/timeout")
    let outcome = try program.run(
      ["import", "--dry-run", "a.pdf"], environment: ["PATH": program.folder.path("bin")])
    #expect(outcome.errors.contains("pdftotext is not installed [missing_tool]"))
    #expect(outcome.errors.contains("poppler-utils"))
    #expect(outcome.status == 3)
  }

  @Test func theCountyOfATableCanBeTold() throws {
    let table = "地块编号,用地性质,面积（公顷）,容积率\nK-01,公园绿地,0.5,\nK-02,二类城镇住宅用地,1.5,≤2.0\n"
    try program.folder.write(table, to: "indicators.csv")
    let read = try report(
      try program.run(
        "import", "--dry-run", "indicators.csv", "--county", "云溪县", "-f", "json"))
    #expect(read.documents.map(\.county) == ["云溪县"])
    #expect(read.documents.first?.parcels.map(\.parcel_id) == ["K-01", "K-02"])
    let stored = try program.run(
      "import", "indicators.csv", "--county", "云溪县", "--store", "land.gpkg")
    #expect(stored.status == 0)
    #expect(try program.run("lookup", "K-02", "--store", "land.gpkg").output.hasPrefix("K-02  云溪县"))
  }

  @Test func theMeaningOfAColumnCanBeTold() throws {
    let table = "编码,用地性质,大小（公顷）\nK-01,公园绿地,0.5\nK-02,二类城镇住宅用地,1.5\n"
    try program.folder.write(table, to: "a.csv")
    let read = try report(
      try program.run(
        "import", "--dry-run", "a.csv", "--columns", "编码=地块编号,大小（公顷）=面积（公顷）", "-f", "json"))
    #expect(read.documents.first?.parcels.map(\.parcel_id) == ["K-01", "K-02"])
    #expect(read.documents.first?.parcels.map(\.area_m2) == [5_000, 15_000])
  }

  @Test func everyColumnCanBeTold() throws {
    let table = "2024年台账\n编码,大小,做什么\nG-01,15,工业用地\nG-02,3,公园绿地\n"
    try program.folder.write(table, to: "a.csv")
    let read = try report(
      try program.run(
        "import", "--dry-run", "a.csv", "--as", "supply", "--columns",
        "编码=地块编号,大小=面积(亩),做什么=用途", "-f", "json"))
    let acts = try #require(read.documents.first?.transactions)
    #expect(acts.map(\.parcel_id) == ["G-01", "G-02"])
    #expect(acts.map(\.area_m2) == [10_000, 2_000])
  }

  @Test(arguments: [
    (
      ["--as", "poem"],
      "--as does not know “poem”; it knows boundary, layer, csv, doc, docx, html, image"
    ),
    (["--columns", "编码"], "“编码” in --columns is not of the form printed=known"),
  ])
  func aWrongWordIsNamed(_ options: [String], _ words: String) throws {
    let outcome = try program.run(["import", "--dry-run", plan] + options)
    #expect(outcome.errors.contains(words))
    #expect(outcome.status == 2)
  }

  @Test func aRegisterThatAnotherProcessWritesToIsBusy() throws {
    try program.folder.write(approval(), to: "a.txt")
    #expect(try program.run("import", plan, "--store", "land.gpkg").status == 0)
    let script = """
      import sqlite3, time
      c = sqlite3.connect('land.gpkg'); c.execute('BEGIN IMMEDIATE'); open('held', 'w').close(); time.sleep(12)
      """
    try program.folder.write(script, to: "hold.py")
    let outcome = try program.runShell(
      """
      python3 hold.py & holder=$!
      while [ ! -e held ]; do sleep 0.05; done
      yulin lookup LP-01 --store land.gpkg >/dev/null || exit 9
      yulin import a.txt --store land.gpkg
      status=$?; kill $holder; exit $status
      """)
    #expect(
      outcome.errors.hasPrefix(
        "yulin: error: another process is writing to land.gpkg; try again later"))
    #expect(outcome.status == 4)
  }
}
