import TestSupport
import Testing

@Suite struct StartTests {
  @Test func theBuiltProgramStarts() throws {
    let outcome = try BuiltProgram().run("--version")
    #expect(outcome.status == 0)
  }
}
