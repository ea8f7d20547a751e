internal import Characters

/// Where a parcel came from and what took its place.
public struct ParcelKinship: Hashable, Sendable {
  /// The parcel it was split from.
  public var splitFrom: [String] = []
  /// The parcels it was split into.
  public var splitInto: [String] = []
  /// The parcels it was merged from.
  public var mergedFrom: [String] = []
  /// The parcel it was merged into.
  public var mergedInto: [String] = []
  /// Its former number.
  public var renumberedFrom: [String] = []
  /// Its later number.
  public var renumberedTo: [String] = []

  /// No kin.
  public init() {}

  /// Whether it has no kin.
  public var isEmpty: Bool { predecessors.isEmpty && successors.isEmpty }

  /// The numbers of the parcels it came from.
  public var predecessors: [String] { splitFrom + mergedFrom + renumberedFrom }

  /// The numbers of the parcels that took its place.
  public var successors: [String] { splitInto + mergedInto + renumberedTo }
}

extension ParcelKinship: Encodable {
  /// Writes the lists that are filled.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.filled("split_from", splitFrom)
    try json.filled("split_into", splitInto)
    try json.filled("merged_from", mergedFrom)
    try json.filled("merged_into", mergedInto)
    try json.filled("renumbered_from", renumberedFrom)
    try json.filled("renumbered_to", renumberedTo)
  }
}
