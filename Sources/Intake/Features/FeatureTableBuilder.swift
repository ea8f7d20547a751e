import SimpleFeatures

/// Builds a table feature by feature, the shape in ``shapes``, the attributes one by one.
struct FeatureTableBuilder {
  /// The shapes of the table; a feature's is finished before its row.
  var shapes: GeometryColumn {
    get { table.shapes }
    _modify { yield &table.shapes }
  }

  private(set) var table: FeatureTable
  private var names: [[UInt8]] = []
  private var indexOfName: [String: Int] = [:]
  private var row: [FieldValue?] = []
  private var expected = 0
  /// How many features were handed over.
  private(set) var handedOver = 0

  /// A table that begins as another: its name, its coordinate system.
  init(_ table: FeatureTable) { self.table = table }

  /// What the file says of the coordinate system.
  var coordinateSystem: StatedCoordinateSystem {
    get { table.coordinateSystem }
    set { table.coordinateSystem = newValue }
  }

  /// What the file says of all its features.
  var notes: [String: String] {
    get { table.notes }
    set { table.notes = newValue }
  }

  /// The layer's name.
  var name: String {
    get { table.name }
    set { table.name = newValue }
  }

  /// The number of features in the table.
  var count: Int { table.places.count }

  /// The column of a name, where it is the one that followed the last one in other features.
  mutating func expectedField(_ name: Span<UInt8>) -> Int? {
    guard expected < names.count, names[expected].count == name.count else { return nil }
    for index in 0..<name.count where names[expected][index] != name[index] { return nil }
    expected += 1
    return expected - 1
  }

  /// The column of a name, a new one where there is none.
  mutating func field(_ name: String) -> Int {
    if let index = indexOfName[name] {
      expected = index + 1
      return index
    }
    let index = table.fields.count
    indexOfName[name] = index
    names.append(Array(name.utf8))
    row.append(nil)
    table.fields.append(
      FieldColumn(name: name, values: Array(repeating: .none, count: table.places.count)))
    expected = index + 1
    return index
  }

  /// Whether the feature has a value in a column already, be it none.
  func hasValue(_ field: Int) -> Bool { row[field] != nil }

  /// Sets a value of the feature.
  mutating func set(_ field: Int, _ value: FieldValue) { row[field] = value }

  /// Ends a feature whose shape was added; the columns it has no value in get none.
  mutating func finishFeature(place: Int) {
    for index in row.indices {
      table.fields[index].values.append(row[index] ?? .none)
      row[index] = nil
    }
    table.places.append(place)
    expected = 0
  }

  /// Forgets the values of a feature that is not added.
  mutating func discardFeature() {
    for index in row.indices { row[index] = nil }
    expected = 0
  }

  /// Hands over the features so far, where there are any, and begins the next table with the same
  /// columns.
  mutating func handOver(to receive: (FeatureTable) throws -> Void) rethrows {
    guard count > 0 else { return }
    handedOver += count
    try receive(table)
    var next = FeatureTable(name: table.name)
    next.coordinateSystem = table.coordinateSystem
    next.placesAreLines = table.placesAreLines
    next.notes = table.notes
    next.fields = table.fields.map { FieldColumn(name: $0.name, title: $0.title) }
    table = next
  }
}
