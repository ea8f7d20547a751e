internal import Planning
public import SimpleFeatures
public import Terms

/// What lies around a finding and is drawn with it, in the coordinate system of its shape.
public struct DrawingContext: Sendable {
  /// A shape beside the finding.
  public struct Feature: Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
      /// What the finding is about.
      case subject
      /// A parcel nearby.
      case parcel
      /// A feature of a layer.
      case layer(LayerRole)
    }

    /// What it is.
    public var kind: Kind
    /// Its name: the number of a parcel, the name of a layer.
    public var label: String
    /// Its shape.
    public var shape: Geometry
    /// Whether it only shows roughly where something lies.
    public var isSchematic: Bool

    /// A shape.
    public init(kind: Kind, label: String, shape: Geometry, isSchematic: Bool = false) {
      self.kind = kind
      self.label = label
      self.shape = shape
      self.isSchematic = isSchematic
    }
  }

  /// What is drawn, in any order.
  public var features: [Feature]

  /// A context.
  public init(_ features: [Feature] = []) {
    self.features = features
  }
}
