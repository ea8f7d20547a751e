internal import SimpleFeatures

extension Geometry {
  /// The areas alone, as one shape: two areas that meet along an edge and in an area have both in
  /// common, and with lines among areas GEOS does not go on. Empty where there are none.
  var areas: Geometry {
    guard type == .geometryCollection else {
      return type.dimension == 2 ? self : Geometry(empty: .polygon)
    }
    var all = Geometry(empty: .multiPolygon)
    for member in members {
      let area = member.areas
      for part in 0..<area.partCount {
        all.appendPart(
          rings: area.rings(ofPart: part).map { ring in
            let vertices = area.vertices(ofRing: ring)
            return Array(area.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
          })
      }
    }
    return all
  }
}
