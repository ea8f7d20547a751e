internal import Answers
internal import Planning
internal import SimpleFeatures
internal import Topology

/// Something with a shape that may be at the asked place.
struct PlaceCandidate<Item> {
  /// What tells it from the others.
  var id: Int64
  /// Why its shape is not valid.
  var fault: String?
  /// Its shape in the register's coordinate system; `nil` where it was not loaded.
  var shape: Geometry?
  var item: Item
}

/// What a search among candidates gave.
struct PlaceMatches<Item> {
  /// A match with what it has in common with the asked shape.
  struct Match {
    var candidate: PlaceCandidate<Item>
    var land: SharedLand
    var piece: Geometry?
  }

  var found: [Match] = []
  /// Those that may be here and could not be asked, and why.
  var unchecked: [(item: Item, id: Int64, reason: String)] = []
}

/// A set of things that can be asked for by a box.
struct PlaceSource<Item> {
  /// About how many there are, and the box around them.
  var count: Int
  var extent: Envelope?
  /// Those whose box meets a box, with their shapes.
  var candidates: (Envelope) throws -> [PlaceCandidate<Item>]
  /// All of them; the shapes may be left out.
  var all: () throws -> [PlaceCandidate<Item>]
  /// The shape of one that was handed over without.
  var shape: (PlaceCandidate<Item>) throws -> Geometry?
}

/// Looks for what is asked for among things with shapes: candidates by their boxes, then exactly.
struct PlaceSearch {
  let comparison: ShapeComparison
  let search: PlaceQuestion.Search
  let limit: Int?

  /// Looks through a source.
  ///
  /// - Parameter tally: gets the numbers of candidates and tests.
  func run<Item>(
    _ source: PlaceSource<Item>, tally: inout PlaceExplanation.Search
  ) throws -> PlaceMatches<Item> {
    guard let box = comparison.asked.envelope else { return PlaceMatches() }
    switch search {
    case .relation(.disjoint): return try disjoint(source, box, &tally)
    case .relation(let relation):
      let candidates = try source.candidates(box)
      tally.candidates += candidates.count
      return try matches(candidates, &tally) { shape in
        try comparison.isMet(relation, by: shape) ? 0 : nil
      }
    case .within(let metres):
      let candidates = try source.candidates(box.grown(by: metres.widened))
      tally.candidates += candidates.count
      return try matches(candidates, &tally) { shape in
        try comparison.distance(to: shape).flatMap { $0 <= metres ? $0 : nil }
      }
    case .nearest(let count, let metres):
      return try nearest(count, within: metres ?? .infinity, source, box, &tally)
    }
  }

  /// Asks each candidate.
  ///
  /// - Parameter test: the distance of a shape that is found; `nil` of another.
  private func matches<Item>(
    _ candidates: [PlaceCandidate<Item>], _ tally: inout PlaceExplanation.Search,
    _ test: (Geometry) throws -> Double?
  ) throws -> PlaceMatches<Item> {
    var matches = PlaceMatches<Item>()
    for candidate in candidates {
      guard candidate.fault == nil, let shape = candidate.shape else {
        matches.unchecked.append((candidate.item, candidate.id, candidate.fault ?? "empty"))
        continue
      }
      do {
        tally.tests += 1
        guard let distance = try test(shape) else { continue }
        let (land, piece) = try comparison.land(with: shape, distance: distance)
        matches.found.append(.init(candidate: candidate, land: land, piece: piece))
      } catch {
        matches.unchecked.append((candidate.item, candidate.id, "\(error)"))
      }
    }
    tally.found = matches.found.count
    return matches
  }

