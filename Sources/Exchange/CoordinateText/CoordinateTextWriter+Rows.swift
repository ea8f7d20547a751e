import Planning
import SimpleFeatures

extension CoordinateTextWriter {
  /// Writes the rows of a parcel, counted from 1.
  mutating func write(
    _ rings: CoordinateTextRings, _ shapes: GeometryColumn, feature: Int
  ) throws(CoordinateTextFault) {
    var before = 0
    for ring in rings.rings {
      for row in 0..<ring.rowCount {
        let vertex = ring.vertex(row)
        let (x, y) = (shapes.xy[2 * vertex], shapes.xy[2 * vertex + 1])
        guard x.isFinite, y.isFinite else { throw .notFinite(feature: feature) }
        try appendName(row, ring, before)
        buffer.append(byte: 0x2C)
        if options.dialect == .increaseDecreaseLinkage {
          appendPair(x, y)
          buffer.append(byte: 0x2C)
          if row + 1 < ring.rowCount {
            let next = ring.vertex(row + 1)
            let (dx, dy) = (shapes.xy[2 * next] - x, shapes.xy[2 * next + 1] - y)
            let side = (dx * dx + dy * dy).squareRoot()
            if side.isFinite { buffer.append(side, decimals: min(decimals, 3)) }
          }
          buffer.append(byte: 0x2C)
          buffer.append(ring.number)
          buffer.append(byte: 0x2C)
        } else {
          buffer.append(ring.number)
          buffer.append(byte: 0x2C)
          appendPair(x, y)
        }
        buffer.endLine()
      }
      before += ring.vertices.count
    }
  }

  private mutating func appendPair(_ x: Double, _ y: Double) {
    let isInDegrees = options.dialect.isInDegrees
    buffer.append(isInDegrees ? x : y, decimals: decimals)
    buffer.append(byte: 0x2C)
    buffer.append(isInDegrees ? y : x + eastingShift, decimals: decimals)
  }

  private mutating func appendName(
    _ row: Int, _ ring: CoordinateTextRings.Ring, _ before: Int
  ) throws(CoordinateTextFault) {
    guard let names = ring.names else {
      buffer.append(byte: 0x4A)
      buffer.append(before + row % ring.vertices.count + 1)
      return
    }
    try buffer.append(
      names[row < names.count ? row : 0], of: CoordinateTextField.pointNames.rawValue)
  }
}
