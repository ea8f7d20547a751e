import Planning
import TestSupport
import Testing

@Suite("Land uses that a word means")
struct LandUseSearchTests {
  func uses(_ word: String) throws -> LandUseSearch {
    try #require(LandUseSearch(SearchText.normalized(word)))
  }

  @Test("A code means itself and those that begin with it, in any scheme")
  func codes() throws {
    for (word, code) in [
      ("0804", "080403"), ("0804", "0804"), ("08", "0804"), ("r2", "R21"), ("A", "A33"),
      ("070200", "0702"), ("0702", "070102/0702"),
    ] {
      #expect(try uses(word).matches(LandUse(scheme: .mnr2023, code: code)), "\(word)")
    }
    #expect(try !uses("0804").matches(LandUse(scheme: .mnr2023, code: "0803")))
    #expect(try !uses("0403").matches(LandUse(scheme: .mnr2023, code: "080403")))
    for word in ["NX-03", "7", "公园2", "ABC"] {
      #expect(LandUseSearch(word) == nil, "\(word)")
    }
  }

  @Test("A name means its class and all below it, whatever name or code is printed")
  func names() throws {
    let shop = LandUse(scheme: .mnr2023, code: "090104", name: "旅馆用地")
    #expect(try uses("商业").matches(shop))
    #expect(try uses("旅馆用地").matches(shop))
    #expect(try uses("二类城镇住宅用地").matches(LandUse(scheme: .mnr2023, code: "070102")))
    #expect(try !uses("商业用地").matches(LandUse(scheme: .mnr2023, code: "0902")))
    #expect(try uses("教育").matches(LandUse(scheme: .mnr2023, code: "080404")))
    #expect(try uses("教育").matches(LandUse(scheme: .unknown, name: "幼儿园用地")))
    #expect(try uses("文化设施用地").matches(LandUse(scheme: .mnr2023, code: "0803")))
    #expect(try uses("商业").matches(LandUse(scheme: .unknown, name: "商住用地")) == false)
    #expect(try uses("商住").matches(LandUse(scheme: .unknown, name: "商住用地")))
    #expect(try uses("工业").matches(LandUse(scheme: .gb50137, code: "M2a")))
  }

  @Test("The same digits of another scheme are another use")
  func schemes() throws {
    #expect(try uses("零售").matches(LandUse(scheme: .gbt21010, code: "0501")))
    #expect(try !uses("零售").matches(LandUse(scheme: .mnr2023, code: "0501")))
    // Without a scheme the printed name decides, and where there is none both may be meant.
    #expect(try !uses("零售").matches(LandUse(scheme: .unknown, code: "0501", name: "森林沼泽")))
    #expect(try uses("零售").matches(LandUse(scheme: .unknown, code: "0501")))
  }

  @Test(
    "What people call land finds the classes that it means",
    arguments: [
      ("学校", "080403"), ("厂房", "100102"), ("酒店", "090104"), ("住房", "070102"),
      ("墓地", "1506"), ("马路", "1207"), ("学校用地", "080401"),
    ])
  func everydayWords(word: String, code: String) throws {
    #expect(try uses(word).matches(LandUse(scheme: .mnr2023, code: code)))
  }

  @Test("Every row of everyday words leads to a class")
  func everydayRows() throws {
    let rows = try Repository.text("Data/vocabularies/everyday-uses.csv").split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count > 30)
    let names = LandUseVocabulary.standard.classes.map(\.name)
    for row in rows {
      try #require(row.count == 2)
      for meant in row[1].split(separator: " ") {
        #expect(names.contains { $0.contains(meant) }, "\(row[0]): \(meant)")
      }
    }
  }
}
