internal import Characters
public import SimpleFeatures
public import Terms

/// A parcel's boundary in short.
public struct ParcelBoundary: Hashable, Sendable {
  /// The row of the version in the register, by which its shape is asked for.
  public var id: Int64 = 0
  /// The coordinate system, as `EPSG:4525`.
  public var crs: String
  /// The plane area in square metres; `nil` where the shape cannot be measured.
  public var squareMetres: Double?
  /// The area on the ellipsoid in square metres.
  public var ellipsoidalSquareMetres: Double?
  /// The area that the boundary's file states, in square metres.
  public var statedSquareMetres: Double?
  /// How good it is.
  public var quality: BoundaryQuality
  /// Why the shape is not valid; `nil` where it is.
  public var fault: ShapeFault?
  /// What was mended, where it was.
  public var repair: ShapeRepair?
  /// The file it was read from.
  public var file: String
  /// The line, or the record's number, counted from 1.
  public var place: Int
  /// Whether ``place`` is a line.
  public var placeIsLine = false
  /// The day from which it is in force, where it is told.
  public var date: CalendarDate?
  /// The version among those of the same number and plan, counted from 1.
  public var version = 1
  /// When the register learnt of it, UTC.
  public var recordedAt: String
  /// The parameters with which the coordinates were moved from another datum.
  public var transformation: String?
  /// The box around the shape, in its coordinate system.
  public var envelope: Envelope?

  /// A boundary in short.
  public init(_ fact: BoundaryFact) {
    id = fact.id
    crs = "EPSG:\(fact.source.epsg)"
    squareMetres = fact.record.planeSquareMetres
    ellipsoidalSquareMetres = fact.record.ellipsoidalSquareMetres
    statedSquareMetres = fact.record.statement.area?.squareMetres
    quality = fact.source.quality
    fault = fact.record.fault
    repair = fact.record.repair
    file = fact.source.file.name
    place = fact.record.statement.place.lineStart
    placeIsLine = fact.source.placesAreLines
    date = fact.source.date
    version = fact.version
    recordedAt = fact.recordedAt
    transformation = fact.source.transformation
    envelope = fact.envelope
  }

  /// The file as a source, with the line or the record's number.
  public var reference: DocumentReference {
    DocumentReference(
      number: nil, title: file, date: date, kind: .other, version: version,
      recordedAt: recordedAt, place: SourcePlace(file: file, lineStart: place, lineEnd: place))
  }

  /// Whether the shape is valid.
  public var isValid: Bool { fault == nil }

  /// Whether it only shows roughly where the parcel lies (示意).
  public var isSchematic: Bool { quality == .schematic }
}

extension ParcelBoundary: Encodable {
  /// Writes the boundary; the place as `line` or `record`, the box as west, south, east, north.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("crs", crs)
    try json("area_m2", squareMetres)
    try json("ellipsoidal_area_m2", ellipsoidalSquareMetres)
    try json("stated_area_m2", statedSquareMetres)
    try json("quality", quality)
    try json("schematic", isSchematic)
    try json("valid", isValid)
    try json("fault", fault)
    try json("repair", repair)
    try json("file", file)
    try json(placeIsLine ? "line" : "record", place)
    try json("date", date)
    try json("version", version)
    try json("recorded_at", recordedAt)
    try json("transformation", transformation)
    if let box = envelope {
      try json("bbox", [box.minX, box.minY, box.maxX, box.maxY])
    }
  }
}
