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
