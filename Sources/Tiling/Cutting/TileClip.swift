public import SimpleFeatures

/// Cuts features with a tile and its margin and moves them into the tile's units.
///
/// Shapes come in metres of EPSG:3857 and leave in units, x to the east, y to the south, not
/// rounded. Points stay where they lie in the box or on its edge; lines may fall into parts. Of
/// each ring of an area one ring is left, closed; where the area falls apart this runs along the
/// box's edge to and fro. Holes whose shell is gone go with it. A feature with a coordinate that is
/// no number, or farther out than 10¹² m, is left out.
public struct TileClip: Sendable {
  /// The units of the tile.
  public let grid: TileGrid
  /// The margin in units around the tile, within which features are kept.
  public let buffer: Int

  let box: ClipBox

  /// A cut.
  ///
  /// - Precondition: a margin of 0 to 65 536 units.
  public init(_ grid: TileGrid, buffer: Int = 64) {
    precondition((0...65_536).contains(buffer), "a margin of 0 to 65 536 units")
    self.grid = grid
    self.buffer = buffer
    box = ClipBox(
      low: SIMD2(repeating: -Double(buffer)),
      high: SIMD2(repeating: Double(grid.extent + buffer)))
  }

  /// What is left of some features.
  ///
  /// - Returns: the shapes, and of each which feature it is.
  public func clip(
    _ column: GeometryColumn, features: ArraySlice<Int>
  ) -> (shapes: GeometryColumn, rows: [Int]) {
    var (shapes, rows) = (GeometryColumn(), [Int]())
    var (ring, spare) = ([Double](), [Double]())
    for feature in features {
      guard let type = column.types[feature], let dimension = type.dimension else { continue }
      let start = shapes.mark
      let vertices = column.vertices(of: feature)
      let numbers = column.xy[2 * vertices.lowerBound..<2 * vertices.upperBound]
      guard numbers.allSatisfy({ abs($0) <= RingExtent.farthest }) else { continue }
      var parts = 0
      for part in column.parts(of: feature) {
        let rings = Int(column.partOffsets[part])..<Int(column.partOffsets[part + 1])
        var isKept = false
        for number in rings {
          let vertices = Int(column.ringOffsets[number])..<Int(column.ringOffsets[number + 1])
          move(vertices, of: column, &ring)
          if dimension == 1 {
            parts += clip(line: ring, into: &shapes)
          } else if dimension == 0 {
            guard ring.count >= 2, box.contains(ring[0], ring[1]) else { continue }
            shapes.appendVertex(x: ring[0], y: ring[1])
            shapes.finishRing()
            isKept = true
          } else {
            if number > rings.lowerBound && !isKept { break }
            let isClosed = ring.count > 2 && RingMeasure.isClosed(ring, 0..<ring.count / 2)
            if isClosed { ring.removeLast(2) }
            box.cut(ring: &ring, spare: &spare)
            guard ring.count >= 6 else { continue }
            for index in stride(from: 0, to: ring.count, by: 2) {
              shapes.appendVertex(x: ring[index], y: ring[index + 1])
            }
            shapes.finishClosedRing()
            isKept = true
          }
        }
        if isKept {
          shapes.finishPart()
          parts += 1
        }
      }
      guard parts > 0 else {
        shapes.rewind(to: start)
        continue
      }
      shapes.finishFeature(parts > 1 ? type.multipleType : type)
      rows.append(feature)
    }
    return (shapes, rows)
  }

  private func move(_ vertices: Range<Int>, of column: GeometryColumn, _ ring: inout [Double]) {
    ring.removeAll(keepingCapacity: true)
    let xy = column.xy.span
    for vertex in vertices {
      let (x, y) = grid.units(x: xy[2 * vertex], y: xy[2 * vertex + 1])
      ring.append(x)
      ring.append(y)
    }
  }

  /// Adds what is left of a line; returns the number of its parts.
  private func clip(line: [Double], into shapes: inout GeometryColumn) -> Int {
    var parts = 0
    box.cut(line: line.span) {
      shapes.appendVertex(x: $0.x, y: $0.y)
    } end: {
      shapes.finishRing()
      shapes.finishPart()
      parts += 1
    }
    return parts
  }
}
