public import Judging
public import Planning

/// What the user knows about a file of shapes.
public struct ShapeImportOptions: Sendable {
  /// The layer they go into; `nil` where they are boundaries of parcels.
  public var layerName: String?
  /// What that layer stands for; by default what its name says, else `other`.
  public var role: LayerRole?
  /// The EPSG code of the coordinates, where the file does not tell.
  public var epsg: Int?
  /// Whether invalid shapes are mended.
  public var repairs = false
  /// How good the shapes are; by default what the file says.
  public var quality: BoundaryQuality?
  /// The plan that the boundaries belong to.
  public var plan: String?
  /// The county, where the file does not name it.
  public var county: String?
  /// The day from which they hold; by default the file's own date.
  public var date: CalendarDate?
  /// The scheme of the land-use codes among the attributes.
  public var scheme: LandUseScheme?
  /// The layer to read of a file that has several.
  public var sourceLayer: String?
  /// Names of attributes mapped to names the reader knows.
  public var columns: [String: String] = [:]
  /// The datum of a table of points that says nothing of it, where one may be taken for granted.
  var assumedDatum: String?
  /// The bureau's own transformation parameters.
  public var transformations: [LocalTransformation] = []

  /// Nothing is known.
  public init() {}
}
