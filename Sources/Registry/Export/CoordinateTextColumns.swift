internal import Planning
internal import SimpleFeatures

/// Which columns of the parcels' layer go into which fields of a coordinate text.
enum CoordinateTextColumns {
  private static let pairs: [(column: String, field: CoordinateTextField)] = [
    ("parcel_id", .number), ("name", .name), ("area_m2", .area), ("land_use_name", .use),
    ("land_use_code", .landClass),
  ]

  /// The columns.
  static var fields: [String] { pairs.map(\.column) }

  /// By what a reader of the text tells each feature: its number, else its name.
  static func labels(of table: FeatureTable) -> [String] {
    let (numbers, names) = (table.field("parcel_id")?.values, table.field("name")?.values)
    return (0..<table.count).map { numbers?[$0].text ?? names?[$0].text ?? "" }
  }

  /// Features with the fields of a dialect. Areas are in hectares there. A parcel's number stands
  /// for its name where it has none, or where the dialect has no place for numbers: without it
  /// nobody could tell the parcel.
  static func renamed(
    _ table: FeatureTable, for dialect: CoordinateTextDialect
  ) -> FeatureTable {
    var table = table
    let numbers = table.field("parcel_id")?.values ?? []
    let hasNumbers = dialect.headingFields.contains(.number)
    for index in table.fields.indices {
      guard let field = pairs.first(where: { $0.column == table.fields[index].name })?.field else {
        continue
      }
      table.fields[index].name = field.rawValue
      switch field {
      case .area:
        table.fields[index].values = table.fields[index].values.map { value in
          value.number.map { .real($0 / 10_000) } ?? .none
        }
      case .name:
        for (feature, number) in numbers.enumerated()
        where number != .none && (!hasNumbers || table.fields[index].values[feature] == .none) {
          table.fields[index].values[feature] = number
        }
      default: break
      }
    }
    return table
  }
}
