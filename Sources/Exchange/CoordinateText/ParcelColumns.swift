import Planning
import SimpleFeatures

/// The columns of a batch that a coordinate text has places for.
struct ParcelColumns {
  private let columns: [CoordinateTextField: [FieldValue]]

  init(_ table: FeatureTable) {
    var columns: [CoordinateTextField: [FieldValue]] = [:]
    for field in CoordinateTextField.allCases {
      if let column = table.field(field.rawValue) { columns[field] = column.values }
    }
    self.columns = columns
  }

  /// The value of a feature.
  func value(_ field: CoordinateTextField, _ feature: Int) -> FieldValue {
    guard let values = columns[field], feature < values.count else { return .none }
    return values[feature]
  }

  /// The value of a feature as text.
  func text(_ field: CoordinateTextField, _ feature: Int) -> String? {
    value(field, feature).text
  }
}
