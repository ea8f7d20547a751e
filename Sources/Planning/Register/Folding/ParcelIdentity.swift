/// A parcel among those of one key: its county and the key of its plan, where they can be told.
public struct ParcelIdentity: Hashable, Sendable, Comparable {
  /// The county.
  public var county: String?
  /// The key of the plan.
  public var planKey: String?

  /// A parcel.
  public init(county: String?, planKey: String?) {
    self.county = county
    self.planKey = planKey
  }

  /// Orders by county, then by plan.
  public static func < (a: ParcelIdentity, b: ParcelIdentity) -> Bool {
    (a.county ?? "", a.planKey ?? "") < (b.county ?? "", b.planKey ?? "")
  }
}
