import Exchange
import Foundation
import Planning
import TestSupport
import Testing

@Suite struct ExportTests {
  let register: RegisterSession

  init() throws { register = try RegisterSession() }

  @Test(arguments: ExportFormat.allCases)
  func allFactsComeBackInANewRegister(_ format: ExportFormat) throws {
    let file = "facts-2.\(format.rawValue)"
    let export = try register.run("export", "-o", file)
    #expect(export.errors == "4 documents exported to \(file)\n")
    #expect(export.status == 0)
    let restore = try register.program.run("import", file, "--store", "copy.gpkg")
    #expect(restore.errors == "4 document versions restored into copy.gpkg\n")
    #expect(restore.status == 0)
    let again = try register.program.run(
      "export", "-o", "-", "-f", format.rawValue, "--store", "copy.gpkg")
    #expect(again.output == (try register.program.folder.text(file)))
    let facts = try ExportFormat.json.export(
      from: Data(try register.run("export", "-o", "-").output.utf8))
    #expect(facts == Fixtures.export())
  }

  @Test func aFileThatIsThereIsKept() throws {
    try register.program.folder.write("mine", to: "facts.csv")
    let refused = try register.run("export", "-o", "facts.csv")
    #expect(
      refused.errors
        == "yulin: error: there is a file facts.csv already; replace it with --overwrite\n")
    #expect(refused.status == 3)
    #expect(try register.program.folder.text("facts.csv") == "mine")
    let written = try register.run("export", "-o", "facts.csv", "--overwrite")
    #expect(written.status == 0)
    #expect(try register.program.folder.text("facts.csv").hasPrefix("record,of,"))
  }

  @Test func nothingIsLeftBehindWhereAFileCannotBeWritten() throws {
    let outcome = try register.run("export", "-o", "nowhere/facts.json")
    #expect(
      outcome.errors
        == "yulin: error: nowhere/facts.json cannot be written: no such file or folder\n")
    #expect(outcome.status == 3)
    #expect(try !register.program.folder.names().contains { $0.hasPrefix(".") })
  }

  @Test func anExportIsRefusedByARegisterThatIsNotEmpty() throws {
    let outcome = try register.run("import", "facts.json")
    #expect(
      outcome.errors == """
        yulin: error: land.gpkg is not empty; an export can only be restored into a new register

        """)
    #expect(outcome.status == 3)
  }

  @Test func aBrokenExportStoresNothing() throws {
    let text = try register.program.folder.text("facts.json")
    try register.program.folder.write(
      text.replacing("\"kind\" : \"supply\"", with: "\"kind\" : \"sale\""), to: "broken.json")
    let outcome = try register.program.run("import", "broken.json", "--store", "new.gpkg")
    #expect(outcome.errors.contains("broken.json"))
    #expect(outcome.status == 3)
    #expect(try !register.program.folder.names().contains("new.gpkg"))
  }
}
