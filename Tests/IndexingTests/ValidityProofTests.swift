import Foundation
import Indexing
import SimpleFeatures
import TestSupport
import Testing
import Topology

/// What is proven valid by its edges against GEOS, which judges all else.
struct ValidityProofTests {
  @Test(arguments: OverlapFamilies.Family.allCases)
  func theVerdictIsThatOfTheEngine(family: OverlapFamilies.Family) throws {
    let families = try OverlapFamilies(family, count: 2000, seed: 501)
    for column in [families.first, families.second] {
      let judged = try ColumnValidity(of: column)
      for workers in 1...3 {
        #expect(try ColumnValidity(proving: column, workers: workers) == judged)
      }
    }
  }

  @Test(arguments: [
    ("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))", false),
    ("POLYGON ((0 0, 4 0, 4 4, 4 6, 4 4, 0 4, 0 0))", false),
    ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))", true),
    ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 2, 2 1, 2 3, 0 2))", true),
    ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 1, 6 1, 6 2, 5 2, 5 1))", false),
    (
      "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 3, 2 2))",
      false
    ),
    ("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((2 2, 3 2, 3 3, 2 3, 2 2)))", false),
    (
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), "
        + "((2 2, 3 2, 3 3, 2 3, 2 2)))",
      true
    ),
    ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))", true),
    ("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))", false),
    ("POLYGON ((0 0, 4 0, 4 0, 4 4, 0 4, 0 0))", true),
    ("POLYGON ((0 0, 4 0, 0 0, 4 4, 0 0))", false),
    ("POLYGON ((0 0, 4 0, 2 0, 2 4, 0 0))", false),
    ("POLYGON EMPTY", true),
    ("LINESTRING (0 0, 1 1)", true),
  ])
  func namedShapes(text: String, isValid: Bool) throws {
    var column = GeometryColumn()
    column.append(try Geometry(wellKnownText: text))
    let proven = try ColumnValidity(proving: column)
    #expect(proven == (try ColumnValidity(of: column)))
    #expect(proven.invalid.isEmpty == isValid)
  }

  @Test func ringsOfManyVerticesAreJudgedAlike() throws {
    // Two rings of 5,000 vertices, the inner sometimes reaching through the outer by a hair.
    var random = SeededGenerator(seed: 502)
    var column = GeometryColumn()
    for reach in [0.9, 0.99, 1, 1.000001, 1.1] {
      let outer = ring(radius: 1_000, roughness: 0, count: 5_000, &random)
      let inner = ring(radius: 1_000 * reach, roughness: 0.001, count: 5_000, &random)
      column.append(Geometry(polygon: [outer, inner]))
      column.append(Geometry(polygon: [outer]))
    }
    let judged = try ColumnValidity(of: column)
    #expect(try ColumnValidity(proving: column) == judged)
    #expect(!judged.invalid.isEmpty)
  }

  private func ring(
    radius: Double, roughness: Double, count: Int, _ random: inout SeededGenerator
  ) -> [Double] {
    var ring: [Double] = []
    for vertex in 0..<count {
      let angle = Double(vertex) / Double(count) * 2 * .pi
      let far = radius * (1 - Double.random(in: 0...1, using: &random) * roughness)
      ring += [37_500_000 + far * cos(angle), 4_110_000 + far * sin(angle)]
    }
    return ring + ring[..<2]
  }
}
