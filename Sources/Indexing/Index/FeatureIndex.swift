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
