public import SimpleFeatures

/// What a boundary file says of one parcel, and what was measured of its shape. The shape itself is
/// kept beside, in columns.
public struct BoundaryRecord: Hashable, Sendable {
  /// What the file's attributes say: number, plan, name, use, indicators, stated area; attributes
  /// that are not known stand in `extras`, an approval's number in `document`.
  public var statement: ParcelStatement
  /// The plane area in square metres, in the coordinate system of the file where that is projected,
  /// else of the register; `nil` where the shape cannot be measured.
  public var planeSquareMetres: Double?
  /// The area on the ellipsoid in square metres.
  public var ellipsoidalSquareMetres: Double?
  /// Why the shape is not valid; `nil` where it is.
  public var fault: ShapeFault?
  /// What was mended, where it was.
  public var repair: ShapeRepair?

  /// A record of which nothing was measured yet.
  public init(statement: ParcelStatement) {
    self.statement = statement
  }
}

/// Some of the boundaries of one file, in the file's order.
public struct BoundaryBatch: Hashable, Sendable {
  /// The shapes with the coordinates of the file, x east and y north, as they are kept.
  public var shapes: GeometryColumn
  /// The same shapes in the register's coordinate system; `nil` where that is the file's.
  public var layerShapes: GeometryColumn?
  /// For a shape that was mended the one before, by its place in the batch.
  public var originals: [Int: Geometry]
  /// What is said and was measured of each.
  public var records: [BoundaryRecord]

  /// A batch; as many shapes as records.
  public init(
    shapes: GeometryColumn, layerShapes: GeometryColumn? = nil, originals: [Int: Geometry] = [:],
    records: [BoundaryRecord]
  ) {
    self.shapes = shapes
    self.layerShapes = layerShapes
    self.originals = originals
    self.records = records
  }
}

/// What became of one boundary of a file.
public struct BoundaryJoin: Hashable, Sendable {
  /// The parcel it belongs to.
  public enum Parcel: Hashable, Sendable {
    /// Documents speak of the parcel.
    case joined
    /// No document speaks of it: the boundary makes a parcel of its own.
    case unmatched
    /// Several plans have a parcel of the number; the boundary stands by itself. The plans' names.
    case ambiguous([String])
  }

  /// The parcel it belongs to, as far as the register knows by now.
  public var parcel: Parcel
  /// What was written.
  public var change: ImportOutcome.Change
  /// Whether a record before in this import has the same number and plan. Where their shapes differ
  /// the later is in force and the earlier a version before it.
  public var isRepeated: Bool

  /// What became of a boundary.
  public init(parcel: Parcel, change: ImportOutcome.Change, isRepeated: Bool = false) {
    self.parcel = parcel
    self.change = change
    self.isRepeated = isRepeated
  }
}

/// Why a shape is not valid, and where.
public struct ShapeFault: Hashable, Sendable, Codable {
  /// A key: `self_intersection`, `hole_outside` … (`DiagnosticWording.words(ofShapeReason:)` has them all).
  public var reason: String
  /// Where, in the shape's coordinate system.
  public var x: Double?
  /// Where, in the shape's coordinate system.
  public var y: Double?

  /// A fault.
  public init(reason: String, x: Double? = nil, y: Double? = nil) {
    self.reason = reason
    self.x = x
    self.y = y
  }
}

/// What mending an invalid shape changed.
public struct ShapeRepair: Hashable, Sendable, Codable {
  /// What was wrong.
  public var fault: ShapeFault
  /// The plane area before, in square metres.
  public var squareMetresBefore: Double
  /// The plane area after, in square metres.
  public var squareMetresAfter: Double

  /// A repair.
  public init(fault: ShapeFault, squareMetresBefore: Double, squareMetresAfter: Double) {
    self.fault = fault
    self.squareMetresBefore = squareMetresBefore
    self.squareMetresAfter = squareMetresAfter
  }

  enum CodingKeys: String, CodingKey {
    case fault
    case squareMetresBefore = "area_before_m2"
    case squareMetresAfter = "area_after_m2"
  }
}

/// A coordinate system as a file of shapes defines it for its readers.
public struct CoordinateSystemDefinition: Hashable, Sendable {
  /// The EPSG code.
  public var epsg: Int
  /// Its name.
  public var name: String
  /// The definition as WKT 1.
  public var wellKnownText: String

  /// A definition.
  public init(epsg: Int, name: String, wellKnownText: String) {
    self.epsg = epsg
    self.name = name
    self.wellKnownText = wellKnownText
  }
}
