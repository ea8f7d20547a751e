/// Writes shapes of flat columns as ISO WKB, little endian. A hot path: the vertices of a ring are
/// copied in one piece.
///
/// Source: ISO 13249-3 and OGC 06-103r4 §8.
enum WellKnownBinaryWriter {
  /// Appends the WKB of a feature that has a shape.
  static func append(
    _ feature: Int, of column: GeometryColumn, type: GeometryType, to bytes: inout [UInt8]
  ) {
    let vertices = column.vertices(of: feature)
    let hasZ = column.hasZ(in: vertices)
    let hasM = column.hasM(in: vertices)
    let parts = column.parts(of: feature)
    bytes.reserveCapacity(
      bytes.count + 16 + vertices.count * 32 + 16 * (parts.count + column.rings(of: feature).count))
    let dimensions: UInt32 = (hasZ ? 1000 : 0) + (hasM ? 2000 : 0)
    func head(_ type: GeometryType) {
      bytes.append(1)
      append(UInt32(type.rawValue) + dimensions, to: &bytes)
    }
    func ring(_ ring: Int) {
      let range = Int(column.ringOffsets[ring])..<Int(column.ringOffsets[ring + 1])
      append(range, of: column, hasZ: hasZ, hasM: hasM, to: &bytes)
    }
    func count(_ count: Int) { append(UInt32(count), to: &bytes) }

    func part(_ rings: Range<Int>) {
      head(type.partType)
      switch type.partType {
      case .point:
        if rings.isEmpty || column.ringOffsets[rings.lowerBound] == column.ringOffsets.last {
          for _ in 0..<(2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)) {
            append(Double.nan.bitPattern, to: &bytes)
          }
        } else {
          let vertex = Int(column.ringOffsets[rings.lowerBound])
          append(vertex..<vertex + 1, of: column, hasZ: hasZ, hasM: hasM, to: &bytes)
        }
      case .lineString:
        guard let line = rings.first else { return count(0) }
        count(Int(column.ringOffsets[line + 1] - column.ringOffsets[line]))
        ring(line)
      default:
        count(rings.count)
        for index in rings {
          count(Int(column.ringOffsets[index + 1] - column.ringOffsets[index]))
          ring(index)
        }
      }
    }

    func rings(ofPart part: Int) -> Range<Int> {
      Int(column.partOffsets[part])..<Int(column.partOffsets[part + 1])
    }
    guard type.isMultiple else { return part(parts.first.map(rings(ofPart:)) ?? 0..<0) }
    head(type)
    count(parts.count)
    for index in parts { part(rings(ofPart: index)) }
  }

  private static func append(
    _ vertices: Range<Int>, of column: GeometryColumn, hasZ: Bool, hasM: Bool,
    to bytes: inout [UInt8]
  ) {
    guard hasZ || hasM else {
      // Every platform of the program is little endian, so the numbers lie as WKB wants them.
      unsafe column.xy.withUnsafeBytes { all in
        unsafe bytes.append(
          contentsOf: all[16 * vertices.lowerBound..<16 * vertices.upperBound])
      }
      return
    }
    for vertex in vertices {
      append(column.xy[2 * vertex].bitPattern, to: &bytes)
      append(column.xy[2 * vertex + 1].bitPattern, to: &bytes)
      if hasZ { append(column.z[vertex].bitPattern, to: &bytes) }
      if hasM { append(column.m[vertex].bitPattern, to: &bytes) }
    }
  }

  /// Appends a whole number, its least byte first.
  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
