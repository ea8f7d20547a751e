import SimpleFeatures

/// Where a table has its shapes, by the headings of its columns.
enum DelimitedColumns: Equatable {
  /// A column with WKT.
  case wellKnownText(Int)
  /// Two columns with the coordinates of a point, and which is which where the headings tell.
  case point(x: Int, y: Int, order: StatedCoordinateSystem.AxisOrder?)

  /// Headings of columns with WKT.
  private static let shapes: Set<String> = [
    "wkt", "geom", "geometry", "the_geom", "wkt_geom", "geom_wkt", "geometry_wkt", "shape", "_wkt",
    "图形", "几何", "空间图形",
  ]

  /// Headings of pairs. Surveyors in China call the northing X and the easting Y, others the other
  /// way round: with these two the numbers must tell.
  private static let pairs: [(x: Set<String>, y: Set<String>, isKnown: Bool)] = [
    (
      ["lon", "lng", "long", "longitude", "经度", "东经"], ["lat", "latitude", "纬度", "北纬"], true
    ),
    (["easting", "east", "东坐标", "横坐标"], ["northing", "north", "北坐标", "纵坐标"], true),
    (["x", "x坐标", "x_coord", "coord_x", "xzb"], ["y", "y坐标", "y_coord", "coord_y", "yzb"], false),
  ]

  /// The columns of a table; `nil` where none has shapes.
  init?(_ headings: [String]) {
    let plain = headings.map { heading in
      String(heading.lowercased().prefix { $0 != "(" && $0 != "（" }).filter { !$0.isWhitespace }
    }
    if let column = plain.firstIndex(where: Self.shapes.contains) {
      self = .wellKnownText(column)
      return
    }
    for pair in Self.pairs {
      guard let x = plain.firstIndex(where: pair.x.contains),
        let y = plain.firstIndex(where: pair.y.contains)
      else { continue }
      self = .point(x: x, y: y, order: pair.isKnown ? .eastingFirst : nil)
      return
    }
    return nil
  }
}
