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
  enum CodingKeys: String, CodingKey {
    case splitFrom = "split_from"
    case splitInto = "split_into"
    case mergedFrom = "merged_from"
    case mergedInto = "merged_into"
    case renumberedFrom = "renumbered_from"
    case renumberedTo = "renumbered_to"
  }

  /// Writes the lists that are filled.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    for (numbers, key) in [
      (splitFrom, CodingKeys.splitFrom), (splitInto, .splitInto), (mergedFrom, .mergedFrom),
      (mergedInto, .mergedInto), (renumberedFrom, .renumberedFrom), (renumberedTo, .renumberedTo),
    ] where !numbers.isEmpty {
      try container.encode(numbers, forKey: key)
    }
  }
}
