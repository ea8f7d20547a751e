import Foundation
import SimpleFeatures
import TestSupport

/// Shapes made up from a seed, on whole coordinates, so that moving and turning them is exact.
enum SeededShapes {
  /// A polygon around a centre: valid by construction where its corners are all different.
  static func star(_ random: inout SeededGenerator, corners: Int, size: Double = 1000) -> Geometry {
    let (x, y) = (Double.random(in: -size...size, using: &random), size / 3)
    let step = 2 * Double.pi / Double(corners)
    var ring: [Double] = []
    for corner in 0..<corners {
      // Apart by an angle and far enough out that rounding does not change the order.
      let angle = step * (Double(corner) + Double.random(in: 0.1...0.6, using: &random))
      let radius = Double.random(in: 0.5...1, using: &random) * size
      ring += [(x + cos(angle) * radius).rounded(), (y + sin(angle) * radius).rounded()]
    }
    return Geometry(polygon: [ring + ring[0..<2]])
  }

  /// A polygon of corners anywhere: it crosses itself almost always.
  static func tangle(_ random: inout SeededGenerator, corners: Int, size: Int = 12) -> Geometry {
    var ring: [Double] = []
    for _ in 0..<(2 * corners) { ring.append(Double(Int.random(in: 0...size, using: &random))) }
    return Geometry(polygon: [ring + ring[0..<2]])
  }

  /// A multi-polygon of one to three parts with up to two holes each, all small and close: valid
  /// sometimes, and invalid in every way otherwise.
  static func mosaic(_ random: inout SeededGenerator) -> Geometry {
    var geometry = Geometry(empty: .multiPolygon)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var rings: [[Double]] = []
      for ring in 0...Int.random(in: 0...2, using: &random) {
        let side = Double(Int.random(in: 1...(ring == 0 ? 12 : 4), using: &random))
        let x = Double(Int.random(in: 0...10, using: &random))
        let y = Double(Int.random(in: 0...10, using: &random))
        rings.append([x, y, x + side, y, x + side, y + side, x, y + side, x, y])
      }
      geometry.appendPart(rings: rings)
    }
    return geometry
  }
}

extension Geometry {
  /// The shape with every vertex moved.
  func moved(_ move: (_ x: Double, _ y: Double) -> (Double, Double)) -> Geometry {
    var moved = self
    for vertex in 0..<xy.count / 2 {
      (moved.xy[2 * vertex], moved.xy[2 * vertex + 1]) = move(xy[2 * vertex], xy[2 * vertex + 1])
    }
    moved.members = members.map { $0.moved(move) }
    return moved
  }
}

/// A shape from its text.
func shape(_ text: String) throws -> Geometry { try Geometry(wellKnownText: text) }

extension SeededShapes {
  /// A small square on whole coordinates: two of them meet in every way.
  static func square(_ random: inout SeededGenerator, spread: Int = 5) -> Geometry {
    let side = Double(Int.random(in: 1...4, using: &random))
    let x = Double(Int.random(in: 0...spread, using: &random))
    let y = Double(Int.random(in: 0...spread, using: &random))
    return Hostile.square(side).moved { ($0 + x, $1 + y) }
  }
}
