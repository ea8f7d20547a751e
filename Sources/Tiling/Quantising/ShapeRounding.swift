internal import SimpleFeatures

/// Makes shapes of whole units from shapes that are in units already, and adds them to a tile's
/// features.
struct ShapeRounding {
  var shape = IntegerShape()
  private var validity = RingValidity()

  /// Rounds the parts of a dimension.
  ///
  /// - Returns: whether anything is left.
  mutating func round(_ geometry: Geometry, dimension: Int?) -> Bool {
    shape.removeAll()
    add(geometry, dimension: dimension)
    return shape.partCount > 0
  }

  private mutating func add(_ geometry: Geometry, dimension: Int?) {
    for member in geometry.members { add(member, dimension: dimension) }
    // A thousand times the widest tile; farther out nothing belongs to it.
    guard geometry.type.dimension == dimension, geometry.xy.allSatisfy({ abs($0) <= 0x1p28 })
    else { return }
    for part in 0..<geometry.partCount {
      let rings = geometry.rings(ofPart: part)
      let before = shape.ringCount
      for number in rings {
        let vertices = geometry.vertices(ofRing: number)
        let ring = Array(geometry.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
        switch dimension {
        case 0: if ring.count >= 2 { shape.append(pointX: ring[0], y: ring[1]) }
        case 1: _ = shape.append(line: ring)
        default:
          let isShell = number == rings.lowerBound
          if !isShell && shape.ringCount == before { break }
          _ = shape.append(ring: ring, isShell: isShell)
        }
      }
      if dimension == 2 && shape.ringCount > before { shape.finishPart() }
    }
  }

  /// Adds the shape as a feature.
  mutating func finish(_ type: GeometryType, row: Int, into output: inout TileFeatures) {
    let isArea = type.dimension == 2
    if isArea && validity.isDoubtful(shape) { output.doubtful.append(output.count) }
    let xy = shape.xy.span
    for part in 0..<shape.partCount {
      for ring in shape.partOffsets[part]..<shape.partOffsets[part + 1] {
        let (first, end) = (shape.ringOffsets[ring], shape.ringOffsets[ring + 1])
        for vertex in first..<end {
          output.shapes.appendVertex(x: Double(xy[2 * vertex]), y: Double(xy[2 * vertex + 1]))
        }
        if isArea {
          output.shapes.appendVertex(x: Double(xy[2 * first]), y: Double(xy[2 * first + 1]))
        }
        output.shapes.finishRing()
      }
      output.shapes.finishPart()
    }
    output.shapes.finishFeature(shape.partCount > 1 ? type.multipleType : type)
    output.rows.append(row)
  }
}
