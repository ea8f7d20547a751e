public import Planning

/// What is said of a proposed building, as JSON.
public struct BuildingRecord: Encodable, Sendable {
  private let judgement: BuildingJudgement

  /// A judgement.
  public init(_ judgement: BuildingJudgement) { self.judgement = judgement }

  private struct Item: Encodable {
    let indicator: Indicator
    let answer: BuildingJudgement.Verdict
    let reason: BuildingJudgement.Obstacle?
    let computed: Double?
    let limit: Interval?
    let source: DocumentReference?
  }

  private enum CodingKeys: String, CodingKey {
    case parcel = "parcel_id"
    case plan, county
    case landUse = "land_use"
    case answer, proposal
    case landArea = "land_area_m2"
    case landAreaSource = "land_area_source"
    case indicators, notes
  }

  /// Writes the answer, what was proposed, each indicator with its limit and its source, and notes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(judgement.parcel.label, forKey: .parcel)
    try container.encodeIfPresent(judgement.parcel.values.plan, forKey: .plan)
    try container.encodeIfPresent(judgement.parcel.county, forKey: .county)
    try container.encode(judgement.parcel.values.landUse, forKey: .landUse)
    try container.encode(judgement.verdict, forKey: .answer)
    try container.encode(judgement.proposal, forKey: .proposal)
    try container.encodeIfPresent(judgement.landArea, forKey: .landArea)
    try container.encodeIfPresent(judgement.landAreaSource, forKey: .landAreaSource)
    try container.encode(
      judgement.items.map {
        Item(
          indicator: $0.indicator, answer: $0.verdict, reason: $0.obstacle,
          computed: $0.computed, limit: $0.limit, source: $0.source)
      }, forKey: .indicators)
    try container.encode(judgement.notes, forKey: .notes)
  }
}
