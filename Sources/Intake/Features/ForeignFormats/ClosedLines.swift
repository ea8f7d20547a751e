public import SimpleFeatures

/// Closed lines taken for areas.
///
/// Drawings (DXF) have no polygons: a boundary is a polyline that ends where it begins. Whether it
/// bounds an area the file does not say, so this is done where boundaries are read, and told.
public enum ClosedLines {
  /// The table with each line that closes on itself made a polygon of its own, and how many were. A
  /// line inside another becomes no hole: which encloses what a drawing does not say either.
  public static func asPolygons(_ table: FeatureTable) -> (table: FeatureTable, count: Int) {
    guard table.shapes.types.contains(where: { $0?.partType == .lineString }) else {
      return (table, 0)
    }
    var result = table
    result.shapes = GeometryColumn()
    var count = 0
    for feature in 0..<table.count {
      var shape = table.shapes[feature]
      if let line = shape, line.type.partType == .lineString, isClosed(line) {
        shape?.type = line.type == .lineString ? .polygon : .multiPolygon
        count += 1
      }
      result.shapes.append(shape)
    }
    return (result, count)
  }

  private static func isClosed(_ line: Geometry) -> Bool {
    line.ringCount > 0
      && (0..<line.ringCount).allSatisfy { ring in
        let vertices = line.vertices(ofRing: ring)
        guard vertices.count >= 4, let last = vertices.last else { return false }
        let first = vertices.lowerBound
        return line.xy[2 * first] == line.xy[2 * last]
          && line.xy[2 * first + 1] == line.xy[2 * last + 1]
      }
  }
}
