import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  let program: BuiltProgram

  init() throws { program = try BuiltProgram() }

  @Test func theVersionNamesTheDatabaseToo() throws {
    let outcome = try program.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /yulin 0\.1\.0 \(SQLite 3\.[0-9.]+\)\n/) != nil)
  }

  @Test(arguments: [
    (
      ["lookup", "A-01"],
      "yulin: error: no register named; give --store FILE or set YULIN_STORE\n"
    ),
    (
      ["lookup"],
      "yulin: error: Missing expected argument '<what> ...' (see `yulin lookup --help`)\n"
    ),
    (
      ["codes", "--foo"],
      "yulin: error: Unknown option '--foo'. Did you mean '--to'? (see `yulin codes --help`)\n"
    ),
    (
      ["list", "parcels", "--limit", "0"],
      "yulin: error: --limit is at least 1 (see `yulin list --help`)\n"
    ),
    (
      ["codes", "R2", "--to", "1999"],
      """
      yulin: error: The value '1999' is invalid for '--to <to>'. Please provide one of 'MNR-2023', \
      'MNR-2020', 'GB/T21010-2017', 'GB50137-2011' or 'SURVEY-3' (see `yulin codes --help`)

      """
    ),
    (
      ["export", "--store", "a.gpkg", "-o", "facts.xml"],
      "yulin: error: the name facts.xml does not tell a format; say -f json, -f jsonl or -f csv\n"
    ),
    (
      ["lookup", "A-01", "--store", "a.gpkg", "--as-of", "yesterday"],
      "yulin: error: “yesterday” is not a time; write 2026-11-20 or 2026-11-20T09:30\n"
    ),
    (
      ["list", "parcels", "--store", "a.gpkg", "--where", "status=open"],
      """
      yulin: error: at character 8 of --where: there is no value “open” here; known are: mapped, \
      planned, reserved, planned_supply, supply_approved, supplied, reclaimed, superseded

      """
    ),
  ])
  func aMistakeIsOneLineAndStatusTwo(_ arguments: [String], _ line: String) throws {
    let outcome = try program.run(arguments)
    #expect(outcome.errors == line)
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 2)
  }

  @Test func aMistakeIsInTheLanguageAskedFor() throws {
    let line = "yulin: 错误: 没有指定登记库；用 --store FILE 或环境变量 YULIN_STORE 指定\n"
    let asked = try program.run("lookup", "A-01", "--lang", "zh")
    let found = try program.run(["lookup", "A-01"], environment: ["LC_ALL": "zh_CN.UTF-8"])
    let other = try program.run(
      ["lookup", "A-01", "--lang=en"], environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(asked.errors == line)
    #expect(found.errors == line)
    #expect(other.errors.hasPrefix("yulin: error: no register named"))
  }

  @Test func aMissingRegisterIsSaidAndRefused() throws {
    let outcome = try program.run("info", "--store", "none.gpkg")
    #expect(
      outcome.errors == """
        yulin: error: there is no register none.gpkg; make one with `yulin import FILE --store none.gpkg`

        """)
    #expect(outcome.status == 3)
    #expect(try program.folder.names().isEmpty)
  }

  @Test func withJSONAMistakeIsJSONToo() throws {
    let outcome = try program.run("lookup", "A-01", "--store", "none.gpkg", "-f", "json")
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        {"error":{"advice":"make one with `yulin import FILE --store none.gpkg`","code":"not_found",\
        "message":"there is no register none.gpkg"}}

        """)
  }

  @Test func theRegisterCanBeNamedByTheEnvironment() throws {
    let outcome = try program.run(["info"], environment: ["YULIN_STORE": "named.gpkg"])
    #expect(outcome.errors.contains("there is no register named.gpkg"))
  }

  @Test func aClosedPipeIsSuccess() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try program.run(
      ["codes", "--scheme", "MNR-2023"], output: pipe.fileHandleForWriting)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 0)
  }

  @Test func aFullDiskIsSaid() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    let outcome = try program.run(["codes", "--scheme", "MNR-2023"], output: full)
    #expect(
      outcome.errors == "yulin: error: standard output cannot be written: the disk is full\n")
    #expect(outcome.status == 3)
  }

  @Test(arguments: ["en", "zh"])
  func helpIsGolden(_ language: String) throws {
    let outcome = try program.run("--help", "--lang", language)
    #expect(outcome.status == 0)
    try Golden.check(outcome.output, "help.\(language).txt")
  }
}
