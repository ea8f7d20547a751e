import Judging
import Planning
public import SimpleFeatures

/// Writes parcels as a coordinate text (勘测定界界址点坐标交换格式) of a dialect, batch by batch.
///
/// x is easting or longitude, y northing or latitude, whatever ``StatedCoordinateSystem/axisOrder``
/// says. Metres are written northing first and with the zone's number before the easting, which is
/// added where the coordinate system has none. Attributes are taken from the fields that
/// ``CoordinateTextField`` names. Lines end in CRLF.
///
/// The area is the stated one: a number, or text without a unit as it stands, is in hectares; text
/// with a unit is put into hectares. Where none is stated it is the area of the shape in the plane.
public struct CoordinateTextWriter {
  /// What is written how.
  public let options: CoordinateTextOptions
  /// Fields that had values and for which the dialect has no place, in the order met.
  public private(set) var omittedFields: [String] = []
  /// How many attributes had a comma or the end of a line in them, which were replaced.
  public internal(set) var changedAttributes = 0

  let sink: ([UInt8]) throws -> Void
  var buffer: CoordinateTextBuffer
  let decimals: Int
  /// What is added to eastings: the zone's number in front.
  var eastingShift = 0.0
  private var hasBegun = false
  private var featureCount = 0

  /// A writer that hands its bytes to `sink`, some 64 KiB at a time.
  public init(_ options: CoordinateTextOptions, sink: @escaping ([UInt8]) throws -> Void) {
    self.options = options
    self.sink = sink
    buffer = CoordinateTextBuffer(encoding: options.encoding)
    decimals = min(max(options.decimals ?? options.dialect.decimals, 0), 12)
  }

  /// Writes the features of a batch. The coordinate system of the first goes into the header, and
  /// all must have the same.
  ///
  /// - Throws: ``CoordinateTextFault``, and what the sink throws.
  public mutating func write(_ table: FeatureTable) throws {
    if !hasBegun {
      guard isInDegrees(table) == options.dialect.isInDegrees else {
        throw CoordinateTextFault.wrongUnit(dialect: options.dialect)
      }
      try begin(table.coordinateSystem)
    }
    let parcels = ParcelColumns(table)
    noteOmitted(table)
    for feature in 0..<table.count {
      featureCount += 1
      guard table.shapes.types[feature] != nil, !table.shapes.vertices(of: feature).isEmpty else {
        throw CoordinateTextFault.noShape(feature: featureCount)
      }
      let rings = CoordinateTextRings(
        of: feature, in: table.shapes, keepsOrder: options.keepsPointOrder,
        names: parcels.text(.pointNames, feature), numbers: parcels.text(.ringNumbers, feature))
      try writeHeading(parcels, feature, rows: rings.rowCount, table.shapes)
      try write(rings, table.shapes, feature: featureCount)
      if buffer.bytes.count >= 65_536 { try sink(buffer.take()) }
    }
  }

  /// Writes what is left; of a file without parcels the header.
  public mutating func finish() throws {
    if !hasBegun { try begin(StatedCoordinateSystem()) }
    if !buffer.bytes.isEmpty { try sink(buffer.take()) }
  }

  private mutating func begin(_ stated: StatedCoordinateSystem) throws {
    hasBegun = true
    let grid = stated.epsg.flatMap { GaussKrugerGrid(epsg: $0) }
    if let grid, !grid.isPrefixed { eastingShift = Double(grid.zone) * 1e6 }
    try writeHeader(CoordinateTextHeading(options, decimals: decimals, stated, grid))
  }

  private func isInDegrees(_ table: FeatureTable) -> Bool {
    if let epsg = table.coordinateSystem.epsg, let system = NationalCoordinateSystem(epsg: epsg) {
      guard case .geographic = system else { return false }
      return true
    }
    guard table.shapes.vertexCount > 0 else { return options.dialect.isInDegrees }
    return table.shapes.xy[0].magnitude <= 360 && table.shapes.xy[1].magnitude <= 90
  }

  private mutating func noteOmitted(_ table: FeatureTable) {
    let written = Set(options.dialect.headingFields.compactMap { $0?.rawValue })
    let order: Set<String> = [
      CoordinateTextField.pointNames.rawValue, CoordinateTextField.ringNumbers.rawValue,
      CoordinateTextField.pointCount.rawValue,
    ]
    for field in table.fields
    where !written.contains(field.name) && !order.contains(field.name)
      && !omittedFields.contains(field.name) && field.values.contains(where: { $0 != .none })
    {
      omittedFields.append(field.name)
    }
  }
}
