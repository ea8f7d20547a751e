public import SimpleFeatures
public import Topology

extension ColumnValidity {
  /// Judges every shape: most are proven valid by their edges, GEOS judges the others.
  ///
  /// The same verdict and the same faults as of ``ColumnValidity/init(of:limits:workers:among:)``,
  /// which asks GEOS for all.
  ///
  /// - Parameter workers: how many threads; as many as there are cores where it is not said.
  /// - Throws: `TopologyFault` where GEOS has no memory.
  public init(proving column: GeometryColumn, workers: Int? = nil) throws {
    let workers = OverlapOptions(workers: workers).workerCount
    let index = LayerIndex(
      of: column, origin: LayerIndex.origin(of: column), invalid: [], workers: workers)
    try self.init(
      of: column, workers: workers, among: index.unproven(with: column, workers: workers))
  }
}

extension LayerIndex {
  /// The features of the layer that are not proven valid, in order; points and lines are among them.
  func unproven(with column: GeometryColumn, workers: Int) -> [Int] {
    var isProven = Array(repeating: false, count: column.count)
    isProven.fill { isProven in
      lend(with: column) { view in
        let proof = ValidityProof(view)
        ParallelStretches.run(over: column.count, workers: workers) { stretch in
          for feature in stretch where view.role(of: feature) == .area {
            isProven[feature] = proof.holds(for: feature)
          }
        }
      }
    }
    return isProven.indices.filter { !isProven[$0] && column.types[$0] != nil }
  }
}

/// Proves that an area is valid by its edges alone.
///
/// An area is valid (OGC 06-103r4, 6.1.11) where each of these holds; together they are more than is
/// asked, so what is proven here is valid, and what is not is for GEOS to judge:
///
/// - no edge is without length;
/// - two edges of the shape have no point in common, unless they follow each other in a ring and
///   have only the vertex between them;
/// - a hole lies in the outer ring of its part, and no hole in another of the part;
/// - no part lies in another. Parts in holes are left to GEOS.
///
/// Rings that have no point in common lie in one another as a whole or not at all, so one vertex of a
/// ring tells where all of it lies. Signs are those of ``Orientation`` and exact.
struct ValidityProof {
  private let view: LayerView
  /// Shapes of more rings are left to GEOS: each is held against each.
  private static let mostRings = 1_000

  init(_ view: LayerView) { self.view = view }

  /// Whether a feature, whose rings are known to be closed and to have an area, was proven valid.
  func holds(for feature: Int) -> Bool {
    let rings = view.rings(of: feature)
    guard rings.count <= ValidityProof.mostRings else { return false }
    for ring in rings where !hasEdgesApart(ring, rings, of: feature) { return false }
    return rings.count == 1 || areRingsInPlace(rings)
  }

  // MARK: - Edges

  /// Whether the edges of a ring have nothing in common with those of it and of later rings that come
  /// after them.
  private func hasEdgesApart(_ ring: Int, _ rings: Range<Int>, of feature: Int) -> Bool {
    let vertices = view.vertices(ofRing: ring)
    guard vertices.count >= 4 else { return false }
    let tree = view.tree(of: feature)
    let firstBlock = Int(view.rings[ring].firstBlock)
    var start = view.vertex(vertices.lowerBound)
    for edge in vertices.lowerBound..<vertices.upperBound - 1 {
      let end = view.vertex(edge + 1)
      guard start != end else { return false }
      let box = Box(from: start, to: end)
      let own = firstBlock + (edge - vertices.lowerBound) / LayerIndex.blockLength
      var (itsRing, isApart) = (ring, true)
      tree.forEachLeaf(
        view.blocks, from: own, meeting: BoxQuestion(box, origin: view.origin)
      ) { block in
        guard isApart else { return }
        itsRing = view.ring(ofBlock: block, from: itsRing, in: rings)
        let others = view.edges(ofBlock: block, ring: itsRing)
        let first = max(others.lowerBound, itsRing == ring ? edge + 1 : 0)
        guard first < others.upperBound else { return }
        var from = view.vertex(first)
        for other in first..<others.upperBound {
          let to = view.vertex(other + 1)
          if Box(from: from, to: to).meets(box) {
            isApart =
              isApart
              && areApart(
                start, end, edge, from, to, other, in: itsRing == ring ? vertices : nil)
          }
          from = to
        }
      }
      guard isApart else { return false }
      start = end
    }
    return true
  }

  /// Whether two edges whose boxes meet have nothing in common but the vertex between them.
  ///
  /// - Parameter ring: the vertices of the ring of both; `nil` where they are of two rings.
  private func areApart(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ edge: Int, _ c: SIMD2<Double>, _ d: SIMD2<Double>,
    _ other: Int, in ring: Range<Int>?
  ) -> Bool {
    if let ring {
      if other == edge + 1 { return turns(a, b, d) }
      if edge == ring.lowerBound, other == ring.upperBound - 2 { return turns(c, a, b) }
    }
    let (ofC, ofD) = (Orientation.doubledArea(a, b, c), Orientation.doubledArea(a, b, d))
    if (ofC > 0 && ofD > 0) || (ofC < 0 && ofD < 0) { return true }
    let (ofA, ofB) = (Orientation.doubledArea(c, d, a), Orientation.doubledArea(c, d, b))
    return (ofA > 0 && ofB > 0) || (ofA < 0 && ofB < 0)
  }

  /// Whether the edges from a to b and from b to c have only b in common: they do not run back over
  /// one another.
  private func turns(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>) -> Bool {
    if Orientation.doubledArea(a, b, c) != 0 { return true }
    let (back, on) = (a - b, c - b)
    return back.x * on.x + back.y * on.y < 0
  }

  // MARK: - Rings

  /// Whether the rings of a shape, which have no point in common, lie as holes and parts should.
  private func areRingsInPlace(_ rings: Range<Int>) -> Bool {
    let boxes = rings.map { ring in
      var box = Box.empty
      for vertex in view.vertices(ofRing: ring) { box.add(view.vertex(vertex)) }
      return box
    }
    func isIn(_ ring: Int, _ other: Int) -> Bool {
      let first = view.vertex(Int(view.rings[ring].firstVertex))
      return boxes[other - rings.lowerBound].contains(first) && isInside(first, other)
    }
    var shell = rings.lowerBound
    for ring in rings {
      guard view.rings[ring].isHole else {
        shell = ring
        for earlier in rings.lowerBound..<ring where !view.rings[earlier].isHole {
          if isIn(ring, earlier) || isIn(earlier, ring) { return false }
        }
        continue
      }
      guard isIn(ring, shell) else { return false }
      for sibling in shell + 1..<ring where isIn(ring, sibling) || isIn(sibling, ring) {
        return false
      }
    }
    return true
  }

  /// Whether a point that is on no edge of a ring lies in it: a ray to the east crosses the ring an
  /// odd number of times.
  private func isInside(_ point: SIMD2<Double>, _ ring: Int) -> Bool {
    let vertices = view.vertices(ofRing: ring)
    var (isInside, a) = (false, view.vertex(vertices.lowerBound))
    for vertex in vertices.dropFirst() {
      let b = view.vertex(vertex)
      if (a.y > point.y) != (b.y > point.y),
        (Orientation.doubledArea(a, b, point) > 0) == (b.y > a.y)
      {
        isInside.toggle()
      }
      a = b
    }
    return isInside
  }
}
