import SimpleFeatures
import Topology

extension Geometry {
  /// A shape as the suite writes it: text or hexadecimal WKB.
  init(conformanceText text: String) throws {
    if text.allSatisfy({ $0.isHexDigit || $0.isWhitespace }), !text.isEmpty {
      let digits = text.filter { !$0.isWhitespace }.utf8.map { Geometry.digit($0) }
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
        digits[$0] << 4 | digits[$0 + 1]
      }
      try self.init(wkb: bytes)
    } else {
      try self.init(wellKnownText: text)
    }
  }

  private static func digit(_ letter: UInt8) -> UInt8 {
    letter <= UInt8(ascii: "9")
      ? letter - UInt8(ascii: "0") : (letter | 0x20) - UInt8(ascii: "a") + 10
  }

  /// The shape with its parts, rings and vertices in one order out of the many that mean the same.
  var normalForm: Geometry {
    guard type != .geometryCollection else {
      let sorted = members.map(\.normalForm).sorted {
        ($0.type.rawValue, $0.xy.count) == ($1.type.rawValue, $1.xy.count)
          ? $0.xy.lexicographicallyPrecedes($1.xy)
          : ($0.type.rawValue, $0.xy.count) < ($1.type.rawValue, $1.xy.count)
      }
      return Geometry(collection: sorted)
    }
    var parts: [[[Double]]] = []
    for part in 0..<partCount {
      let rings = rings(ofPart: part).map { ring -> [Double] in
        let vertices = vertices(ofRing: ring)
        let xy = Array(self.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
        return type.dimension == 2 ? Geometry.normalRing(xy) : Geometry.normalLine(xy)
      }
      let holes = rings.dropFirst().sorted { $0.lexicographicallyPrecedes($1) }
      if !rings.isEmpty { parts.append(rings.prefix(1) + holes) }
    }
    parts.sort { $0.joined().lexicographicallyPrecedes($1.joined()) }
    var normal = Geometry(empty: type)
    for part in parts { normal.appendPart(rings: part) }
    return normal
  }

  private static func normalLine(_ xy: [Double]) -> [Double] {
    let turned = reversed(xy)
    return turned.lexicographicallyPrecedes(xy) ? turned : xy
  }

  private static func normalRing(_ xy: [Double]) -> [Double] {
    guard xy.count > 2 else { return xy }
    let candidates = [Array(xy.dropLast(2)), reversed(Array(xy.dropLast(2)))].map { open in
      let starts = stride(from: 0, to: open.count, by: 2)
      let least = starts.min { (open[$0], open[$0 + 1]) < (open[$1], open[$1 + 1]) } ?? 0
      return Array(open[least...] + open[..<least])
    }
    let ring =
      candidates[0].lexicographicallyPrecedes(candidates[1]) ? candidates[0] : candidates[1]
    return ring + ring[0..<2]
  }

  private static func reversed(_ xy: [Double]) -> [Double] {
    stride(from: xy.count - 2, through: 0, by: -2).flatMap { [xy[$0], xy[$0 + 1]] }
  }

  /// Whether two normal forms have the same parts with vertices at most 1e-9 of their size apart.
  func isNear(_ other: Geometry) -> Bool {
    guard type == other.type, ringOffsets == other.ringOffsets, partOffsets == other.partOffsets,
      members.count == other.members.count
    else { return false }
    return zip(xy, other.xy).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
      && zip(members, other.members).allSatisfy { $0.isNear($1) }
  }
}

extension Geometry {
  /// Whether two shapes have the same points, lines and areas, however they are cut into parts.
  func isSame(_ other: Geometry, _ engine: GeometryEngine) throws -> Bool {
    for dimension in 0...2 {
      let (own, others) = (of(dimension), other.of(dimension))
      if own.isEmpty && others.isEmpty { continue }
      guard try engine.equals(engine.unaryUnion(own), engine.unaryUnion(others)) else {
        return false
      }
    }
    return true
  }

  /// The parts of a dimension as one shape.
  private func of(_ dimension: Int) -> Geometry {
    Geometry(collection: flat.filter { $0.type.dimension == dimension && !$0.isEmpty })
  }

  private var flat: [Geometry] {
    type == .geometryCollection ? members.flatMap(\.flat) : [self]
  }
}
