@testable import Intake
import Planning
import TestSupport
import Testing

/// Phrases of the grammar other than intervals.
struct PhraseTests {
  private static let useNames = UseNames.table(of: .standard)
  private static let day = CalendarDate(year: 2025, month: 6, day: 30)

  private static func grammar(_ text: String) -> Grammar {
    Grammar(
      Prose([SourceLine(number: 1, text: text)]), vocabulary: .standard, useNames: useNames,
      date: day)
  }

  @Test(arguments: [
    ("NX-01、NX-02地块", ["NX-01", "NX-02"]), ("B01至B04地块", ["B01", "B02", "B03", "B04"]),
    ("D-08-01号宗地", ["D-08-01"]), ("地块编号：A-12-03a", ["A-12-03a"]), ("1号地块", ["1"]),
    ("1、2、3号地块", ["1", "2", "3"]), ("一至三号地块", ["一", "二", "三"]), ("①号地块", ["①"]),
    ("地块一", ["地块一"]), ("C地块", ["C"]), ("03-02、03-04和03-07地块", ["03-02", "03-04", "03-07"]),
    ("A－０１地块", ["A-01"]), ("2012-25号地块", ["2012-25"]),
  ])
  func parcelNumbersAreRead(_ text: String, _ ids: [String]) {
    let grammar = Self.grammar(text)
    let read = grammar.tokens.indices.lazy.compactMap { grammar.parcels(at: $0) }.first
    #expect(read?.ids == ids)
  }

  @Test(arguments: ["3宗地", "8个地块", "2.5公顷", "G307国道", "110kV变电站", "2025年"])
  func countsRoadsAndMeasuresAreNoParcels(_ text: String) {
    #expect(Self.grammar(text).parcels(at: 0) == nil)
  }

  @Test(arguments: [
    ("二类城镇住宅用地（070102）", [("070102", "二类城镇住宅用地")]),
    (
      "二类城镇住宅用地/城镇社区服务设施用地（070102/0702）",
      [("070102", "二类城镇住宅用地"), ("0702", "城镇社区服务设施用地")]
    ),
    ("物流仓储-居住用地（1101-07）", [("1101", "物流仓储"), ("07", "居住用地")]),
    ("070102+0901", [("070102", nil), ("0901", nil)]), ("R2二类居住用地", [("R2", "二类居住用地")]),
  ])
  func landUsesArePairedWithTheirCodes(_ text: String, _ expected: [(String, String?)]) {
    let read = Self.grammar(text).landUse(at: 0, isLabelled: true)?.uses ?? []
    #expect(read.map(\.code) == expected.map(\.0))
    #expect(read.map(\.name) == expected.map(\.1))
  }

  @Test(arguments: [
    ("23.7347公顷", 237_347.0), ("13.83亩", 9220), ("4.12万平方米", 41_200), ("26,480㎡", 26_480),
    ("1.5平方公里", 1_500_000), ("约22103平方米", 22_103), ("３．５hm²", 35_000),
  ])
  func areasAreExact(_ text: String, _ squareMetres: Double) {
    #expect(Self.grammar(text).area(at: 0)?.area.squareMetres == squareMetres)
  }

  @Test func anAreaInTwoUnitsIsOneArea() {
    let read = Self.grammar("0.7466公顷（合11.2亩），其中").area(at: 0)
    #expect(read?.area.squareMetres == 7466)
    #expect(read.map { Self.grammar("0.7466公顷（合11.2亩），其中").kind($0.end) } == .some(.comma))
  }

  @Test(arguments: [
    ("壹仟贰佰肆拾万元整", 12_400_000.0), ("贰佰零柒万肆仟叁佰陆拾元整", 2_074_360),
    ("叁佰零伍万元整", 3_050_000), ("壹佰元伍角", 100.5),
  ])
  func capitalNumeralsAreSums(_ text: String, _ yuan: Double) {
    #expect(CapitalNumerals.yuan(in: Array(text.unicodeScalars), at: 0)?.value == yuan)
  }

  @Test(arguments: [
    ("2025年6月30日", "2025-06-30"), ("二〇二四年三月五日", "2024-03-05"), ("二○二五年十二月二十一日", "2025-12-21"),
    ("2024-07-19", "2024-07-19"),
  ])
  func datesAreRead(_ text: String, _ iso: String) {
    #expect(Numerals.date(SourceLine(number: 1, text: text).compact)?.description == iso)
  }
}
