import TestSupport
import Testing

@Suite struct CheckBuildingTests {
  let session: RegisterSession

  init() throws { session = try RegisterSession() }

  private func building(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try session.program.run(
      ["check", "building", "--parcel", "DW-01", "--store", "land.gpkg"] + arguments)
  }

  @Test func aBuildingThatKeepsAllIsClean() throws {
    let outcome = try building(
      "--floor-area", "100000", "--footprint", "8000", "--green", "15000", "--height", "54")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try Golden.check(outcome.output, "rules/building.txt")
  }

  @Test func aBuildingThatDoesNotComplyIsAFinding() throws {
    let outcome = try building(
      "--floor-area", "130000", "--footprint", "8000", "--height", "60", "--storeys", "15",
      "--lang", "zh")
    #expect(outcome.status == 1)
    try Golden.check(outcome.output, "rules/building.zh.txt")
  }

  @Test func programsReadTheSame() throws {
    let outcome = try building("--floor-area", "130000", "-f", "json")
    #expect(outcome.status == 1)
    try Golden.check(outcome.output, "rules/building.json.txt")
  }

  @Test func anUnknownParcelIsSaid() throws {
    let outcome = try session.run("check", "building", "--parcel", "DW-99", "--height", "20")
    #expect(outcome.errors.hasPrefix("yulin: error: the register has no parcel “DW-99”"))
    #expect(outcome.status == 1)
  }

  @Test(arguments: [["--floor-area", "-3"], ["--storeys", "0", "--height", "3"], []])
  func measuresThatCannotBeAreWrongUse(_ arguments: [String]) throws {
    let outcome = try session.program.run(
      ["check", "building", "--parcel", "DW-01", "--store", "land.gpkg"] + arguments)
    #expect(outcome.status == 2)
  }
}
