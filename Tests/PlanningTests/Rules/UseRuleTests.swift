import Planning
import Terms
import TestSupport
import Testing

@Suite struct UseRuleTests {
  func judge(_ code: RuleCode, _ parcel: CheckedParcel) -> FindingCollector {
    var findings = FactRules.collector(
      code, code == .useReservedBlankSupplied ? ["classes": .list(["16"])] : [:])
    var rules = UseRules()
    rules.judge(parcel, into: &findings)
    rules.finish(into: &findings)
    return findings
  }

  func planned(
    _ uses: [LandUse], on date: String? = "2024-01-01", supplies: [(String?, TransactionKind)] = []
  ) throws -> CheckedParcel {
    var said = Sample.parcel("1", area: 10_000)
    said.landUse = uses
    let plan = Sample.document("样政函〔2024〕1号", on: date, parcels: [said])
    let acts = supplies.enumerated().map { index, supply in
      var act = Sample.act(supply.1, "1", area: 10_000)
      act.landUseName = supply.0
      return Sample.document(
        "样政函〔2025〕\(index + 1)号", on: "2025-0\(index + 1)-01", transactions: [act],
        kind: supply.1.documentKind)
    }
    let found = FactRules.parcels("1", [plan] + acts)
    return try #require(found.first)
  }

  func use(
    _ code: String?, _ name: String? = nil, _ scheme: LandUseScheme = .mnr2023
  ) -> LandUse { LandUse(scheme: scheme, code: code, name: name) }

  // MARK: - use_not_in_scheme

  @Test func aCodeOfItsSchemePasses() throws {
    let findings = judge(.useNotInScheme, try planned([use("070102")]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .useNotInScheme) == 1)
  }

  @Test func aCodeThatTheSchemeInForceHasNotIsAFinding() throws {
    let findings = judge(.useNotInScheme, try planned([use("070109")])).findings
    #expect(findings.map(\.values["code"]) == [.text("070109")])
    #expect(findings.first?.values["scheme"] == .text("MNR-2023"))
    #expect(findings.first?.sources.map(\.number) == ["样政函〔2024〕1号"])
  }

  @Test func theSchemeIsThatOfTheDay() throws {
    // 2205 is a class of the guide of 2023 and none of the trial.
    let early = try planned([use("2205", nil, .unknown)], on: "2021-06-01")
    let late = try planned([use("2205", nil, .unknown)], on: "2025-06-01")
    #expect(judge(.useNotInScheme, early).findings.map(\.values["scheme"]) == [.text("MNR-2020")])
    #expect(judge(.useNotInScheme, late).findings.isEmpty)
    #expect(judge(.useNotInScheme, late).checked(of: .useNotInScheme) == 1)
  }

  @Test func aBareCodeOfNoDayIsNotChecked() throws {
    let findings = judge(.useNotInScheme, try planned([use("0701", nil, .unknown)], on: nil))
    #expect(findings.findings.isEmpty)
    #expect(findings.notChecked(of: .useNotInScheme) == [.schemeUnknown: 1])
  }

  @Test func aLocalSubdivisionIsOnlyTold() throws {
    let findings = judge(.useNotInScheme, try planned([use("A331", "中学用地", .gb50137)]))
    #expect(findings.severities == [.info])
  }

  // MARK: - use_scheme_not_in_force

