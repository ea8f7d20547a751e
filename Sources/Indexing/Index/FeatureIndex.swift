public import SimpleFeatures
internal import Topology

/// Finds the features of a layer that stand where one asks. Built once, never changed, and asked by
/// any number of threads at the same time.
///
/// Candidates come from a packed tree of boxes; each is then held against the asked shape by GEOS,
/// the asked shape prepared. A boundary belongs to its shape: a point on the boundary of a feature is
/// at that feature. Answers are in ascending order and depend neither on the order of insertion nor
/// on the number of threads. Units are those of the coordinate system.
///
/// A feature without shape is never found. One that cannot be asked is listed with every answer that
/// its box would belong to; one whose coordinates are no numbers, and so has no box, with every
/// answer.
public struct FeatureIndex: Sendable {
  /// The shapes, as they were given.
  public let shapes: GeometryColumn
  /// The features that GEOS must not see, in ascending order.
  public let refused: [Int]
  let tree: PackedTree
  /// Features that are not asked: refused, or said to be of no use.
  let unusable: Set<Int>
  /// Those of them that have no box to be found by.
  let nowhere: [Int]

  /// An index of a layer.
  ///
  /// - Parameter unusable: features whose shape is known to be of no use, such as invalid ones. They
  ///   are listed as not checked.
  public init(_ shapes: GeometryColumn, unusable: some Sequence<Int> = []) {
    self.shapes = shapes
    let refusals = ShapeGuard().check(shapes).refused.filter { $0.refusal.reason != .empty }
    refused = refusals.map(\.feature)
    let boxless = Set(
      refusals.filter { shapes.isUnordinary($0.feature) }.map(\.feature))
    nowhere = boxless.sorted()
    self.unusable = Set(refused).union(unusable)
    tree = PackedTree(
      (0..<shapes.count).map { feature in
        boxless.contains(feature) || shapes.types[feature] == nil
          ? nil : shapes.envelope(of: feature)
      })
  }

  /// The features at a point, those with the point on their boundary included.
  ///
  /// - Throws: `ShapeRefusal` of coordinates that are no numbers, `TopologyFault` where GEOS has no
  ///   memory.
  public func features(atX x: Double, y: Double) throws -> FeatureMatches {
    try features(.intersects, to: Geometry(pointX: x, y: y))
  }

  /// The features that have a point in a box, its edges included.
  public func features(meeting box: Envelope) throws -> FeatureMatches {
    guard box.minX < box.maxX, box.minY < box.maxY else {
      let isPoint = box.minX == box.maxX && box.minY == box.maxY
      let line = Geometry(
        .lineString, xy: [box.minX, box.minY, box.maxX, box.maxY], ringOffsets: [0, 2],
        partOffsets: [0, 1])
      return try features(
        .intersects, to: isPoint ? Geometry(pointX: box.minX, y: box.minY) : line)
    }
    return try features(
      .intersects,
      to: Geometry(polygon: [
        [
          box.minX, box.minY, box.maxX, box.minY, box.maxX, box.maxY, box.minX, box.maxY, box.minX,
          box.minY,
        ]
      ]))
  }

  /// The features that have a relation to a shape: `within` finds those that lie within it.
  /// `disjoint` finds all that have no point in common with it.
  ///
  /// - Throws: `ShapeRefusal` of an asked shape that GEOS must not see, `TopologyFault`.
  public func features(
    _ relation: SpatialRelation, to shape: Geometry
  ) throws -> FeatureMatches {
    guard relation != .disjoint else { return try features(disjointFrom: shape) }
    let prepared = try PreparedShape(shape)
    var matches = FeatureMatches(notChecked: nowhere)
    guard let box = shape.envelope else { return matches }
    for feature in tree.search(box) {
      guard !unusable.contains(feature), let other = shapes[feature] else {
        matches.notChecked.append(feature)
        continue
      }
      do {
        if try prepared.isMet(relation, by: other) { matches.features.append(feature) }
      } catch {
        matches.notChecked.append(feature)
      }
    }
    matches.notChecked.sort()
    return matches
  }

  private func features(disjointFrom shape: Geometry) throws -> FeatureMatches {
    let met = try features(.intersects, to: shape)
    let others = Set(met.features).union(met.notChecked)
    return FeatureMatches(
      features: (0..<shapes.count).filter { feature in
        shapes.types[feature] != nil && !shapes.vertices(of: feature).isEmpty
          && !others.contains(feature)
      }, notChecked: met.notChecked)
  }
}