  /// All that have no point in common with the asked shape.
  private func disjoint<Item>(
    _ source: PlaceSource<Item>, _ box: Envelope, _ tally: inout PlaceExplanation.Search
  ) throws -> PlaceMatches<Item> {
    let candidates = try source.candidates(box)
    tally.candidates += candidates.count
    let met = try matches(candidates, &tally) { shape in
      try comparison.isMet(.disjoint, by: shape) ? nil : 0
    }
    let others = Set(met.found.map(\.candidate.id)).union(met.unchecked.map(\.id))
    var matches = PlaceMatches<Item>()
    matches.unchecked = met.unchecked
    for candidate in try source.all() where !others.contains(candidate.id) {
      matches.found.append(.init(candidate: candidate, land: SharedLand(), piece: nil))
    }
    tally.found = matches.found.count
    for index in matches.found.indices.prefix(limit ?? .max) {
      let candidate = matches.found[index].candidate
      guard let shape = try candidate.shape ?? source.shape(candidate) else { continue }
      matches.found[index].candidate.shape = shape
      matches.found[index].land.distance = (try? comparison.distance(to: shape)) ?? 0
    }
    return matches
  }

  /// The nearest: the box around the asked shape grows until it holds enough whose distance is no
  /// greater than its margin. What is farther outside cannot be nearer.
  private func nearest<Item>(
    _ count: Int, within limit: Double, _ source: PlaceSource<Item>, _ box: Envelope,
    _ tally: inout PlaceExplanation.Search
  ) throws -> PlaceMatches<Item> {
    guard let extent = source.extent, source.count > 0 else { return PlaceMatches() }
    let room = max(extent.width * extent.height / Double(source.count), 1)
    var margin = min((room * Double(count + 1)).squareRoot() + box.distance(to: extent), limit)
    var known: [Int64: Double] = [:]
    while true {
      let reach = box.grown(by: margin.widened)
      let candidates = try source.candidates(reach)
      tally.candidates = candidates.count
      var distances: [(distance: Double, index: Int)] = []
      for (index, candidate) in candidates.enumerated() {
        guard candidate.fault == nil, let shape = candidate.shape else { continue }
        if known[candidate.id] == nil {
          tally.tests += 1
          known[candidate.id] = (try? comparison.distance(to: shape)) ?? nil
        }
        guard let distance = known[candidate.id], distance <= min(margin, limit) else { continue }
        distances.append((distance, index))
      }
      let isWhole =
        margin >= limit
        || (reach.minX <= extent.minX && reach.minY <= extent.minY && reach.maxX >= extent.maxX
          && reach.maxY >= extent.maxY)
      guard distances.count >= count || isWhole else {
        margin = min(2 * margin, limit)
        continue
      }
      if isWhole, margin < limit {
        distances = []
        for (index, candidate) in candidates.enumerated() {
          guard let distance = known[candidate.id], distance <= limit else { continue }
          distances.append((distance, index))
        }
      }
      distances.sort { a, b in
        (a.distance, candidates[a.index].id) < (b.distance, candidates[b.index].id)
      }
      return try nearest(
        distances.prefix(count), of: candidates, box, isFull: distances.count >= count, &tally)
    }
  }

  private func nearest<Item>(
    _ best: ArraySlice<(distance: Double, index: Int)>, of candidates: [PlaceCandidate<Item>],
    _ box: Envelope, isFull: Bool, _ tally: inout PlaceExplanation.Search
  ) throws -> PlaceMatches<Item> {
    var matches = PlaceMatches<Item>()
    for (distance, index) in best {
      guard let shape = candidates[index].shape else { continue }
      let (land, piece) = try comparison.land(with: shape, distance: distance)
      matches.found.append(.init(candidate: candidates[index], land: land, piece: piece))
    }
    // One that cannot be asked may be among the nearest where its box is.
    let reach = isFull ? best.last?.distance ?? .infinity : .infinity
    for candidate in candidates where candidate.fault != nil || candidate.shape == nil {
      let own = candidate.shape?.envelope?.distance(to: box) ?? 0
      guard own <= reach else { continue }
      matches.unchecked.append((candidate.item, candidate.id, candidate.fault ?? "empty"))
    }
    tally.found = matches.found.count
    return matches
  }
}

extension Double {
  /// A little more, so that no rounding cuts off what lies exactly on the limit.
  var widened: Double { self + abs(self) * 1e-9 + 1e-9 }
}

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
