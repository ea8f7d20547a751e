import Answers
import Planning

/// A place that was asked about, as one record: what it is and what was found in short.
public struct PlaceRecord: Encodable, Sendable {
  let answer: LookupAnswer
  let here: PlaceAnswer

  enum CodingKeys: String, CodingKey {
    case query
    case verdict = "answer"
    case asOf = "as_of"
    case knownAt = "known_at"
    case asked, schematic, zones, explanation
    case parcelVerdict = "parcel_answer"
    case parcelReason = "parcel_reason"
    case parcelCount = "parcel_count"
    case withoutBoundary = "without_boundary"
    case unchecked = "not_checked"
  }

  /// Writes the place without the parcels and the layers, which are records of their own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(answer.query, forKey: .query)
    try container.encode(answer.verdict, forKey: .verdict)
    try container.encodeIfPresent(answer.toldMoment.asOf, forKey: .asOf)
    try container.encodeIfPresent(answer.toldMoment.knownAt, forKey: .knownAt)
    try container.encode(here.asked, forKey: .asked)
    try container.encode(here.isSchematic, forKey: .schematic)
    try container.encode(here.parcelVerdict, forKey: .parcelVerdict)
    try container.encodeIfPresent(here.parcelReason?.key, forKey: .parcelReason)
    try container.encode(here.parcelCount, forKey: .parcelCount)
    try container.encode(here.withoutBoundary, forKey: .withoutBoundary)
    if !here.unchecked.isEmpty { try container.encode(here.unchecked, forKey: .unchecked) }
    try container.encodeIfPresent(here.zones, forKey: .zones)
    try container.encodeIfPresent(here.explanation, forKey: .explanation)
  }
}

/// A parcel found at a place, as a record.
public struct PlacedParcel: Encodable, Sendable {
  let query: String
  let found: FoundParcel

  enum CodingKeys: String, CodingKey {
    case query
  }

  /// Writes the parcel's keys beside the query.
  public func encode(to encoder: any Encoder) throws {
    try found.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
  }
}

/// What a layer says of a place, as a record.
public struct PlacedLayer: Encodable, Sendable {
  let query: String
  let answer: LayerAnswer

  enum CodingKeys: String, CodingKey {
    case query
  }

  /// Writes the layer's keys beside the query.
  public func encode(to encoder: any Encoder) throws {
    try answer.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
  }

  /// The rows of a table: one for each feature, one of a layer without any.
  var lines: [Line] {
    answer.features.isEmpty
      ? [Line(query: query, answer: answer, feature: nil)]
      : answer.features.map { Line(query: query, answer: answer, feature: $0) }
  }

  /// A row of a table.
  struct Line {
    let query: String
    let answer: LayerAnswer
    let feature: FoundFeature?
  }
}
