/// How a parcel over several zones is given one, or several: written and tunable, never silent. The
/// shares are shown beside.
///
/// A zone is assigned where it covers at least a share of the parcel, or where at least a share of
/// the zone lies in the parcel; the largest first, at most so many. Where no zone reaches a share the
/// one that covers most is assigned. Two zones whose shares differ by less than the tie are tied and
/// both are named.
///
/// Source: the practice of New York's zoning tax lot database.
public struct ZoneAssignmentRule: Hashable, Sendable, Codable {
  /// A zone that covers at least so many percent of the parcel is assigned.
  public var shareOfParcel: Double
  /// A zone of which at least so many percent lie in the parcel is assigned.
  public var shareOfZone: Double
  /// Shares that differ by less than so many percent are tied.
  public var tie: Double
  /// At most so many zones are assigned.
  public var limit: Int

  /// A rule, in percent.
  public init(shareOfParcel: Double, shareOfZone: Double, tie: Double, limit: Int) {
    self.shareOfParcel = shareOfParcel
    self.shareOfZone = shareOfZone
    self.tie = tie
    self.limit = limit
  }

  enum CodingKeys: String, CodingKey {
    case shareOfParcel = "share_of_parcel_percent"
    case shareOfZone = "share_of_zone_percent"
    case tie = "tie_percent"
    case limit
  }
}
