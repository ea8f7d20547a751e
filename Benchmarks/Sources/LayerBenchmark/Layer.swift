import SimpleFeatures
import Storage

/// A layer of a folder in columns.
struct Layer {
  var shapes = GeometryColumn()
  var fields: [FieldColumn] = []

  /// Reads `NAME.gpkg`.
  ///
  /// - Parameter limit: at most so many features.
  init(
    _ name: String, in folder: String, hasFields: Bool = false, limit: Int = .max
  ) throws {
    let file = try GeoPackageFile(foreign: "\(folder)/\(name).gpkg")
    let layer = try file.layer(name)
    var selection = LayerSelection()
    if !hasFields { selection.fields = [] }
    _ = try file.read(layer, selection) { table in
      shapes.append(contentsOf: table.shapes)
      guard hasFields else { return }
      if fields.isEmpty {
        fields = table.fields
      } else {
        for index in fields.indices { fields[index].values += table.fields[index].values }
      }
    }
    guard shapes.count > limit else { return }
    var some = GeometryColumn()
    for feature in 0..<limit { some.append(feature: feature, of: shapes) }
    shapes = some
  }
}
