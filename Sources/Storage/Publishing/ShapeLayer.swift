public import Planning

/// A layer that has shapes.
public struct ShapeLayer: Hashable, Sendable {
  /// Its table.
  public var table: String
  /// Its title.
  public var title: String
  /// The type of its shapes as GeoPackage names it: `MULTIPOLYGON`, `GEOMETRY` …
  public var geometryType: String
  /// What it stands for; `nil` of the parcels.
  public var role: LayerRole?
  /// Whether it only shows roughly where something lies.
  public var isSchematic: Bool
}
