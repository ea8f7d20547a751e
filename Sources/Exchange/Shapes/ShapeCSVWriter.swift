internal import Characters
public import SimpleFeatures

/// Features as comma-separated values by RFC 4180, their shapes as WKT in the column `WKT`, by which
/// GDAL and QGIS know them.
///
/// Coordinates stay as they are: x, then y, in the coordinate system of the table, which the format
/// has no place for. Rings keep their direction. The writer keeps no state.
public struct ShapeCSVWriter: Sendable {
  /// What is written and how.
  public struct Options: Sendable {
    /// Decimals of coordinates, 0 to 15.
    public var places = 4
    /// Whether to begin with U+FEFF, by which Excel knows UTF-8.
    public var byteOrderMark = false
    /// Attributes whose numbers 0 and 1 are written as `false` and `true`.
    public var flags: Set<String> = []
    /// Whether the column of shapes is written.
    public var hasShapes = true

    /// Four decimals.
    public init() {}
  }

  /// What it does.
  public let options: Options
  private let shapes: ShapeText

  /// A writer.
  public init(_ options: Options = Options()) {
    self.options = options
    shapes = ShapeText(
      notation: .wellKnownText, numbers: FixedPoint(places: options.places), turnsRings: false)
  }

  /// The row of headings.
  public func beginning(fields: [String]) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: options.byteOrderMark, formulas: .neutralised)
    csv.append((options.hasShapes ? ["WKT"] : []) + fields)
    return Array(csv.text.utf8)
  }

  /// The features of a table, one a row.
  public func text(of table: FeatureTable) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.shapes.vertexCount * 28 + table.count * 128)
    let isFlag = table.fields.map { options.flags.contains($0.name) }
    for feature in 0..<table.count {
      if options.hasShapes { appendShape(of: feature, in: table, to: &bytes) }
      for (index, field) in table.fields.enumerated() {
        if index > 0 || options.hasShapes { bytes.append(UInt8(ascii: ",")) }
        let value = field.values[feature]
        if isFlag[index], case .integer(let number) = value {
          bytes += (number == 0 ? "false" : "true").utf8
        } else if let text = value.text {
          bytes += CSVWriter.cell(text, .neutralised).utf8
        }
      }
      bytes += "\r\n".utf8
    }
    return bytes
  }

  private func appendShape(of feature: Int, in table: FeatureTable, to bytes: inout [UInt8]) {
    guard let type = table.shapes.types[feature], !table.shapes.vertices(of: feature).isEmpty else {
      return
    }
    let mark = bytes.count
    let vertices = table.shapes.vertices(of: feature)
    let hasZ = !table.shapes.z.isEmpty && vertices.allSatisfy { table.shapes.z[$0].isFinite }
    bytes.append(UInt8(ascii: "\""))
    bytes += type.geoJSONName.uppercased().utf8
    bytes += (hasZ ? " Z " : " ").utf8
    guard shapes.append(feature, type: type, of: table.shapes, to: &bytes) else {
      bytes.removeLast(bytes.count - mark)
      return
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension ShapeCSVWriter: FeatureWriter {
  /// The row of headings; a table has no name.
  public func beginning(name: String, fields: [String]) -> [UInt8] { beginning(fields: fields) }

  /// Nothing: each row ends itself.
  public var separator: [UInt8] { [] }

  /// Nothing: a table ends with its last row.
  public func end(isSchematic: Bool) -> [UInt8] { [] }
}
