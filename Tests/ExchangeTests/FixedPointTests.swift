import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("Numbers as decimals with so many places")
struct FixedPointTests {
  func text(_ value: Double, _ places: Int, keepsPoint: Bool = false) -> String {
    var bytes: [UInt8] = []
    FixedPoint(places: places, keepsPoint: keepsPoint).append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same by C's `printf`, which is exact and slow.
  func twin(_ value: Double, _ places: Int) -> String {
    var text = String(format: "%.\(places)f", value)
    if places > 0 {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  @Test(arguments: [
    (111.0, 7, "111"), (111.25, 1, "111.2"), (111.35, 1, "111.3"), (0.5, 0, "0"), (1.5, 0, "2"),
    (2.5, 0, "2"), (-0.00000004, 7, "0"), (-0.00000006, 7, "-0.0000001"), (0.1 + 0.2, 15, "0.3"),
    (37_500_000.1235, 4, "37500000.1235"), (1e300, 0, String(format: "%.0f", 1e300)),
    (0.000000015, 8, "0.00000001"), (12, 0, "12"),
    (1234567, 0, "1234567"), (0.1, 12, "0.1"), (0.1, 17, "0.1"),
  ])
  func aNumberIsRoundedOnItsExactValue(_ value: Double, _ places: Int, _ expected: String) {
    #expect(text(value, places) == expected)
  }

  @Test func wholeNumbersMayKeepAPoint() {
    #expect(text(111, 7, keepsPoint: true) == "111.0")
    #expect(text(111, 0, keepsPoint: true) == "111")
    #expect(text(1e19, 7, keepsPoint: true) == "10000000000000000000.0")
  }

  @Test func everyNumberIsThatOfTheExactTwin() {
    var generator = SeededGenerator(seed: 11)
    for index in 0..<40_000 {
      let places = index % 16
      let value: Double =
        switch index % 5 {
        case 0: Double.random(in: -180...180, using: &generator)
        case 1: Double.random(in: 1.8e5...4.6e7, using: &generator)
        // On and beside the middle between two decimals.
        case 2: (Double(Int.random(in: 0...2_000_000, using: &generator)) + 0.5) / 1024
        case 3:
          (Double(Int.random(in: 0...1_800_000_000, using: &generator)) + 0.5)
            / pow(10, Double(places))
        default: Double(bitPattern: UInt64.random(in: 0...(0x7FE << 52), using: &generator))
        }
      let (ours, exact) = (text(value, places), twin(value, places))
      if ours != exact { Issue.record("\(value) with \(places) places: \(ours), not \(exact)") }
    }
  }
}
