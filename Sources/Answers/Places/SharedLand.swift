internal import Characters
internal import Planning
internal import Terms

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
  /// Writes what is in common; the share of the found thing under its own name.
  func write(to json: inout JSONMembers, shareOfFound name: String) throws {
    try json("area_m2", squareMetres)
    try json("area_mu", mu)
    if perimeter > 0 { try json("perimeter_m", perimeter) }
    try json("length_m", metres)
    try json("share_of_asked", shareOfAsked)
    try json(name, shareOfFound)
    try json("distance_m", distance)
    try json("is_sliver", isSliver)
    try json("only_boundary", isOnlyBoundary)
  }
}
