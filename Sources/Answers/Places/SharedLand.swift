internal import Planning

/// What a found thing has in common with the asked shape, measured in the plane of the register's
/// coordinate system.
public struct SharedLand: Hashable, Sendable {
  /// The area in common in square metres; 0 where there is none.
  public var squareMetres = 0.0
  /// The length of its outline in metres.
  public var perimeter = 0.0
  /// The length in common in metres, where only lines are.
  public var metres: Double?
  /// The area as a share of the asked shape, in percent; `nil` where that has no area.
  public var shareOfAsked: Double?
  /// The area as a share of the found thing, in percent; `nil` where that has no area.
  public var shareOfFound: Double?
  /// The distance of the nearest points in metres; 0 where they meet.
  public var distance = 0.0
  /// Whether it is so thin that it comes from drawing.
  public var isSliver = false
  /// Whether only boundaries meet.
  public var isOnlyBoundary = false

  /// Nothing in common.
  public init() {}

  /// The area in 亩: 2000/3 m² each.
  public var mu: Double { AreaUnit.mu(fromSquareMetres: squareMetres) }
}

extension SharedLand {
  enum CodingKeys: String, CodingKey {
    case squareMetres = "area_m2"
    case mu = "area_mu"
    case perimeter = "perimeter_m"
    case metres = "length_m"
    case shareOfAsked = "share_of_asked"
    case shareOfParcel = "share_of_parcel"
    case shareOfFeature = "share_of_feature"
    case distance = "distance_m"
    case isSliver = "is_sliver"
    case isOnlyBoundary = "only_boundary"
  }

  /// Writes what is in common; the share of the found thing under its own name.
  func encode(
    to container: inout KeyedEncodingContainer<CodingKeys>, shareOfFound key: CodingKeys
  ) throws {
    try container.encode(squareMetres, forKey: .squareMetres)
    try container.encode(mu, forKey: .mu)
    if perimeter > 0 { try container.encode(perimeter, forKey: .perimeter) }
    try container.encodeIfPresent(metres, forKey: .metres)
    try container.encodeIfPresent(shareOfAsked, forKey: .shareOfAsked)
    try container.encodeIfPresent(shareOfFound, forKey: key)
    try container.encode(distance, forKey: .distance)
    try container.encode(isSliver, forKey: .isSliver)
    try container.encode(isOnlyBoundary, forKey: .isOnlyBoundary)
  }
}
