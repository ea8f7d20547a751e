import Answers
import Characters
@testable import Exchange
import Planning
import Terms
import TestSupport
import Testing

@Suite("Sentences of findings")
struct FindingTextTests {
  private func text(_ value: FindingValue, _ language: Language = .zh) -> String {
    FindingText(SampleReport.report.profile, language).text(of: value)
  }

  private func filled(_ template: String, _ values: [String: FindingValue]) -> String {
    FindingText(SampleReport.report.profile, .zh).filled(template: template, with: values)
  }

  @Test func aMissingValueStaysAsItsName() {
    #expect(filled("{a}、{b}。", ["a": .count(3)]) == "3、{b}。")
  }

  @Test func bracesThatAreNoNamesStay() {
    #expect(filled("{ {a", ["a": .count(3)]) == "{ {a")
    #expect(filled("}{a}{", ["a": .count(3)]) == "}3{")
    #expect(filled("{}", [:]) == "{}")
  }

  @Test func valuesAreNotReadForNamesAgain() {
    #expect(filled("{a}", ["a": .text("{b}"), "b": .count(1)]) == "{b}")
  }

  @Test func aRuleThatIsNotThereIsNamedByItsCode() {
    let text = FindingText(SampleReport.report.profile, .zh)
    let finding = Finding(.shapeSpike, .info, subjects: [])
    #expect(text.sentence(for: finding) == "shape_spike")
    #expect(text.advice(for: finding).isEmpty)
  }

  @Test func areasAreInSquareMetresAndMu() {
    #expect(text(.squareMetres(21_232)) == "21232 平方米（31.85 亩）")
    #expect(text(.squareMetres(21_232), .en) == "21232 m² (31.85 mu)")
    #expect(text(.squareMetres(1_234.567)) == "1234.57 平方米（1.85 亩）")
  }

  @Test func aSmallAreaIsNotRoundedToNothing() {
    #expect(text(.squareMetres(6.5)) == "6.5 平方米")
    #expect(text(.squareMetres(0.0123)) == "0.012 平方米")
    #expect(text(.squareMetres(0.000_012_3)) == "0.000012 平方米")
    #expect(text(.squareMetres(0)) == "0 平方米")
  }

  @Test func aShareIsNotRoundedToNothingOrAll() {
    #expect(text(.percent(12.345)) == "12.35%")
    #expect(text(.percent(0.001)) == "不足 0.01%")
    #expect(text(.percent(99.999), .en) == "over 99.99%")
    #expect(text(.percent(100)) == "100%")
    #expect(text(.percent(0)) == "0%")
  }

  @Test func numbersThatAreNoneDoNotCrash() {
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(text(.squareMetres(number)) == "– 平方米")
      #expect(text(.metres(number), .en) == "– m")
      #expect(text(.number(number)) == "–")
      #expect(text(.percent(number)) == "–%")
    }
  }

  @Test func manyNamesAreCounted() {
    #expect(text(.texts(["1", "2"])) == "1、2")
    #expect(text(.texts((1...7).map(String.init))) == "1、2、3、4、5、6、7")
    #expect(text(.texts((1...9).map(String.init))) == "1、2、3、4、5、6等 9 个")
    #expect(text(.texts((1...9).map(String.init)), .en) == "1, 2, 3, 4, 5, 6 and 3 more")
  }

  @Test func termsAreThoseUsedElsewhere() {
    let interval = Interval(lower: .init(1.2, inclusive: true), upper: .init(1.8, inclusive: true))
    #expect(text(.interval(interval, .floorAreaRatio)) == "1.2～1.8")
    #expect(
      text(.landUse(LandUse(scheme: .mnr2023, code: "0702", name: "城镇社区服务设施用地")))
        == "0702 城镇社区服务设施用地")
    #expect(text(.landUse(LandUse(scheme: .unknown))) == "–")
    #expect(text(.indicator(.greenSpaceRatio), .en) == "green space ratio")
    #expect(text(.act(.listing)) == "挂牌出让")
    #expect(text(.layerRole(.ecologicalRedline)) == "生态保护红线")
    #expect(text(.shapeReason("self_intersection")) == "自相交")
    #expect(text(.words(LocalText("东", "east")), .en) == "east")
  }

  @Test func controlCharactersDoNotReachASentence() {
    #expect(text(.text("a\u{1B}[2Jb")) == "a [2Jb")
  }

  @Test func thousandsAreSetApart() {
    #expect(NumberText.grouped(0) == "0")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.grouped(190_000) == "190,000")
    #expect(NumberText.grouped(-1_234_567) == "-1,234,567")
    #expect(NumberText.grouped(1_234.5, places: 2, keep: 2) == "1,234.50")
  }

  @Test func everyTermHasBothLanguages() {
    var words = RuleFamily.allCases.map { $0.name }
    words += CheckScope.allCases.map { $0.name }
    words += RuleStage.allCases.map { $0.name }
    words += Finding.Conclusion.allCases.map { $0.name }
    words += Rule.Responsibility.allCases.map { $0.name }
    words += FindingSubject.Kind.allCases.map { $0.name }
    words += [.found, .none, .notChecked].map { ($0 as LookupAnswer.Verdict).name }
    let reasons: [NotCheckedReason] =
      [
        .noBoundary, .invalidShape, .notStated, .schemeUnknown, .fileElsewhere, .noCoordinates,
        .nothingToCheck,
      ] + LayerRole.allCases.map { .layerMissing($0) }
    words += reasons.flatMap { [$0.name, $0.remedy] }
    for word in words {
      #expect(!word[.zh].isEmpty && !word[.en].isEmpty && word[.zh] != word[.en])
      #expect(word[.en].unicodeScalars.allSatisfy { $0.value < 0x2E80 })
    }
  }
}
