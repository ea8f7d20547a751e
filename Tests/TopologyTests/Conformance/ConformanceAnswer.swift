import Foundation
import SimpleFeatures
import Topology

/// What our answer to a question of the suite was worth.
enum ConformanceVerdict: Equatable {
  case right
  /// The operation is not offered.
  case notAsked
  case wrong(String)
}

extension ConformanceFile.Question {
  /// Asks the question through our own interface and compares the answer.
  func verdict(_ engine: GeometryEngine) -> ConformanceVerdict {
    do {
      return try ask(engine)
    } catch {
      return .wrong("\(error)")
    }
  }

  private func ask(_ engine: GeometryEngine) throws -> ConformanceVerdict {
    guard isAsked else { return .notAsked }
    if answer == "exception" {
      let quiet = ConformanceFile.Question(
        place: place, name: name, arguments: arguments, shapes: shapes, answer: "",
        gridSize: gridSize)
      do { _ = try quiet.ask(engine) } catch { return .right }
      return .wrong("no exception")
    }
    let predicates: [String: (Geometry, Geometry) throws -> Bool] = [
      "intersects": engine.intersects, "disjoint": engine.disjoint, "touches": engine.touches,
      "crosses": engine.crosses, "within": engine.within, "contains": engine.contains,
      "covers": engine.covers, "coveredby": engine.coveredBy, "overlaps": engine.overlaps,
      "equalstopo": engine.equals,
      "equalsexact": { try engine.equalsExactly($0, $1) },
      "relate": { try engine.relate($0, $1, matches: arguments[3] ?? "") },
      "iswithindistance": { try engine.isWithin(number(3), $0, $1) },
    ]
    if let predicate = predicates[name] { return told(try predicate(first, second)) }
    if let overlay = try overlay(engine) { return try told(overlay, engine) }
    switch name {
    case "isvalid": return told(try engine.validityFault(of: first) == nil)
    case "issimple": return told(try engine.isSimple(first))
    case "distance":
      return told(try engine.distance(first, second) ?? .infinity)
    case "convexhull": return try told(engine.convexHull(first), engine)
    case "getboundary": return try told(engine.boundary(first), engine)
    case "getcentroid": return try told(engine.centroid(first), engine)
    case "getinteriorpoint": return try told(engine.pointOnSurface(first), engine)
    case "simplifytp":
      return try told(engine.simplified(first, tolerance: number(2)), engine)
    case "simplifydp":
      return try told(engine.roughlySimplified(first, tolerance: number(2)), engine)
    case "densify": return try told(engine.densified(first, tolerance: number(2)), engine)
    case "buildarea": return try told(engine.builtArea(first), engine)
    case "linemerge": return try told(engine.mergedLines(first), engine)
    case "buffer":
      let segments = arguments[2] == nil ? 8 : arguments[3].flatMap(Int.init) ?? 8
      let distance = try arguments[2] == nil ? number(3) : number(2)
      let buffer = try engine.buffer(first, distance: distance, quadrantSegments: segments)
      return try toldRoughly(buffer, engine)
    case "areatest":
      let (a, b) = (try first, try second)
      let shared = try engine.intersection(a, b).planeArea
      let rest = try engine.difference(a, b).planeArea
      let either = try engine.union(a, b).planeArea
      let apart = try engine.symmetricDifference(a, b).planeArea
      let most = Double(answer) ?? 0
      let errors = [
        a.planeArea - shared - rest, either - a.planeArea - b.planeArea + shared,
        apart - either + shared,
      ]
      return errors.allSatisfy { abs($0) <= most } ? .right : .wrong("\(errors)")
    case "unionlength":
      let length = try engine.unaryUnion(first).planeLength
      let expected = Double(answer) ?? .nan
      // The suite gives lengths with four digits and more.
      return abs(length - expected) <= 3e-4 * expected ? .right : .wrong("\(length)")
    case "unionarea":
      let area = try engine.unaryUnion(first).planeArea
      let expected = Double(answer) ?? .nan
      return abs(area - expected) <= 1e-6 * expected ? .right : .wrong("\(area)")
    default: return .wrong("no such operation")
    }
  }

  /// Whether the operation is one of ours and the shapes of types that we have: curves are not, and
  /// a ring is no type by itself.
  var isAsked: Bool {
    let foreign = [
      "makevalid", "minclearance", "minclearanceline", "buffersinglesided", "samedirection",
      "split", "overlayareatest", "equalsnorm", "buffermitredjoin", "intersectionsin",
    ]
    let texts = shapes.values.joined()
    return !foreign.contains(name)
      && !["CIRCULARSTRING", "CURVE", "LINEARRING"].contains { texts.contains($0) }
  }

  private func overlay(_ engine: GeometryEngine) throws -> Geometry? {
    var grid = gridSize
    var operation = name
    if name.hasSuffix("sr") {
      operation = String(name.dropLast(2))
      grid = 1 / (Double(arguments[arguments[2].flatMap(Double.init) == nil ? 3 : 2] ?? "") ?? 1)
    } else if name.hasSuffix("ng") {
      operation = String(name.dropLast(2))
      grid = nil
    }
    let isUnary = arguments[2] == nil || Double(arguments[2] ?? "") != nil
    switch operation {
    case "union" where isUnary: return try engine.unaryUnion(first, gridSize: grid)
    case "union": return try engine.union(first, second, gridSize: grid)
    case "intersection": return try engine.intersection(first, second, gridSize: grid)
    case "difference": return try engine.difference(first, second, gridSize: grid)
    case "symdifference": return try engine.symmetricDifference(first, second, gridSize: grid)
    default: return nil
    }
  }

  /// The shapes asked about.
  private var first: Geometry { get throws { try shape(arguments[1] ?? "a") } }
  private var second: Geometry { get throws { try shape(arguments[2] ?? "b") } }

  private func shape(_ letter: String) throws -> Geometry {
    try Geometry(conformanceText: shapes[letter.lowercased()] ?? "")
  }

  private func number(_ argument: Int) throws -> Double {
    guard let number = arguments[argument].flatMap(Double.init) else {
      throw CocoaError(.formatting)
    }
    return number
  }

  private func told(_ answer: Bool) -> ConformanceVerdict {
    String(answer) == self.answer.lowercased() ? .right : .wrong("\(answer)")
  }

  private func told(_ answer: Double) -> ConformanceVerdict {
    let expected = Double(self.answer) ?? .nan
    return answer == expected || abs(answer - expected) <= 1e-9 * abs(expected)
      ? .right : .wrong("\(answer)")
  }

  private func told(_ answer: Geometry, _ engine: GeometryEngine) throws -> ConformanceVerdict {
    let expected = try Geometry(conformanceText: self.answer)
    if answer.isEmpty && expected.isEmpty { return .right }
    if answer.normalForm.isNear(expected.normalForm) { return .right }
    if try answer.isSame(expected, engine) { return .right }
    return .wrong(answer.wellKnownText)
  }

  /// Round corners are made of edges whose rounding differs between versions.
  private func toldRoughly(
    _ answer: Geometry, _ engine: GeometryEngine
  ) throws -> ConformanceVerdict {
    let expected = try Geometry(conformanceText: self.answer)
    if answer.isEmpty && expected.isEmpty { return .right }
    if answer.normalForm.isNear(expected.normalForm) { return .right }
    guard answer.isEmpty == expected.isEmpty else { return .wrong(answer.wellKnownText) }
    let apart = try engine.symmetricDifference(answer, expected).planeArea
    return apart <= 1e-3 * expected.planeArea ? .right : .wrong(answer.wellKnownText)
  }
}
