import Planning
import Terms
import TestSupport

/// Rules with literals for parameters, asked of facts made up in the tests.
enum FactRules {
  /// A collector that asks one rule, as a warning at every stage.
  static func collector(
    _ code: RuleCode, _ parameters: [String: RuleParameter.Value] = [:]
  ) -> FindingCollector {
    let none = LocalText("", "")
    let rule = Rule(
      code: code, family: .areas, scopes: [.parcels], title: none, about: none, message: none,
      advice: none,
      severities: Dictionary(uniqueKeysWithValues: RuleStage.allCases.map { ($0, .warning) }),
      parameters: parameters.mapValues { RuleParameter($0) }, source: none)
    let profile = RuleProfile(
      name: "test", version: "1", digest: "",
      slivers: SliverThresholds(area: 10, areaOverPerimeter: 0.05),
      zones: ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 0.01, limit: 4),
      rules: [code: rule])
    return FindingCollector(RuleBook(profile))
  }

  /// The parcels that documents and boundaries make under a number, as the rules see them.
  static func parcels(
    _ number: String, _ documents: [LandDocument], boundaries: [BoundaryFact] = []
  ) -> [CheckedParcel] {
    let facts = facts(number, documents, boundaries: boundaries)
    return PlotFolding.records(of: facts).map { CheckedParcel(record: $0, facts: facts) }
  }

  /// All that documents and boundaries say under a number.
  static func facts(
    _ number: String, _ documents: [LandDocument], boundaries: [BoundaryFact] = []
  ) -> PlotFacts {
    var facts = PlotFacts(key: PlotKey.ofNumber(number) ?? number)
    for document in documents {
      let (source, county) = (reference(document), CountyName.of(document))
      for (ordinal, said) in document.parcels.enumerated() where PlotKey.of(said) == facts.key {
        facts.statements.append(
          PlotFacts.Statement(
            fact: RegisterFact(
              fact: said, county: county, source: place(source, said.place), ordinal: ordinal),
            planKey: said.plan.flatMap { PlanName.key($0) }))
      }
      for (ordinal, act) in document.transactions.enumerated() where PlotKey.of(act) == facts.key {
        facts.transactions.append(
          RegisterFact(
            fact: act, county: county, source: place(source, act.place), ordinal: ordinal))
      }
      for step in document.lineage {
        for from in step.from {
          for to in step.to
          where [PlotKey.ofNumber(from), PlotKey.ofNumber(to)].contains(facts.key) {
            facts.kinship.append(
              KinshipStep(
                kind: step.kind, from: from, to: to, planKey: nil,
                keepsNumber: step.to.contains(from), county: county, source: source))
          }
        }
      }
    }
    facts.boundaries = boundaries
    return facts
  }

  /// The one parcel of a number.
  static func parcel(
    _ number: String, _ documents: LandDocument..., boundary: BoundaryFact? = nil
  ) throws -> CheckedParcel {
    let found = parcels(number, documents, boundaries: [boundary].compactMap(\.self))
    guard found.count == 1 else { throw NotOne(count: found.count) }
    return found[0]
  }

  struct NotOne: Error {
    let count: Int
  }

  /// A document as the rules see it.
  static func document(_ document: LandDocument, file: SourceFile = Sample.file) -> CheckedDocument
  {
    CheckedDocument(
      document: document, reference: reference(document), file: file,
      county: CountyName.of(document))
  }

  /// A boundary of a number.
  static func boundary(
    _ number: String, area: Double?, stated: Double? = nil, plan: String? = nil,
    quality: BoundaryQuality = .surveyed, fault: ShapeFault? = nil, file: String = "b.txt",
    id: Int64 = 1
  ) -> BoundaryFact {
    var said = ParcelStatement(parcelID: number, place: Sample.place(3, file: file))
    said.plan = plan
    said.area = stated.map { StatedArea(squareMetres: $0) }
    var record = BoundaryRecord(statement: said)
    record.planeSquareMetres = area
    record.fault = fault
    return BoundaryFact(
      id: id, version: 1, recordedAt: "2026-01-01T00:00:00.000Z", county: "样县",
      planKey: plan.flatMap { PlanName.key($0) },
      source: BoundarySource(
        file: SourceFile(name: file, sha256: nil, extractor: "test"), quality: quality, epsg: 4525),
      record: record, envelope: nil)
  }

  private static func reference(_ document: LandDocument) -> DocumentReference {
    DocumentReference(
      number: document.number, title: document.title, date: document.date, kind: document.kind,
      version: 1, recordedAt: "2026-01-01T00:00:00.000Z", place: document.place)
  }

  private static func place(_ source: DocumentReference, _ place: SourcePlace) -> DocumentReference
  {
    var source = source
    source.place = place
    return source
  }
}

extension FindingCollector {
  /// The severities found.
  var severities: [Diagnostic.Severity] { findings.map(\.severity) }

  /// How often a rule was asked and answered.
  func checked(of code: RuleCode) -> Int { tallies[code]?.checked ?? 0 }

  /// How often a rule could not be asked.
  func notChecked(of code: RuleCode) -> [NotCheckedReason: Int] { tallies[code]?.notChecked ?? [:] }
}
