import Characters
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.1 + 0.2, 4, "0.3"), (9.999, 2, "10"),
    (0, 2, "0"), (-0.001, 2, "0"), (-1.5, 0, "-2"), (21232, 2, "21232"), (1e-7, 4, "0"),
    (1e21, 2, "1000000000000000000000"), (0.05, 1, "0.1"), (0.004, 2, "0"), (123.456, 1, "123.5"),
  ])
  func aNumberIsRoundedAsAPersonWould(_ number: Double, _ places: Int, _ text: String) {
    #expect(NumberText.decimal(number, places: places) == text)
  }

  @Test func zerosAreKeptWhereAsked() {
    #expect(NumberText.decimal(2, places: 2, keep: 1) == "2.0")
    #expect(NumberText.decimal(2.25, places: 2, keep: 1) == "2.25")
  }

  @Test func whatIsNotANumberIsADash() {
    #expect(NumberText.decimal(.nan, places: 2) == "–")
    #expect(NumberText.decimal(.infinity, places: 2) == "–")
  }
}
