internal import Characters
public import Planning
public import SimpleFeatures
internal import Terms

/// The place that is asked about: a point, a shape of a file, a parcel.
public struct AskedPlace: Hashable, Sendable {
  /// What it was given as.
  public enum Kind: String, Hashable, Sendable, Codable {
    case point, shape, parcel
  }

  /// What it was given as.
  public var kind: Kind
  /// What it is called: the text of the question, and of a file also the shape's number or place.
  public var label: String
  /// The file, of a shape.
  public var file: String?
  /// The line or record of the file, counted from 1.
  public var place: Int?
  /// Whether ``place`` is a line.
  public var placeIsLine = false
  /// The shape in the register's coordinate system; `nil` where it has none that can be asked about.
  public var shape: Geometry?
  /// Why nothing can be asked about it.
  public var reason: NotCheckedReason?
  /// Of a shape that is not valid what is wrong: a key of ``ShapeFault/reason``.
  public var fault: String?
  /// The coordinate system of ``shape``.
  public var epsg: Int?
  /// The coordinate system that the coordinates were given in, as `EPSG:4490`.
  public var givenCRS: String?
  /// How the coordinates came to the register's system: PROJ's pipeline or the series, in order.
  public var projection: [String] = []
  /// The area in square metres; `nil` of a point and a line.
  public var squareMetres: Double?
  /// Whether it only shows roughly where something lies (示意).
  public var isSchematic = false
  /// What should be told of the coordinates.
  public var diagnostics: [Diagnostic] = []

  /// A place.
  public init(kind: Kind, label: String, shape: Geometry?) {
    self.kind = kind
    self.label = label
    self.shape = shape
  }

  /// The coordinates of a point; `nil` of another shape.
  public var point: (x: Double, y: Double)? {
    guard let shape, shape.type == .point, shape.xy.count == 2 else { return nil }
    return (shape.xy[0], shape.xy[1])
  }
}

extension AskedPlace: Encodable {
  /// Writes the place; the coordinates of a point, else the box.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("kind", kind)
    try json("label", label)
    try json("file", file)
    try json(placeIsLine ? "line" : "record", place)
    try json("crs", epsg.map { "EPSG:\($0)" })
    try json("given_crs", givenCRS)
    if let point {
      try json("x", point.x)
      try json("y", point.y)
    } else if let box = shape?.envelope {
      try json("bbox", [box.minX, box.minY, box.maxX, box.maxY])
    }
    try json("area_m2", squareMetres)
    try json("area_mu", squareMetres.map(AreaUnit.mu(fromSquareMetres:)))
    if isSchematic { try json("schematic", true) }
    try json("reason", reason?.key)
    try json("fault", fault)
  }
}
