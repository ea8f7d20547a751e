import Exchange
import Intake
import Planning
import Terms
import TestSupport
import Testing

/// The findings of rules about indicators and use, told with the standard profile: each sentence has
/// a value for each of its names.
@Suite struct RuleSentenceTests {
  static let reference = DocumentReference(
    number: "样政函〔2025〕1号", title: "批复", date: CalendarDate(iso: "2025-03-01"),
    kind: .planApproval, version: 1, recordedAt: "2026-01-01T00:00:00.000Z", place: Sample.place(3))

  static func parcel(
    _ number: String, _ use: LandUse, _ indicators: [Indicator: Interval],
    supplied: String? = nil
  ) -> CheckedParcel {
    var values = Sample.parcel(number, area: 12_000)
    values.landUse = [use]
    values.indicators = indicators
    var record = ParcelRecord(values: values, county: "样县")
    for property in ["land_use"] + Indicator.allCases.map(\.rawValue) {
      record.sources[property] = reference
    }
    if let supplied {
      var act = Sample.act(.listing, number)
      act.landUseName = supplied
      var source = reference
      source.number = "样政函〔2025〕9号"
      source.kind = .supply
      record.transactions = [RegisterFact(fact: act, county: "样县", source: source)]
      record.status = .supplied
    }
    var facts = PlotFacts(key: number)
    facts.statements = [values, values].enumerated().map { index, said in
      var said = said
      if index == 1 { said.indicators = [.floorAreaRatio: .exactly(9)] }
      return PlotFacts.Statement(
        fact: RegisterFact(fact: said, county: "样县", source: reference, ordinal: index),
        planKey: nil)
    }
    return CheckedParcel(record: record, facts: facts)
  }

  static func findings() throws -> [Finding] {
    var findings = FindingCollector(RuleBook(try RuleProfileReader.standard()))
    var (indicators, uses) = (IndicatorRules(), UseRules())
    let odd: [Indicator: Interval] = [
      .floorAreaRatio: Interval(lower: .init(20, inclusive: true)),
      .greenSpaceRatio: Interval(
        lower: .init(650, inclusive: true), upper: .init(30, inclusive: true)),
      .buildingHeight: Interval(lower: .init(-3, inclusive: true)),
    ]
    let parcels = [
      parcel(
        "A-01", LandUse(scheme: .mnr2023, code: "070102", name: "工业用地"), odd, supplied: "工业用地"),
      parcel("A-02", LandUse(scheme: .mnr2020, code: "070109"), [.floorAreaRatio: .exactly(1)]),
      parcel(
        "A-03", LandUse(scheme: .mnr2023, code: "16", name: "留白用地"), [:], supplied: "商业用地"),
    ]
    for parcel in parcels {
      indicators.judge(parcel, into: &findings)
      uses.judge(parcel, into: &findings)
    }
    IndicatorRules.judge(
      overlapOf: parcels[0], and: parcels[1], squareMetres: 40, isSliver: false, into: &findings)
    return findings.findings
  }

  static let codes: [RuleCode] = [
    .indicatorRange, .indicatorEmptyInterval, .indicatorMissing, .indicatorDirection,
    .indicatorConflict, .useNotInScheme, .useSchemeNotInForce, .useNameMismatch,
    .useSuppliedAgainstPlan, .useReservedBlankSupplied,
  ]

  @Test(arguments: codes)
  func everyNameOfTheMessageIsAValueOfTheFinding(_ code: RuleCode) throws {
    let profile = try RuleProfileReader.standard()
    let rule = try #require(profile.rules[code])
    let found = try Self.findings().filter { $0.code == code }
    #expect(!found.isEmpty)
    for finding in found {
      #expect(Rule.names(in: rule.message).isSubset(of: finding.values.keys))
      #expect(!finding.sources.isEmpty)
      for language in [Language.zh, .en] {
        let sentence = FindingText(profile, language).sentence(for: finding)
        #expect(!sentence.contains("{") && !sentence.isEmpty, "\(sentence)")
      }
    }
  }

  @Test func theSentencesReadWell() throws {
    let profile = try RuleProfileReader.standard()
    let findings = try Self.findings()
    func sentences(_ code: RuleCode, _ language: Language) -> [String] {
      findings.filter { $0.code == code }.map {
        FindingText(profile, language).sentence(for: $0)
      }
    }
    #expect(
      sentences(.indicatorMissing, .zh) == [
        "A-01（070102 工业用地）没有写明建筑密度", "A-02（070109）没有写明建筑密度、绿地率、建筑高度",
      ] || sentences(.indicatorMissing, .zh).count == 1)
    #expect(
      sentences(.useReservedBlankSupplied, .en) == [
        "A-03 is reserved blank land (16 留白用地), 样政函〔2025〕9号 supplies it (listing)"
      ])
    #expect(
      sentences(.useSuppliedAgainstPlan, .zh).first
        == "样政函〔2025〕9号把A-01以“工业用地”挂牌出让，规划用途为 070102 工业用地：不一致")
  }

  /// The standard profile judges what its own tables say: industry by lower limits, blank land not
  /// at all.
  @Test func theStandardListsAreThoseOfThePractice() throws {
    let book = RuleBook(try RuleProfileReader.standard())
    #expect(book.list(.indicatorMissing, "floor_area_ratio").contains("0701"))
    #expect(!book.list(.indicatorMissing, "floor_area_ratio").contains { "16".hasPrefix($0) })
    #expect(book.list(.indicatorDirection, "floor_area_ratio_min") == ["1001", "1101"])
    #expect(book.number(.indicatorRange, "percentage_max") == 100)
    #expect(book.list(.useReservedBlankSupplied, "classes") == ["16"])
    let known = LandUseVocabulary.standard
    for rule in book.profile.orderedRules {
      for (name, parameter) in rule.parameters {
        guard case .list(let items) = parameter.value, items.allSatisfy({ Int($0) != nil }) else {
          continue
        }
        for item in items where known[.mnr2023, item] == nil {
          Issue.record("\(rule.code) \(name): MNR-2023 has no \(item)")
        }
      }
    }
  }
}
