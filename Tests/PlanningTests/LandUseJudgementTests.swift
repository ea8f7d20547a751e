import Planning
import Testing

@Suite("The judgement on a printed land use")
struct LandUseJudgementTests {
  let date = CalendarDate(year: 2025, month: 6, day: 30)

  func findings(
    _ code: String?, _ name: String?, _ scheme: LandUseScheme = .mnr2023
  ) -> [LandUseFinding] {
    LandUseVocabulary.standard.findings(
      on: LandUse(scheme: scheme, code: code, name: name), date: date)
  }

  @Test(
    "Names that differ in endings, spaces, width or by being combined agree",
    arguments: [
      ("080403", "中小学用地"), ("0803", "文化设施用地"), ("070102", "二类城镇住 宅 用 地"),
      ("1101", "物流仓储-居住用地"), ("07", "物流仓储-居住用地"), ("1101-07", "物流仓储-居住用地"),
      ("070102/0702", "二类城镇住宅用地/城镇社区服务设施用地"), ("0702", "城镇社区服务设施"),
      ("1401", "公园绿地（现状）"), ("16", "留白用地"), ("090104", "旅馆"),
    ])
  func agreeing(code: String, name: String) {
    #expect(findings(code, name) == [])
  }

  @Test("A code that the scheme has not is reported with what the name stands for")
  func notInScheme() {
    let found = findings("070104", "二类城镇住宅用地")
    #expect(found.map(\.fact.code) == [.codeNotInScheme])
    #expect(found.first?.fact.arguments == ["070104", "MNR-2023"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.candidates.map(\.code) == ["070102"])
  }

  @Test("A name of another class is reported with the vocabulary's name")
  func nameMismatch() {
    let found = findings("080403", "公园绿地")
    #expect(found.map(\.fact.code) == [.codeNameMismatch])
    #expect(found.first?.fact.arguments == ["080403", "公园绿地", "中小学用地", "MNR-2023"])
    #expect(found.first?.expected?.code == "080403")
    #expect(found.first?.candidates.first?.code == "1401")
  }

  @Test("A code of another scheme is recognised by its name")
  func oldAndNewMixed() {
    let found = findings("0601", "工业用地")
    #expect(found.first?.severity == .warning)
    #expect(found.first?.candidates.contains { $0.scheme == .gbt21010 } == true)
  }

  @Test("A wider name, a former name and a local subdivision are told, not warned of")
  func mild() {
    #expect(findings("070102", "城镇住宅用地").map(\.severity) == [.info])
    #expect(findings("1207", "城镇道路用地").map(\.severity) == [.info])
    #expect(findings("A331", "小学用地", .gb50137).map(\.severity) == [.info])
    #expect(findings("09", "其他商业服务业用地").count == 1)
  }

  @Test("Without a scheme letters are GB 50137, digits the scheme of the day, and no day no scheme")
  func unknownScheme() {
    let vocabulary = LandUseVocabulary.standard
    let letters = LandUse(scheme: .unknown, code: "R2", name: "二类居住用地")
    #expect(vocabulary.findings(on: letters, date: nil) == [])
    let digits = LandUse(scheme: .unknown, code: "0601", name: "工业用地")
    #expect(vocabulary.findings(on: digits, date: date).map(\.fact.code) == [.codeNameMismatch])
    let undated = vocabulary.findings(on: digits, date: nil)
    #expect(undated.map(\.fact.code) == [.codeWithoutScheme])
    #expect(undated.first?.candidates.map(\.scheme) == [.gbt21010])
  }

  @Test("A name settles its code only word for word, in the scheme in force on the day")
  func inferred() {
    let vocabulary = LandUseVocabulary.standard
    #expect(vocabulary.inferredCode(forName: "一类工业 用地", on: date)?.code == "100101")
    #expect(vocabulary.inferredCode(forName: "文化设施用地", on: date) == nil)
    #expect(vocabulary.inferredCode(forName: "住宅用地", on: date) == nil)
    #expect(vocabulary.inferredCode(forName: "工业用地", on: nil) == nil)
    let trial = CalendarDate(year: 2022, month: 1, day: 1)
    #expect(vocabulary.inferredCode(forName: "乡村道路用地", on: trial)?.scheme == .mnr2020)
  }
}
