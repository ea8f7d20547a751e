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
    var tables: [FeatureTable] = []
    _ = try file.read(layer, selection) { tables.append($0) }
    guard let all = FeatureTable(joining: tables, workers: ProcessorCount.available) else {
      return
    }
    shapes = all.shapes
    fields = all.fields
    guard shapes.count > limit else { return }
    var some = GeometryColumn()
    for feature in 0..<limit { some.append(feature: feature, of: shapes) }
    shapes = some
  }
}
