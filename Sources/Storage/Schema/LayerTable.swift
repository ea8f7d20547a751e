internal import Planning

/// A table of what is in force now, with plain columns, for QGIS and other readers.
///
/// It follows from the history and is kept in the same transaction as an import. Nothing in it is
/// read back as a fact.
struct LayerTable {
  /// A column with what it is called and means.
  struct Column {
    var name: String
    var type: String
    var title: String
    var description: String?
  }

  var name: String
  var title: String
  var description: String
  var columns: [Column]
  /// Columns that serve the program: not described to people.
  var keys: [Column]
  var indexes: [[String]]

  /// The statements that make the table and tell GeoPackage of it.
  var sql: String {
    let definitions = (columns + keys).map { ", \($0.name) \($0.type)" }.joined(separator: "\n  ")
    var sql = "CREATE TABLE \(name) (\n  fid INTEGER PRIMARY KEY NOT NULL\n  \(definitions)\n);\n"
    for index in indexes {
      sql += "CREATE INDEX \(name)_\(index.joined(separator: "_")) ON "
      sql += "\(name)(\(index.joined(separator: ", ")));\n"
    }
    sql += "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES "
    sql += "('\(name)', 'attributes', '\(title)', '\(description)');\n"
    for column in columns {
      let description = column.description.map { "'\($0)'" } ?? "NULL"
      sql += "INSERT INTO gpkg_data_columns (table_name, column_name, title, description) VALUES "
      sql += "('\(name)', '\(column.name)', '\(column.title)', \(description));\n"
    }
    return sql
  }

  /// What tells the parcels that documents name from those there by their boundary alone. In a query
  /// it must stand as it is, for SQLite to use the index of these parcels.
  static let isStated = "status <> '\(ParcelStatus.mapped.rawValue)'"

  /// Indexes of the parcels that documents name, in place of those of all: a county has 190 000 that
  /// are there by their boundary alone, of which status and date say nothing.
  static var indexesOfStatedParcels: [String] {
    [
      "DROP INDEX parcels_status", "DROP INDEX parcels_last_date",
      "CREATE INDEX parcels_status ON parcels(status) WHERE \(isStated)",
      "CREATE INDEX parcels_last_date ON parcels(last_date) WHERE last_date IS NOT NULL",
    ]
  }

  /// The statement that writes a row; its arguments are `fid` and the columns in their order.
  private(set) var insertion = ""
  /// The same of a new row, with a shape as last argument.
  private(set) var insertionWithShape = ""
  /// The same with the version of a boundary as last argument, whose shape it takes: areas only, so
  /// that the layer is of one type.
  private(set) var insertionWithBoundary = ""

  init(
    name: String, title: String, description: String, columns: [Column], keys: [Column] = [],
    indexes: [[String]] = []
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.columns = columns
    self.keys = keys
    self.indexes = indexes
    let names = ["fid"] + (columns + keys).map(\.name)
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    insertion =
      "INSERT OR REPLACE INTO \(name) (\(names.joined(separator: ", "))) VALUES (\(marks))"
    insertionWithShape =
      "INSERT INTO \(name) (\(names.joined(separator: ", ")), geom) VALUES "
      + "(\(marks), ?)"
    insertionWithBoundary =
      "INSERT OR REPLACE INTO \(name) (\(names.joined(separator: ", ")), geom) VALUES "
      + "(\(marks), (SELECT coalesce(layer_geom, geom) FROM boundary_shape "
      + "WHERE id = ? AND type IN (3, 6)))"
  }
}
