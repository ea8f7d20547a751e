public import Planning

/// How a layer is drawn on a map, apart from any format: ``QMLStyle`` and ``SLDStyle`` write it.
public struct MapStyle: Hashable, Sendable {
  /// What the shapes of a layer are.
  public enum Shape: Hashable, Sendable {
    case point, line, polygon
  }

  /// Lines across an area.
  public struct Hatch: Hashable, Sendable {
    /// Their colour.
    public var colour: MapColour
    /// Their direction: 45 or 135 degrees against the clock from the east.
    public var angle: Int
    /// How far they lie apart, in millimetres on the map.
    public var distance: Double
  }

  /// How an area, a line or a point is drawn. Widths are millimetres on the map.
  public struct Symbol: Hashable, Sendable {
    /// The colour inside; `nil` leaves the inside empty.
    public var fill: MapColour?
    /// How much of the fill covers what lies below, 0 to 1.
    public var opacity = 1.0
    /// Lines over the fill.
    public var hatch: Hatch?
    /// The colour of the outline, or of a line.
    public var outline: MapColour
    /// The width of the outline.
    public var width: Double
  }

  /// What features with one value of the field are drawn like.
  public struct Category: Hashable, Sendable {
    /// The value.
    public var value: String
    /// What the legend says.
    public var label: String
    /// The symbol.
    public var symbol: Symbol
  }

  /// Features that are drawn in their own way, whatever their category.
  public struct Exception: Hashable, Sendable {
    /// The field by which they are known.
    public var field: String
    /// Its value.
    public var value: String
    /// What the legend says.
    public var label: String
    /// The symbol.
    public var symbol: Symbol
  }

  /// By what a feature is known to be schematic.
  public enum SchematicMark: Hashable, Sendable {
    /// A field that says ``BoundaryQuality``.
    case quality(field: String)
    /// A field that is 0 or 1.
    case flag(field: String)
  }

  /// The name under which the style is listed.
  public var name: String
  /// What the layer's shapes are.
  public var shape: Shape
  /// The field that chooses the category; `nil` where all features are drawn alike.
  public var field: String?
  /// The categories, as the legend lists them.
  public var categories: [Category] = []
  /// Features that do not follow the categories.
  public var exception: Exception?
  /// What the legend says of all other features.
  public var otherLabel: String
  /// How all other features are drawn.
  public var other: Symbol
  /// The fields of which the first that has a value is written on a feature.
  public var labels: [String] = []
  /// The scale from which on labels are shown: 20,000 for 1:20,000.
  public var labelScale = 20_000
  /// By what a feature is known to be schematic: its outline is dashed and its label says 示意.
  public var schematicMark: SchematicMark?
  /// Whether the whole layer is schematic.
  public var isSchematic = false

  /// What is added to the name of anything schematic.
  static let schematic = "（示意）"
}
