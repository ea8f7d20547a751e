public import Planning
public import SimpleFeatures

/// What is asked of a place: which things count as being there, and in which layers to look.
public struct PlaceQuestion: Hashable, Sendable {
  /// Which things are found.
  public enum Search: Hashable, Sendable {
    /// Those that have a relation to the asked shape: with `within` those that lie within it.
    case relation(SpatialRelation)
    /// Those of which a point is at most so many metres from the asked shape.
    case within(Double)
    /// The nearest, at most so many of the parcels and of each layer, and no farther than a limit in
    /// metres.
    case nearest(Int, within: Double?)

    /// Whether distances are asked for.
    public var isByDistance: Bool {
      if case .relation = self { false } else { true }
    }
  }

  /// Which things are found.
  public var search = Search.relation(.intersects)
  /// The reference layers to look in, by name; `nil` for all, and a line for every role.
  public var layers: [String]?
  /// The layer whose zones are assigned to the asked shape.
  public var zoneLayer: String?
  /// At most so many parcels, and features of each layer; `nil` for all.
  public var limit: Int?
  /// When a piece of land is so thin that it comes from drawing.
  public var slivers: SliverThresholds
  /// How zones are assigned.
  public var zones: ZoneAssignmentRule
  /// Whether the answer tells how it was found.
  public var isExplained = false

  /// What lies here, in all layers.
  public init(slivers: SliverThresholds, zones: ZoneAssignmentRule) {
    self.slivers = slivers
    self.zones = zones
  }
}
