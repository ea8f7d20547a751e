import Answers
import Characters
import Planning

/// A place that was asked about, as one record: what it is and what was found in short.
public struct PlaceRecord: Encodable, Sendable {
  let answer: LookupAnswer
  let here: PlaceAnswer

  /// Writes the place without the parcels and the layers, which are records of their own.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("query", answer.query)
    try json("answer", answer.verdict)
    try json("as_of", answer.toldMoment.asOf)
    try json("known_at", answer.toldMoment.knownAt)
    try json("asked", here.asked)
    try json("schematic", here.isSchematic)
    try json("parcel_answer", here.parcelVerdict)
    try json("parcel_reason", here.parcelReason?.key)
    try json("parcel_count", here.parcelCount)
    try json("without_boundary", here.withoutBoundary)
    try json.filled("not_checked", here.unchecked)
    try json("zones", here.zones)
    try json("explanation", here.explanation)
  }
}

/// A parcel found at a place, as a record.
public struct PlacedParcel: Encodable, Sendable {
  let query: String
  let found: FoundParcel

  /// Writes the parcel's keys beside the query.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: found)
    try json("query", query)
  }
}

/// What a layer says of a place, as a record.
public struct PlacedLayer: Encodable, Sendable {
  let query: String
  let answer: LayerAnswer

  /// Writes the layer's keys beside the query.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: answer)
    try json("query", query)
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
