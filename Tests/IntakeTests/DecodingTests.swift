@testable import Intake
import TestSupport
import Planning
import Testing

struct DecodingTests {
  @Test func linesEndInThreeWaysAndAreCountedFromOne() {
    let lines = TextDecoding.lines("甲\r\n乙\r丙\n\n丁")
    #expect(lines.map(\.text) == ["甲", "乙", "丙", "", "丁"])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test func oneSpellingKeepsThePlaces() {
    let line = SourceLine(number: 1, text: "容积率≦２．５，（ＮＸ—０１）　１．２∼１．８㎡")
    #expect(line.plain.count == line.printed.count)
    #expect(line.compact == "容积率≤2.5,(NX-01)1.2~1.8㎡")
  }
}
