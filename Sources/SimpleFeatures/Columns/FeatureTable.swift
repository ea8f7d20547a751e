/// Features as they stand in one layer of a file: shapes, attributes, and what the file says of
/// their coordinates. Of a long layer it is a stretch.
public struct FeatureTable: Hashable, Sendable {
  /// The layer's name; of a format without layers the file's name without ending.
  public var name: String
  /// The shapes; x and y are the first and second number of the file, unless
  /// ``StatedCoordinateSystem/axisOrder`` says that they were put in order.
  public var shapes = GeometryColumn()
  /// The attributes, each with as many values as there are shapes.
  public var fields: [FieldColumn] = []
  /// What the file says of the coordinate system.
  public var coordinateSystem = StatedCoordinateSystem()
  /// The line at which each feature begins, or its record's number where the format has no lines,
  /// counted from 1.
  public var places: [Int] = []
  /// What the file says of all its features, under the names it uses: 数据产生日期, 图形性质,
  /// `quality` …
  public var notes: [String: String] = [:]
  /// Whether ``places`` are lines.
  public var placesAreLines = false

  /// A layer without features.
  public init(name: String) {
    self.name = name
  }

  /// The number of features.
  public var count: Int { shapes.count }

  /// The attribute of a name, whatever its case.
  public func field(_ name: String) -> FieldColumn? {
    fields.first { $0.name == name } ?? fields.first { $0.name.lowercased() == name.lowercased() }
  }
}

extension FeatureTable {
  /// Adds the features of a table with the same attributes.
  public mutating func append(_ other: FeatureTable) {
    shapes.append(contentsOf: other.shapes)
    places += other.places
    for index in fields.indices { fields[index].values += other.fields[index].values }
  }

  /// Tables of the same attributes in one, in their order; vertices are copied on several threads.
  ///
  /// What is said of all features is taken from the first.
  public init?(joining tables: [FeatureTable], workers: Int) {
    guard var all = tables.first else { return nil }
    all.shapes = GeometryColumn(joining: tables.map(\.shapes), workers: workers)
    let count = tables.reduce(0) { $0 + $1.places.count }
    all.places.reserveCapacity(count)
    for index in all.fields.indices { all.fields[index].values.reserveCapacity(count) }
    for table in tables.dropFirst() {
      all.places += table.places
      for index in all.fields.indices { all.fields[index].values += table.fields[index].values }
    }
    self = all
  }
}

extension FeatureTable {
  /// The table with some of its features alone, in the order given.
  public func selecting(_ features: [Int]) -> FeatureTable {
    var table = self
    table.shapes = shapes.selecting(features)
    table.places = features.compactMap { places.indices.contains($0) ? places[$0] : nil }
    for index in fields.indices {
      table.fields[index].values = features.map { fields[index].values[$0] }
    }
    return table
  }

  /// The table with some of its attributes alone, in the order given; unknown names are passed over.
  public func selecting(fields names: [String]) -> FeatureTable {
    var table = self
    table.fields = names.compactMap { field($0) }
    return table
  }
}

extension GeometryColumn {
  /// Some of the shapes alone, in the order given.
  public func selecting(_ features: [Int]) -> GeometryColumn {
    var column = GeometryColumn()
    for feature in features {
      for part in parts(of: feature) {
        for ring in Int(partOffsets[part])..<Int(partOffsets[part + 1]) {
          let vertices = Int(ringOffsets[ring])..<Int(ringOffsets[ring + 1])
          column.xy += xy[2 * vertices.lowerBound..<2 * vertices.upperBound]
          if !z.isEmpty { column.z += z[vertices] }
          if !m.isEmpty { column.m += m[vertices] }
          column.finishRing()
        }
        column.finishPart()
      }
      column.finishFeature(types[feature])
    }
    return column
  }
}

/// One attribute of many features.
public struct FieldColumn: Hashable, Sendable {
  /// Its name, as the file has it.
  public var name: String
  /// A name for people, where the file has one beside.
  public var title: String?
  /// The value of each feature.
  public var values: [FieldValue]

  /// An attribute.
  public init(name: String, title: String? = nil, values: [FieldValue] = []) {
    self.name = name
    self.title = title
    self.values = values
  }
}

/// A value of a feature's attribute.
public enum FieldValue: Hashable, Sendable {
  case none
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The value as text; `nil` of ``none``. A whole number has no decimal point.
  public var text: String? {
    switch self {
    case .none: nil
    case .integer(let value): String(value)
    case .real(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    case .text(let value): value
    }
  }

  /// The value as a number, where it is one.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }
}

/// What a file says of the coordinate system of its shapes. Nothing is concluded from it here.
public struct StatedCoordinateSystem: Hashable, Sendable {
  /// Which of the two numbers of a vertex is which.
  public enum AxisOrder: Hashable, Sendable {
    /// Easting or longitude first.
    case eastingFirst
    /// Northing or latitude first.
    case northingFirst
  }

  /// The EPSG code.
  public var epsg: Int?
  /// The definition as WKT, where the file has one.
  public var wellKnownText: String?
  /// The datum's name as printed: `2000国家大地坐标系`.
  public var datum: String?
  /// The width of the zones in degrees (几度分带): 3 or 6.
  public var zoneWidth: Int?
  /// The zone's number (带号).
  public var zone: Int?
  /// The unit as printed (计量单位).
  public var unit: String?
  /// The order that the format prescribes, or into which a reader has put them; `nil` where it must
  /// be told by the numbers.
  public var axisOrder: AxisOrder?

  /// Nothing is said.
  public init() {}
}
