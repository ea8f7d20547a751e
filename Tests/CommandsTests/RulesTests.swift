import Planning
import TestSupport
import Testing

@Suite struct RulesTests {
  let program: BuiltProgram

  init() throws { program = try BuiltProgram() }

  @Test(arguments: [
    ("all", []), ("all.zh", ["--lang", "zh"]), ("family", ["--family", "use"]),
    ("one", ["coverage_overlap"]), ("one.zh", ["indicator_missing", "--lang", "zh"]),
    ("one.json", ["reserve_total", "-f", "json"]),
  ])
  func theAnswerIsGolden(_ name: String, _ arguments: [String]) throws {
    let outcome = try program.run(["rules"] + arguments)
    #expect(outcome.status == 0)
    // The digest changes with every word of the rules.
    let isDigested = name.hasSuffix("json")
    let text =
      isDigested
      ? outcome.output.replacing(/"digest" : "[0-9a-f]{64}"/, with: "\"digest\" : \"…\"")
      : outcome.output
    try Golden.check(text, "rules/\(name).txt")
  }

  @Test func everyRuleIsListed() throws {
    let rows = try program.run("rules", "-f", "csv").output.split(separator: "\r\n")
    #expect(rows.count == RuleCode.allCases.count + 1)
    for (code, row) in zip(RuleCode.allCases, rows.dropFirst()) {
      #expect(row.hasPrefix("\(code.rawValue),"))
    }
  }

  @Test func aRuleMayBeNamedWithHyphens() throws {
    #expect(try program.run("rules", "Coverage-Overlap").status == 0)
  }

  @Test func anUnknownRuleIsSaidWithNearMisses() throws {
    let outcome = try program.run("rules", "coverage_overlp")
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix(
        "there is no rule “coverage_overlp”\nnear misses: coverage_overlap"))
  }

  @Test func aBureausProfileIsShown() throws {
    try program.folder.write(
      """
      name: 云溪县
      version: "2026-1"
      rules:
        - code: coverage_overlap
          enabled: false
          parameters: {minimum_m2: 25}
      """, to: "county.yaml")
    let one = try program.run("rules", "coverage_overlap", "--profile", "county.yaml")
    #expect(one.output.hasPrefix("coverage_overlap  Parcels overlap (switched off)\n"))
    #expect(one.output.contains("minimum_m2 = 25 m²"))
    let all = try program.run("rules", "--profile", "county.yaml", "--lang", "zh")
    #expect(all.errors.contains("规则集 standard + 云溪县"))
  }

  @Test(arguments: [
    (
      "name: a\nversion: \"1\"\nrules:\n  - code: coverage_overlap\n    severity: fatal\n",
      """
      yulin: error: county.yaml:5: coverage_overlap.severity: “fatal” is not known here; it may be: \
      info, warning, error, none

      """
    ),
    (
      "name: a\n",
      "yulin: error: county.yaml:1: version: it is missing\n"
    ),
    (
      "name: a\nversion: \"1\"\nrules:\n  - code: coverage_gapp\n",
      """
      yulin: error: county.yaml:4: rules[0].code: there is no rule “coverage_gapp”; near misses: \
      coverage_gap

      """
    ),
  ])
  func aFaultyProfileIsRefusedWithItsLine(_ text: String, _ line: String) throws {
    try program.folder.write(text, to: "county.yaml")
    let outcome = try program.run("rules", "--profile", "county.yaml")
    #expect(outcome.errors == line)
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 3)
  }
}
