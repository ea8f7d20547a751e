internal import Characters
public import Planning
internal import Terms

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

  /// Writes the answer, what was proposed, each indicator with its limit and its source, and notes.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("parcel_id", judgement.parcel.label)
    try json("plan", judgement.parcel.values.plan)
    try json("county", judgement.parcel.county)
    try json("land_use", judgement.parcel.values.landUse)
    try json("answer", judgement.verdict)
    try json("proposal", judgement.proposal)
    try json("land_area_m2", judgement.landArea)
    try json("land_area_source", judgement.landAreaSource)
    try json(
      "indicators",
      judgement.items.map {
        Item(
          indicator: $0.indicator, answer: $0.verdict, reason: $0.obstacle,
          computed: $0.computed, limit: $0.limit, source: $0.source)
      })
    try json("notes", judgement.notes)
  }
}