extension GeometryColumn {
  /// Whether a coordinate of a feature is no number, so that its box says nothing.
  fileprivate func isUnordinary(_ feature: Int) -> Bool {
    let vertices = vertices(of: feature)
    return !xy[2 * vertices.lowerBound..<2 * vertices.upperBound].allSatisfy(\.isFinite)
  }
}

extension FeatureIndex {
  /// The nearest features to a shape, at most so many: the nearest first, of one distance the lower
  /// feature first.
  ///
  /// - Parameter limit: features farther away are left out.
  public func nearest(
    _ count: Int, to shape: Geometry, within limit: Double = .infinity
  ) throws -> FeatureNeighbours {
    var found = FeatureNeighbours()
    found.notChecked = nowhere
    guard count > 0, let box = shape.envelope else { return found }
    let prepared = try PreparedShape(shape)
    var best: [FeatureNeighbour] = []
    func farthest() -> Double { best.count < count ? limit : best[best.count - 1].distance }
    tree.forEach(from: box) { feature, distance in
      // What rounding makes of a distance must not hide a feature that is just as near.
      guard distance <= farthest().widened else { return false }
      guard !unusable.contains(feature), let other = shapes[feature] else {
        found.notChecked.append(feature)
        return true
      }
      do {
        guard let exact = try prepared.distance(to: other), exact <= limit else { return true }
        let neighbour = FeatureNeighbour(feature: feature, distance: exact)
        let place = best.firstIndex { neighbour.precedes($0) } ?? best.count
        best.insert(neighbour, at: place)
        if best.count > count { best.removeLast() }
      } catch {
        found.notChecked.append(feature)
      }
      return true
    }
    found.neighbours = best
    // In which order boxes just as far were looked at must not show.
    found.notChecked.removeAll { feature in
      shapes.envelope(of: feature).map { $0.distance(to: box) > farthest() } ?? false
        && !nowhere.contains(feature)
    }
    found.notChecked.sort()
    return found
  }

  /// The features of which a point is at most so far from a point of a shape, the nearest first.
  public func features(
    within distance: Double, of shape: Geometry
  ) throws -> FeatureNeighbours {
    var found = FeatureNeighbours()
    found.notChecked = nowhere
    guard distance >= 0, let box = shape.envelope?.grown(by: distance.widened) else {
      return found
    }
    let prepared = try PreparedShape(shape)
    for feature in tree.search(box) {
      guard !unusable.contains(feature), let other = shapes[feature] else {
        found.notChecked.append(feature)
        continue
      }
      do {
        guard let exact = try prepared.distance(to: other), exact <= distance else { continue }
        found.neighbours.append(FeatureNeighbour(feature: feature, distance: exact))
      } catch {
        found.notChecked.append(feature)
      }
    }
    found.neighbours.sort { $0.precedes($1) }
    found.notChecked.sort()
    return found
  }
}

extension FeatureNeighbour {
  /// Whether it comes before another.
  fileprivate func precedes(_ other: FeatureNeighbour) -> Bool {
    (distance, feature) < (other.distance, other.feature)
  }
}

extension Double {
  /// A little more, so that no rounding cuts off what lies exactly on the limit.
  fileprivate var widened: Double { self + abs(self) * 1e-9 + 1e-9 }
}

/// What a layer's index found.
public struct FeatureMatches: Hashable, Sendable {
  /// The features, counted from 0, in ascending order.
  public var features: [Int] = []
  /// The features of which it cannot be said, in ascending order: GEOS must not see their shape, it
  /// fails on it, or whoever made the index said that it is of no use.
  public var notChecked: [Int] = []

  /// Nothing was found.
  public init(features: [Int] = [], notChecked: [Int] = []) {
    self.features = features
    self.notChecked = notChecked
  }
}

/// A feature and how far it is.
public struct FeatureNeighbour: Hashable, Sendable {
  /// The feature, counted from 0.
  public var feature: Int
  /// The distance of the nearest points in the unit of the coordinates; 0 where they meet.
  public var distance: Double

  /// A neighbour.
  public init(feature: Int, distance: Double) {
    self.feature = feature
    self.distance = distance
  }
}

/// Features by their distance.
public struct FeatureNeighbours: Hashable, Sendable {
  /// The nearest first; of one distance the lower feature first.
  public var neighbours: [FeatureNeighbour] = []
  /// The features of which it cannot be said, in ascending order.
  public var notChecked: [Int] = []

  /// Nothing was found.
  public init() {}
}
