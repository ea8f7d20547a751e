/// A vector tile as values, as it stands in the bytes.
///
/// Source: Mapbox Vector Tile Specification 2.1 and its `vector_tile.proto`.
public struct VectorTile: Hashable, Sendable {
  /// The layers in the order of the bytes.
  public var layers: [Layer]

  /// A tile.
  public init(layers: [Layer] = []) { self.layers = layers }

  /// Features under one name.
  public struct Layer: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The version of the specification it follows, 1 or 2.
    public var version: UInt32
    /// Units along a side of the tile.
    public var extent: UInt32
    /// The features in the order of the bytes.
    public var features: [Feature]

    /// A layer.
    public init(name: String, version: UInt32 = 2, extent: UInt32 = 4096, features: [Feature] = [])
    {
      self.name = name
      self.version = version
      self.extent = extent
      self.features = features
    }
  }

  /// A shape with attributes.
  public struct Feature: Hashable, Sendable {
    /// Its number, where it has one.
    public var identifier: UInt64?
    /// The attributes in the order of the bytes.
    public var properties: [Property]
    /// Its shape.
    public var geometry: VectorTileGeometry

    /// A feature.
    public init(
      identifier: UInt64? = nil, properties: [Property] = [], geometry: VectorTileGeometry
    ) {
      self.identifier = identifier
      self.properties = properties
      self.geometry = geometry
    }
  }

  /// A name and a value.
  public struct Property: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: VectorTileValue

    /// An attribute.
    public init(_ name: String, _ value: VectorTileValue) {
      self.name = name
      self.value = value
    }
  }
}
