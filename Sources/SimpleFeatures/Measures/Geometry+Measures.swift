/// Measures in the plane, in the unit of the coordinates. They mean something only where x and y
/// are lengths. Members of a collection are added up.
extension Geometry {
  /// The area; holes are taken off and parts added up, whatever the direction of their rings.
  public var planeArea: Double {
    members.reduce(GeometryColumn(self).planeArea(of: 0)) { $0 + $1.planeArea }
  }

  /// The length of lines, or of the rings around areas.
  public var planeLength: Double {
    members.reduce(GeometryColumn(self).planeLength(of: 0)) { $0 + $1.planeLength }
  }

  /// The centre of gravity, as ``GeometryColumn/centroid(of:)`` has it; `nil` where there is no
  /// vertex, and of a collection.
  public var centroid: (x: Double, y: Double)? {
    GeometryColumn(self).centroid(of: 0)
  }

  /// The area of a ring: positive where it runs counter-clockwise.
  public func signedArea(ofRing ring: Int) -> Double {
    RingMeasure.signedArea(xy, vertices(ofRing: ring))
  }
}
