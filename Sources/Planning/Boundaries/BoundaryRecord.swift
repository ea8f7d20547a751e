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
