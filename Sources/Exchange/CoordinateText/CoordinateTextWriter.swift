import Characters
import Judging
public import Planning
public import SimpleFeatures

/// How a coordinate text is written.
public struct CoordinateTextOptions: Hashable, Sendable {
  /// How characters are written.
  public enum Encoding: String, Hashable, Sendable, Codable, CaseIterable {
    /// One or two bytes a character: what the ministry's programs read.
    case gbk
    /// The whole national character set.
    case gb18030
    /// UTF-8 without a mark.
    case utf8 = "utf-8"
  }

  /// The program it is for.
  public var dialect: CoordinateTextDialect
  /// What the header should say. Coordinate system, zone and precision are set to what is written;
  /// other keys of the dialect get their usual values where nothing is given.
  public var header = CoordinateTextHeader()
  /// The decimals of coordinates, 0 to 12; `nil` for as many as keep the millimetre.
  public var decimals: Int?
  /// How characters are written.
  public var encoding = Encoding.gbk
  /// Whether rings keep their first point, their direction, and the names of their points. Else
  /// each runs clockwise on the map from its north-western corner, and points are J1, J2 …
  public var keepsPointOrder = false

  /// The usual way of a dialect.
  public init(_ dialect: CoordinateTextDialect) {
    self.dialect = dialect
  }
}

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

extension CoordinateTextWriter {
  /// Writes the sections before the parcels.
  mutating func writeHeader(_ heading: CoordinateTextHeading) throws {
    for section in heading.sections {
      try write(section: section.name, section.entries)
    }
    if !heading.attributes.isEmpty { try write(section: "属性描述", heading.attributes) }
    try write(section: "地块坐标", [])
  }

  private mutating func write(
    section name: String, _ entries: [CoordinateTextHeader.Entry]
  ) throws {
    try buffer.append("[\(name)]", of: name)
    buffer.endLine()
    for entry in entries {
      let line = entry.key.isEmpty ? entry.value : "\(entry.key)=\(entry.value)"
      try buffer.append(
        String(line.map { $0.isNewline ? " " : $0 }), of: entry.key.isEmpty ? name : entry.key)
      buffer.endLine()
    }
  }

  /// Writes the row that begins a parcel.
  mutating func writeHeading(
    _ parcels: ParcelColumns, _ feature: Int, rows: Int, _ shapes: GeometryColumn
  ) throws {
    for field in options.dialect.headingFields {
      switch field {
      case nil: break
      case .pointCount: buffer.append(options.dialect == .landConversion ? rows - 1 : rows)
      case .area: try append(area(parcels.value(.area, feature), feature, shapes), of: .area)
      case .shape: try append(kind(parcels, feature, shapes), of: .shape)
      case .some(let field): try append(parcels.text(field, feature) ?? "", of: field)
      }
      buffer.append(byte: 0x2C)
    }
    buffer.append(byte: 0x40)
    buffer.endLine()
  }

  private mutating func append(_ text: String, of field: CoordinateTextField) throws {
    if try buffer.append(field: text, of: field.rawValue) { changedAttributes += 1 }
  }

  /// The stated area in hectares, else that of the shape.
  private func area(_ stated: FieldValue, _ feature: Int, _ shapes: GeometryColumn) -> String {
    if case .text(let text) = stated {
      guard let area = CoordinateTextArea(text), area.unit != nil,
        let squareMetres = area.squareMetres
      else { return text }
      return hectares(squareMetres)
    }
    if let number = stated.number { return NumberText.decimal(number, places: 4, keep: 4) }
    guard !options.dialect.isInDegrees, shapes.types[feature]?.dimension == 2 else { return "" }
    return hectares(shapes.planeArea(of: feature))
  }

  private func hectares(_ squareMetres: Double) -> String {
    NumberText.decimal(squareMetres / 10_000, places: 4, keep: 4)
  }

  /// 面, 线 or 点. 增减挂钩 leaves 面 out.
  private func kind(
    _ parcels: ParcelColumns, _ feature: Int, _ shapes: GeometryColumn
  ) -> String {
    switch shapes.types[feature]?.dimension {
    case 0: return "点"
    case 1: return "线"
    default:
      if options.dialect != .increaseDecreaseLinkage { return "面" }
      return parcels.text(.shape, feature) ?? ""
    }
  }
}

extension CoordinateTextWriter {
  /// Writes the rows of a parcel, counted from 1.
  mutating func write(
    _ rings: CoordinateTextRings, _ shapes: GeometryColumn, feature: Int
  ) throws(CoordinateTextFault) {
    var before = 0
    for ring in rings.rings {
      for row in 0..<ring.rowCount {
        let vertex = ring.vertex(row)
        let (x, y) = (shapes.xy[2 * vertex], shapes.xy[2 * vertex + 1])
        guard x.isFinite, y.isFinite else { throw .notFinite(feature: feature) }
        try appendName(row, ring, before)
        buffer.append(byte: 0x2C)
        if options.dialect == .increaseDecreaseLinkage {
          appendPair(x, y)
          buffer.append(byte: 0x2C)
          if row + 1 < ring.rowCount {
            let next = ring.vertex(row + 1)
            let (dx, dy) = (shapes.xy[2 * next] - x, shapes.xy[2 * next + 1] - y)
            let side = (dx * dx + dy * dy).squareRoot()
            if side.isFinite { buffer.append(side, decimals: min(decimals, 3)) }
          }
          buffer.append(byte: 0x2C)
          buffer.append(ring.number)
          buffer.append(byte: 0x2C)
        } else {
          buffer.append(ring.number)
          buffer.append(byte: 0x2C)
          appendPair(x, y)
        }
        buffer.endLine()
      }
      before += ring.vertices.count
    }
  }

  private mutating func appendPair(_ x: Double, _ y: Double) {
    let isInDegrees = options.dialect.isInDegrees
    buffer.append(isInDegrees ? x : y, decimals: decimals)
    buffer.append(byte: 0x2C)
    buffer.append(isInDegrees ? y : x + eastingShift, decimals: decimals)
  }

  private mutating func appendName(
    _ row: Int, _ ring: CoordinateTextRings.Ring, _ before: Int
  ) throws(CoordinateTextFault) {
    guard let names = ring.names else {
      buffer.append(byte: 0x4A)
      buffer.append(before + row % ring.vertices.count + 1)
      return
    }
    try buffer.append(
      names[row < names.count ? row : 0], of: CoordinateTextField.pointNames.rawValue)
  }
}

/// Why something cannot be written as a coordinate text.
public enum CoordinateTextFault: Error, Hashable, Sendable {
  /// A character has no code in the encoding. Where: the title of the field, or the header's key.
  case unencodable(character: String, field: String)
  /// A feature, counted from 1, has no shape, or one without points.
  case noShape(feature: Int)
  /// A coordinate of a feature, counted from 1, is not finite.
  case notFinite(feature: Int)
  /// The dialect wants degrees and the coordinates are metres, or the other way round.
  case wrongUnit(dialect: CoordinateTextDialect)
}
