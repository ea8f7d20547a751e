import TestSupport
import Testing

@Suite struct CodesTests {
  let program: BuiltProgram

  init() throws { program = try BuiltProgram() }

  @Test(arguments: [
    ("one-code", ["070102"]), ("one-name", ["二类城镇住宅", "--lang", "zh"]),
    ("old-code", ["R2", "--to", "MNR-2023"]), ("ambiguous", ["1101"]),
    ("mix", ["1101-07", "--scheme", "2023"]), ("schemes", []), ("json", ["080404", "-f", "json"]),
    ("csv", ["R2", "-f", "csv"]), ("classes.csv", ["--scheme", "survey3", "-f", "csv"]),
    ("lines", ["R2", "M1", "-f", "jsonl"]),
  ])
  func theAnswerIsGolden(_ name: String, _ arguments: [String]) throws {
    let outcome = try program.run(["codes"] + arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try Golden.check(outcome.output, "codes/\(name).txt")
  }

  @Test func anUnknownCodeIsSaidWithNearMisses() throws {
    let outcome = try program.run("codes", "二类城镇住在用地")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("no code or name “二类城镇住在用地”\nnear misses: 070102"))
    #expect(outcome.status == 1)
  }

  @Test func oneUnknownCodeAmongKnownOnesIsAFinding() throws {
    let outcome = try program.run("codes", "1401", "nonsense")
    #expect(outcome.output.contains("公园绿地"))
    #expect(outcome.errors.contains("nonsense"))
    #expect(outcome.status == 1)
  }

  @Test func aSchemeIsNamedAsPeopleWriteIt() throws {
    let answers = try ["MNR-2023", "mnr2023", "2023"].map {
      try program.run("codes", "0701", "--scheme", $0).output
    }
    #expect(Set(answers).count == 1)
    #expect(try program.run("codes", "0701", "--scheme", "GB/T 21010").status == 0)
  }
}