  @Test func aSchemeInForcePasses() throws {
    let findings = judge(
      .useSchemeNotInForce, try planned([use("070102", nil, .mnr2020)], on: "2021-06-01"))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .useSchemeNotInForce) == 1)
  }

  @Test(arguments: [
    ("2023-11-22", LandUseScheme.mnr2020), ("2025-06-01", .mnr2020), ("2023-11-21", .mnr2023),
  ])
  func aSchemeThatWasNotInForceIsAFinding(_ date: String, _ scheme: LandUseScheme) throws {
    let findings = judge(
      .useSchemeNotInForce, try planned([use("070102", nil, scheme)], on: date)
    ).findings
    #expect(findings.map(\.values["scheme"]) == [.text(scheme.rawValue)])
  }

  @Test func anUndatedDocumentIsNotChecked() throws {
    let findings = judge(.useSchemeNotInForce, try planned([use("070102")], on: nil))
    #expect(findings.notChecked(of: .useSchemeNotInForce) == [.notStated: 1])
  }

  // MARK: - use_name_mismatch

  @Test func aNameOfItsCodePasses() throws {
    let findings = judge(.useNameMismatch, try planned([use("070102", "二类城镇住宅用地")]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .useNameMismatch) == 1)
  }

  @Test func anotherNameThanTheCodesIsAFinding() throws {
    let findings = judge(.useNameMismatch, try planned([use("0601", "工业用地")])).findings
    #expect(findings.map(\.values["expected"]) == [.text("农村道路")])
    #expect(findings.first?.severity == .warning)
  }

  @Test func withoutANameThereIsNothingToCompare() throws {
    let findings = judge(.useNameMismatch, try planned([use("0601")]))
    #expect(findings.notChecked(of: .useNameMismatch) == [.notStated: 1])
  }

  // MARK: - use_supplied_against_plan

  @Test(arguments: [
    (["1001"], "工业用地"), (["070102"], "二类城镇住宅用地"), (["0901"], "商业用地"),
    (["0901", "070102"], "商业用地、二类城镇住宅用地"),
  ])
  func anEqualUsePasses(_ codes: [String], _ supplied: String) throws {
    let findings = judge(
      .useSuppliedAgainstPlan,
      try planned(codes.map { use($0) }, supplies: [(supplied, .listing)]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .useSuppliedAgainstPlan) == 1)
  }

  @Test(arguments: [
    (["070102"], "城镇住宅用地", Diagnostic.Severity.info, false),
    (["100102"], "工业用地", .info, false), (["070102", "0901"], "二类城镇住宅用地", .info, false),
    (["1401"], "商业用地", .warning, true), (["070102"], "工业用地", .warning, true),
  ])
  func anotherUseIsAFinding(
    _ codes: [String], _ supplied: String, _ severity: Diagnostic.Severity, _ isConflict: Bool
  ) throws {
    let findings = judge(
      .useSuppliedAgainstPlan,
      try planned(codes.map { use($0) }, supplies: [(supplied, .listing)])
    ).findings
    #expect(findings.map(\.severity) == [severity])
    #expect((findings.first?.conclusion == .conflict) == isConflict)
    #expect(findings.first?.sources.map(\.number) == ["样政函〔2024〕1号", "样政函〔2025〕1号"])
  }

  @Test func aUseThatIsNotPrintedOrNotKnownIsNotChecked() throws {
    let findings = judge(
      .useSuppliedAgainstPlan,
      try planned([use("070102")], supplies: [(nil, .listing), ("养老服务综合体", .agreement)]))
    #expect(findings.findings.isEmpty)
    #expect(
      findings.notChecked(of: .useSuppliedAgainstPlan) == [.notStated: 1, .schemeUnknown: 1])
  }

  @Test func aReserveIsNoSupply() throws {
    let findings = judge(
      .useSuppliedAgainstPlan, try planned([use("1401")], supplies: [("商业用地", .reserve)]))
    #expect(findings.tallies.isEmpty)
  }

  // MARK: - use_reserved_blank_supplied

  @Test func suppliedLandWithAUsePasses() throws {
    let findings = judge(
      .useReservedBlankSupplied, try planned([use("1001")], supplies: [("工业用地", .listing)]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .useReservedBlankSupplied) == 1)
  }

  @Test func suppliedBlankLandIsAFinding() throws {
    let findings = judge(
      .useReservedBlankSupplied, try planned([use("16", "留白用地")], supplies: [(nil, .listing)])
    ).findings
    #expect(findings.map(\.values["act"]) == [.act(.listing)])
    #expect(findings.first?.conclusion == .conflict)
  }

  @Test func suppliedLandOfUnknownUseIsNotChecked() throws {
    let findings = judge(
      .useReservedBlankSupplied, try planned([], supplies: [("工业用地", .listing)]))
    #expect(findings.notChecked(of: .useReservedBlankSupplied) == [.notStated: 1])
  }
}
