public import Exchange
public import Filtering
public import Planning
public import SimpleFeatures

/// Which features of a register are written, and how.
public struct ShapeExport: Sendable {
  /// What is written.
  public enum Subject: Hashable, Sendable {
    /// The parcels in force.
    case parcels
    /// A reference layer by the name it was imported under, or by its table.
    case layer(String)

    /// What a name means: `parcels`, else a reference layer.
    public init(named name: String) {
      self = ReservedLayerName.isParcels(name) ? .parcels : .layer(name)
    }
  }

  /// What is written.
  public var subject = Subject.parcels
  /// As of which day, and as known when.
  public var moment = Moment.now
  /// How.
  public var format = Format.geoJSON
  /// The attributes, in this order; `nil` for all.
  public var fields: [String]?
  /// Whether shapes are written.
  public var hasShapes = true
  /// At most so many features.
  public var limit: Int?
  /// Only features with a point in this box; x before y.
  public var box: Envelope?
  /// The coordinate system of the box; `nil` for longitude and latitude.
  public var boxEPSG: Int?
  /// Conditions in CQL2 text, which must all hold; the shapes in them are in longitude and latitude.
  public var conditions: [String] = []
  /// What the features are sorted by, see ``FilterOrder``.
  public var order: String?
  /// Decimals of coordinates; `nil` for what is usual: 7 in GeoJSON, else 9 of degrees and 4 of
  /// metres.
  public var places: Int?
  /// The coordinate system to write in; `nil` for the layer's own. GeoJSON is always in longitude
  /// and latitude.
  public var epsg: Int?
  /// Whether features without shape are written too.
  public var includesShapeless = false
  /// Names under which attributes are written.
  var names: [String: String] = [:]
  /// Whether GeoJSON is written in ``epsg``, for a program that is told so.
  var isIntermediate = false

  /// All parcels that have a boundary, as GeoJSON.
  public init() {}
}

/// What became of an export.
public struct ShapeExportOutcome: Hashable, Sendable {
  /// How many features were written.
  public var written = 0
  /// How many were left out because they have no shape.
  public var withoutShape = 0
  /// How many were written without their shape, because it cannot be moved or has a coordinate that
  /// is no number.
  public var shapesLost = 0
  /// Whether one of the shapes shows only roughly where something lies (示意).
  public var isSchematic = false
  /// How many attributes had characters that the format cannot hold, which were replaced.
  public var changedAttributes = 0
  /// How many features have the number or name of another, where a reader tells them by it alone.
  public var sameNames = 0
  /// Whether there are more than the limit.
  public var isCut = false
  /// The coordinate system of the coordinates.
  public var epsg: Int?
}

/// Why shapes cannot be exported.
public enum ShapeExportFault: Error, Hashable, Sendable {
  /// The register has no boundary yet.
  case noBoundaries
  /// There is no such layer; those there are.
  case unknownLayer(String, known: [String])
  /// There is no such attribute; those there are.
  case unknownField(String, known: [String])
  /// There is no such coordinate system.
  case unknownSystem(Int)
  /// Coordinates cannot be moved from one system to the other without parameters.
  case refused(from: String, to: String)
  /// GeoJSON is in longitude and latitude of CGCS2000 or WGS 84 alone.
  case notForGeoJSON(Int)
  /// Coordinate text of a dialect is in degrees of CGCS2000, or in a Gauss-Krüger grid.
  case notForText(CoordinateTextDialect, Int)
  /// Coordinate text holds parcels alone.
  case textOfLayer
  /// Coordinate text cannot hold something.
  case text(CoordinateTextFault)
  /// The condition is not understood.
  case condition(FilterError)
  /// The layer's coordinate system is not known.
  case noSystem(String)
  /// A program that writes the format failed: which, and what it says.
  case tool(String, message: String)
  /// A program that writes the format is not there: which, and the package that has it.
  case missingTool(String, package: String)
  /// A file is there already.
  case alreadyExists(String)
  /// A file cannot be written.
  case notWritten(String)
}
