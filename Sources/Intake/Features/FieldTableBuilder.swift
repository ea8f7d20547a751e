import SimpleFeatures

/// Columns of attributes that come as text, feature by feature, some of them only now and then.
///
/// A column begins with the feature that first has it, and stays for all later batches.
struct FieldTableBuilder {
  private(set) var columns: [FieldColumn] = []
  private var places: [String: Int] = [:]
  private var count = 0

  init(_ names: [String]) {
    for name in names { _ = place(of: name) }
  }

  /// Gives the feature that is being built a value.
  mutating func add(_ name: String, _ value: FieldValue) {
    let place = place(of: name)
    fill(place)
    if columns[place].values.count == count { columns[place].values.append(value) }
  }

  /// Ends a feature; where it has no value in a column it gets none.
  mutating func finishFeature() {
    count += 1
    for place in columns.indices { fill(place) }
  }

  /// The columns so far, which begin anew.
  mutating func take() -> [FieldColumn] {
    let taken = columns
    for place in columns.indices { columns[place].values.removeAll() }
    count = 0
    return taken
  }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = columns.count
    columns.append(FieldColumn(name: name))
    return columns.count - 1
  }

  private mutating func fill(_ place: Int) {
    while columns[place].values.count < count { columns[place].values.append(.none) }
  }
}
