import Characters
import TestSupport
import Testing

@Suite struct DecimalNumberTests {
  @Test func numbersAreReadAsTheStandardLibraryReadsThem() {
    var random = SeededGenerator(seed: 24)
    func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    for round in 0..<8000 {
      let text: String
      switch round % 4 {
      case 0:
        var digits = (0..<int(1...20)).map { _ in "\(int(0...9))" }
        if Bool.random(using: &random) { digits.insert(".", at: int(0...digits.count)) }
        text = digits.joined()
      case 1: text = "\(int(-999_999_999...999_999_999)).\(int(0...999_999_999))"
      case 2: text = "\(int(0...Int.max))\(int(0...Int.max))e\(int(-350...350))"
      default:
        text =
          Double(bitPattern: UInt64.random(in: 0..<0x7FF0 << 48, using: &random)).description
      }
      let bytes = Array(text.utf8)
      var place = 0
      let value = DecimalNumber.read(bytes.span, at: &place)
      #expect(value == Double(text), "\(text)")
      #expect(place == bytes.count)
    }
  }

  @Test(arguments: ["+1", ".5", "5.", "007", "-", "1e", "1e+", "--1", "-x", "1.e5", ""])
  func whatJSONCallsNoNumberIsNone(text: String) {
    let bytes = Array(text.utf8)
    var place = 0
    #expect(DecimalNumber.read(bytes.span, at: &place, asJSON: true) == nil)
    #expect(place == 0)
  }
}
