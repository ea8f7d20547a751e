import Indexing
import SimpleFeatures
import Topology

// Asks GEOS every kind of question through Topology, good ones and refused ones, many times over.
// Scripts/check-memory runs it under valgrind, which cannot follow the test runner (it waits in
// libdispatch's main loop). It says nothing of the answers: the tests do that.

func shape(_ text: String) throws -> Geometry { try Geometry(wellKnownText: text) }

let areas = try [
  "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
  "POLYGON ((2 2, 6 2, 6 6, 2 6, 2 2))", "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))",
  "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", "POLYGON EMPTY",
].map(shape)
let others = try [
  "POINT (1 1)", "LINESTRING (0 0, 5 5, 5 0, 0 5)", "MULTIPOINT ((1 1), (2 2))",
  "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))",
].map(shape)
let refused = Geometry(polygon: [[0, 0, .nan, 0, 1, 1, 0, 0]])

/// Asks; what fails is as welcome as what does not.
func ask(_ question: () throws -> Void) { do { try question() } catch {} }

let engine = try GeometryEngine()
for _ in 0..<4 {
  for a in areas + others + [refused] {
    ask { _ = try engine.area(of: a) }
    ask { _ = try engine.length(of: a) }
    ask { _ = try engine.validityFault(of: a) }
    ask { _ = try engine.repaired(a) }
    ask { _ = try engine.unaryUnion(a) }
    ask { _ = try engine.unaryUnion(a, gridSize: 1) }
    for b in areas + others {
      ask { _ = try engine.distance(a, b) }
      ask { _ = try engine.intersection(a, b) }
      ask { _ = try engine.intersection(a, b, gridSize: 0.5) }
      ask { _ = try engine.union(a, b) }
      ask { _ = try engine.difference(a, b) }
      ask { _ = try engine.intersects(a, b) }
    }
    ask {
      let prepared = try PreparedShape(a)
      for b in areas + others {
        ask { _ = try prepared.intersects(b) }
        ask { _ = try prepared.covers(b) }
        ask { _ = try prepared.distance(to: b) }
      }
    }
  }
  let tree = try EnvelopeTree(areas.map(\.envelope))
  _ = try tree.search(Envelope(minX: 1, minY: 1, maxX: 3, maxY: 3))
  var column = GeometryColumn()
  for area in areas { column.append(area) }
  _ = try ColumnValidity(of: column, workers: 1)
}
print("every question was asked")
