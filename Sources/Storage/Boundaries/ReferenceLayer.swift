internal import Planning
internal import SimpleFeatures

/// The table of a version of a reference layer: its columns and how values go into them.
struct ReferenceLayer {
  /// The table's name, `layer_1`, `layer_2` …, one for each version of each layer.
  let table: String
  /// The attributes in the file's order.
  let fields: [LayerVersion.Field]

  /// A layer with these attributes.
  ///
  /// A column has the attribute's name where that is plain ASCII, in lower case, and is no other
  /// column's; else `field_3` after its place. The printed name stands in `gpkg_data_columns`.
  init(table: String, fields: [FieldColumn]) {
    self.table = table
    var taken: Set<String> = ["fid", "geom", "fault"]
    var made: [LayerVersion.Field] = []
    for (index, field) in fields.enumerated() {
      var column = field.name.lowercased()
      let isPlain =
        column.utf8.first.map { (0x61...0x7A).contains($0) } == true
        && column.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        } && column.utf8.count <= 63
      if !isPlain || !taken.insert(column).inserted {
        column = "field_\(index + 1)"
        while !taken.insert(column).inserted { column += "_" }
      }
      made.append(LayerVersion.Field(name: field.name, title: field.title, column: column))
    }
    self.fields = made
  }

  /// A layer that the register has.
  init(_ version: LayerVersion) {
    table = version.table
    fields = version.fields
  }

  /// The statement that makes the table under a name.
  func definition(_ name: String, _ types: ColumnTypes) -> String {
    let definitions = zip(fields, types.values).map { field, type in
      ",\n  \(quoted(field.column)) \(type?.rawValue ?? "TEXT")"
    }
    return """
      CREATE TABLE \(name) (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        geom \(types.geometry),
        fault TEXT\(definitions.joined())
      )
      """
  }

  /// The statement that writes a feature: `fid`, `fault`, the attributes, last the shape.
  var insertion: String {
    let names = ["fid", "fault"] + fields.map { quoted($0.column) } + ["geom"]
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
  }

  /// What the columns of the table hold so far.
  struct ColumnTypes: Equatable {
    /// The type of a column's values.
    enum Value: String {
      case integer = "INTEGER"
      case real = "REAL"
      case text = "TEXT"
    }

    /// The type of each attribute; `nil` where no feature had a value yet.
    var values: [Value?]
    /// The one type of all shapes, as a column has it; `GEOMETRY` where there are several.
    var geometry = "GEOMETRY"
    private var shape: GeometryType?
    private var isMixed = false
    /// Whether some shapes have heights, and measures.
    private(set) var hasZ = false
    private(set) var hasM = false

    init(count: Int) {
      values = Array(repeating: nil, count: count)
    }

    /// Widens the types so that they hold a stretch of features too.
    mutating func widen(for table: FeatureTable, shapes: GeometryColumn) {
      for (index, field) in table.fields.enumerated() where index < values.count {
        for value in field.values {
          switch (value, values[index]) {
          case (.none, _), (_, .text), (.integer, .integer), (.integer, .real), (.real, .real):
            continue
          case (.integer, nil): values[index] = .integer
          case (.real, nil), (.real, .integer): values[index] = .real
          case (.text, _): values[index] = .text
          }
        }
      }
      hasZ = hasZ || !shapes.z.isEmpty
      hasM = hasM || !shapes.m.isEmpty
      for case .some(let type) in shapes.types where type != shape {
        isMixed = isMixed || shape != nil
        shape = type
      }
      geometry = isMixed ? "GEOMETRY" : shape.map(ColumnTypes.name) ?? "GEOMETRY"
    }

    private static func name(of type: GeometryType) -> String {
      switch type {
      case .point: "POINT"
      case .lineString: "LINESTRING"
      case .polygon: "POLYGON"
      case .multiPoint: "MULTIPOINT"
      case .multiLineString: "MULTILINESTRING"
      case .multiPolygon: "MULTIPOLYGON"
      case .geometryCollection: "GEOMETRYCOLLECTION"
      }
    }
  }
}
