import Characters
import Foundation
import Planning
import Testing
import TestSupport

/// The vocabulary that reader and writer of coordinate texts share, and the national character set.
struct CoordinateTextTests {
  @Test func theCharacterSetIsFoundations() throws {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    var random = SeededGenerator(seed: 18_030)
    for _ in 0..<200 {
      let scalars = (0..<20).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 1...0x10_FFFF, using: &random))
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars + "中阳县€丂𠀀é".unicodeScalars)
      let text = String(view)
      guard let data = text.data(using: encoding) else { continue }
      var bytes: [UInt8] = []
      #expect(GB18030.append(text, to: &bytes, gbkOnly: false) == nil)
      #expect(bytes == Array(data))
      #expect(GB18030.text(bytes[...]) == text)
    }
  }

  @Test func whatHasNoCodeIsSaidAndNotReplaced() {
    var bytes: [UInt8] = []
    #expect(GB18030.append("中𠀀", to: &bytes, gbkOnly: true) == "𠀀")
    #expect(bytes == [0xD6, 0xD0])
    for broken: [UInt8] in [[0x80], [0xD6], [0xD6, 0x20], [0x81, 0x30, 0x81], [0xFF, 0x40]] {
      #expect(GB18030.text(broken[...]) == nil)
    }
  }

  @Test func namesOfPointsKeepTheirForm() {
    let rings = [["J1", "J2", "J3", "J9"], ["", "a;b", "x~1", "50%"], ["J099", "J100", "J101"]]
    let text = PointNames.text(of: rings)
    #expect(text == "J1~J3,J9;,a%3Bb,x%7E1,50%25;J099~J101")
    #expect(PointNames.rings(of: text, limit: 11) == rings)
    #expect(PointNames.rings(of: text, limit: 10) == nil)
    #expect(PointNames.rings(of: "J1~K2", limit: 100) == nil)
    #expect(PointNames.rings(of: "J1~J999999999", limit: 1000) == nil)
  }

  @Test func areasAreHectaresUnlessAUnitIsPrinted() {
    #expect(CoordinateTextArea("5.7089")?.squareMetres == 57_089)
    #expect(CoordinateTextArea("7655 平方米")?.squareMetres == 7655)
    #expect(CoordinateTextArea("15亩")?.squareMetres == 10_000)
    for blank in ["", "0", "0.0000", "约5", "5顷"] { #expect(CoordinateTextArea(blank) == nil) }
  }

  @Test func aDialectsHeadingHasTheCommasOfItsProgram() {
    let commas = CoordinateTextDialect.allCases.map(\.headingFields.count)
    #expect(commas == [8, 8, 4, 4, 8, 10, 13])
    #expect(Set(CoordinateTextDialect.allCases.map(\.name)).count == 7)
  }
}
