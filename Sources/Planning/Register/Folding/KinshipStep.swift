/// One parcel that came from another: a split, a merger or a new number, pair by pair.
public struct KinshipStep: Hashable, Sendable {
  /// What was done.
  public var kind: ParcelLineage.Kind
  /// The number before, as printed.
  public var from: String
  /// The number after, as printed.
  public var to: String
  /// The key of the plan, where the document tells it.
  public var planKey: String?
  /// Whether the number before goes on among the numbers after.
  public var keepsNumber: Bool
  /// The county, where it can be told.
  public var county: String?
  /// The document and the line.
  public var source: DocumentReference

  /// A step.
  public init(
    kind: ParcelLineage.Kind, from: String, to: String, planKey: String?, keepsNumber: Bool,
    county: String?, source: DocumentReference
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.planKey = planKey
    self.keepsNumber = keepsNumber
    self.county = county
    self.source = source
  }
}
