import Planning
import SimpleFeatures
import TestSupport

/// Parcels with holes and several parts, the same for the same seed; coordinates have as many
/// decimals as the dialect writes.
struct SeededParcels {
  var random: SeededGenerator
  let dialect: CoordinateTextDialect

  init(_ dialect: CoordinateTextDialect, seed: UInt64) {
    self.dialect = dialect
    random = SeededGenerator(seed: seed)
  }

  /// A batch on EPSG 4525, or in degrees.
  mutating func table(_ count: Int) -> FeatureTable {
    var table = FeatureTable(name: "parcels")
    table.coordinateSystem.epsg = dialect.isInDegrees ? 4490 : 4525
    var fields = dialect.headingFields.compactMap { field in
      field.flatMap { $0 == .pointCount ? nil : FieldColumn(name: $0.rawValue) }
    }
    for number in 1...count {
      appendShape(to: &table.shapes)
      for index in fields.indices {
        let field = CoordinateTextField(rawValue: fields[index].name)
        fields[index].values.append(value(field, number))
      }
    }
    table.fields = fields
    return table
  }

  private mutating func value(_ field: CoordinateTextField?, _ number: Int) -> FieldValue {
    switch field {
    case .shape: return .text("面")
    case .number: return .text("NX-0\(number)")
    case .area: return .text("\(int(1...99)).\(int(1000...9999))")
    default: return int(0...2) == 0 ? .none : .text("中阳县第\(int(1...999))号（一期）")
    }
  }

  private mutating func appendShape(to shapes: inout GeometryColumn) {
    let parts = int(1...3)
    for part in 0..<parts {
      let (x, y) = (int(20...40) * 1000 + part * 2000, int(20...40) * 1000)
      appendRing(x, y, radius: 400, to: &shapes)
      if int(0...1) == 0 { appendRing(x, y, radius: 90, to: &shapes) }
      shapes.finishPart()
    }
    shapes.finishFeature(parts == 1 ? .polygon : .multiPolygon)
  }

  /// A ring of steps around a middle, given in metres from the zone's corner.
  private mutating func appendRing(
    _ x: Int, _ y: Int, radius: Int, to shapes: inout GeometryColumn
  ) {
    let corners = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    let isClockwise = int(0...1) == 0
    let used = isClockwise ? Array(corners.reversed()) : corners
    let start = int(0...7)
    for place in 0..<8 {
      let (dx, dy) = used[(start + place) % 8]
      // Millimetres, a tenth of the radius to and fro.
      append(
        x * 1000 + dx * radius * 1000 + int(-radius * 100...radius * 100),
        y * 1000 + dy * radius * 1000 + int(-radius * 100...radius * 100), to: &shapes)
    }
    shapes.finishClosedRing()
  }

  private func append(_ x: Int, _ y: Int, to shapes: inout GeometryColumn) {
    if dialect.isInDegrees {
      shapes.appendVertex(
        x: Double(111_000_000_000 + x * 10) / 1e9, y: Double(37_000_000_000 + y * 10) / 1e9)
    } else {
      shapes.appendVertex(
        x: Double(37_500_000_000 + x) / 1000, y: Double(4_100_000_000 + y) / 1000)
    }
  }

  private mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
}
