internal import Answers
internal import Planning
internal import SimpleFeatures
internal import Topology

/// Holds shapes against the one that is asked about, and counts the calls. Serves one thread.
final class ShapeComparison {
  let asked: Geometry
  /// The area of the asked shape; `nil` of points and lines.
  let squareMetres: Double?
  /// When a piece of land is a sliver.
  let slivers: SliverThresholds
  private let prepared: PreparedShape
  private let engine: GeometryEngine
  private(set) var calls: [PlaceExplanation.Call] = []

  /// - Throws: `ShapeRefusal`, `TopologyFault`.
  init(_ asked: Geometry, slivers: SliverThresholds) throws {
    self.asked = asked
    self.slivers = slivers
    prepared = try PreparedShape(asked)
    engine = try GeometryEngine()
    squareMetres = asked.isAreal ? try engine.area(of: asked) : nil
    count("GEOSPrepare_r")
  }

  /// Whether another shape has a relation to the asked one.
  func isMet(_ relation: SpatialRelation, by other: Geometry) throws -> Bool {
    count(relation.preparedFunction)
    return try prepared.isMet(relation, by: other)
  }

  /// How far another shape is.
  func distance(to other: Geometry) throws -> Double? {
    count("GEOSPreparedDistance_r")
    return try prepared.distance(to: other)
  }

  /// What another shape has in common with the asked one, and the piece of land where there is one.
  ///
  /// - Parameter distance: how far it is, where that is known; 0 where it is not.
  func land(
    with other: Geometry, distance: Double = 0
  ) throws -> (land: SharedLand, piece: Geometry?) {
    var land = SharedLand()
    land.distance = distance
    guard distance == 0 else { return (land, nil) }
    let hasAreas = asked.isAreal && other.isAreal
    guard asked.dimension != 0, other.dimension != 0 else {
      land.isOnlyBoundary = try isMet(.touches, by: other)
      return (land, nil)
    }
    count("GEOSIntersection_r")
    let common = try engine.intersection(asked, other)
    guard hasAreas, let piece = common.arealPart else {
      land.isOnlyBoundary = hasAreas ? !common.isEmpty : try isMet(.touches, by: other)
      count("GEOSLength_r")
      let length = try engine.length(of: common)
      if length > 0 { land.metres = length }
      return (land, nil)
    }
    count("GEOSArea_r")
    count("GEOSLength_r")
    land.squareMetres = try engine.area(of: piece)
    land.perimeter = try engine.length(of: piece)
    land.isSliver = slivers.isSliver(area: land.squareMetres, perimeter: land.perimeter)
    land.shareOfAsked = squareMetres.flatMap { $0 > 0 ? 100 * land.squareMetres / $0 : nil }
    let own = try engine.area(of: other)
    land.shareOfFound = own > 0 ? 100 * land.squareMetres / own : nil
    return (land, piece)
  }

  /// The area of the asked shape that pieces of it cover together.
  func squareMetres(coveredBy pieces: [Geometry]) throws -> Double {
    guard pieces.count > 1 else { return try pieces.first.map { try engine.area(of: $0) } ?? 0 }
    count("GEOSUnaryUnion_r")
    count("GEOSArea_r")
    return try engine.area(of: engine.unaryUnion(Geometry(collection: pieces)))
  }

  private func count(_ function: String) {
    if let index = calls.firstIndex(where: { $0.function == function }) {
      calls[index].count += 1
    } else {
      calls.append(PlaceExplanation.Call(function: function, count: 1))
    }
  }
}

extension Geometry {
  /// Whether it is an area, or a collection with one in it.
  var isAreal: Bool {
    type == .geometryCollection ? members.contains(where: \.isAreal) : type.dimension == 2
  }

  /// The greatest dimension of its parts.
  var dimension: Int {
    type == .geometryCollection
      ? members.map(\.dimension).max() ?? 0 : type.dimension ?? 0
  }

  /// Its areas alone; `nil` where it has none.
  var arealPart: Geometry? {
    guard type == .geometryCollection else {
      return type.dimension == 2 && !isEmpty ? self : nil
    }
    let areas = members.compactMap(\.arealPart)
    guard areas.count != 1 else { return areas.first }
    return areas.isEmpty ? nil : Geometry(collection: areas)
  }
}
