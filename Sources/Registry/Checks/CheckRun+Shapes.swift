internal import Planning
internal import SimpleFeatures
internal import Topology

/// Shapes that are judged one by one: boundaries, or the features of a layer.
struct ShapeSet {
  /// The shapes that are valid.
  let valid: GeometryColumn
  /// Those that are not.
  let faulty: GeometryColumn
  /// What the rules know of a valid one.
  let shape: (Int) -> CheckedShape
  /// What the rules know of one that is not.
  let faultyShape: (Int) -> CheckedShape
  /// What is wrong with it, and its place where that is in the register's coordinate system.
  let fault: (Int) -> (flaw: ShapeRules.Flaw, place: Geometry?)
  /// Whether findings about a valid one are asked for.
  let isAsked: (Int) -> Bool
}

extension CheckRun {
  /// Judges the shapes of the boundaries one by one.
  mutating func judgeShapes() {
    guard !rules.asked(.shapes).isEmpty else { return }
    progress(.shapes)
    let (land, epsg) = (land, epsg)
    judge(
      ShapeSet(
        valid: land.shapes, faulty: land.faulty, shape: { land.shape(ofFeature: $0) },
        faultyShape: { land.shape(land.faultyRows[$0]) },
        fault: { index in
          let row = land.faultyRows[index]
          if let refusal = land.flaws.refusals[row] { return (refusal.flaw, refusal.place) }
          let fault = land.flaws.faults[row] ?? ShapeFault(reason: ShapeReason.failed.rawValue)
          let isHere = land.flaws.faultSystems[row] == epsg.map { "EPSG:\($0)" }
          return (fault.flaw, isHere ? fault.point : nil)
        },
        isAsked: { land.isAsked(land.rows[$0]) }))
    for row in land.flaws.repairs.keys.sorted() {
      guard let repair = land.flaws.repairs[row] else { continue }
      families.shapes.judge(.repaired(repair), of: land.shape(row), at: nil, into: &findings)
    }
    for code in rules.asked(.shapes) {
      findings.notChecked(code, .noBoundary, count: counts.parcelsWithoutBoundary)
    }
  }

  /// Judges shapes one by one.
  mutating func judge(_ set: ShapeSet) {
    let all = set.valid.count + set.faulty.count
    for code in rules.asked(.shapes) { findings.checked(code, count: all) }
    judgeFaults(set)
    if rules.asks(.shapeDuplicateVertex) {
      let tolerance = rules.number(.shapeDuplicateVertex, "tolerance")
      let flaws = set.valid.duplicateVertices(tolerance: tolerance.isFinite ? tolerance : 0)
      judge(flaws, set) { .duplicateVertices($0) }
    }
    if rules.asks(.shapeSpike) {
      let angle = rules.number(.shapeSpike, "angle")
      let length = rules.number(.shapeSpike, "length")
      if angle.isFinite, length.isFinite {
        judge(set.valid.spikes(angle: angle, length: length), set) { .spikes($0) }
      }
    }
    if rules.asks(.shapeRingDirection) {
      let direction: RingDirection? =
        switch rules.text(.shapeRingDirection, "outer") {
        case "clockwise": .outerClockwise
        case "counter_clockwise": .outerCounterClockwise
        default: nil
        }
      judge(set.valid.misdirectedRings(direction), set) { .misdirectedRings($0) }
    }
    if rules.asks(.shapeDuplicate) {
      for pair in set.valid.sameShapes() {
        families.shapes.judge(
          .duplicate(of: set.shape(pair.second)), of: set.shape(pair.first),
          at: set.valid[pair.first], into: &findings)
      }
    }
    if rules.asks(.shapeComplexity) { judgeComplexity(set) }
  }

  private mutating func judge(
    _ flaws: ShapeFlaws, _ set: ShapeSet, _ flaw: (Int) -> ShapeRules.Flaw
  ) {
    for one in flaws.flaws where set.isAsked(one.feature) {
      families.shapes.judge(
        flaw(one.count), of: set.shape(one.feature), at: Geometry(pointX: one.x, y: one.y),
        into: &findings)
    }
  }

  private mutating func judgeFaults(_ set: ShapeSet) {
    for index in 0..<set.faulty.count {
      let (flaw, place) = set.fault(index)
      families.shapes.judge(
        flaw, of: set.faultyShape(index), at: place ?? set.faulty[index].flatMap(\.ifDrawable),
        into: &findings)
    }
  }

  private mutating func judgeComplexity(_ set: ShapeSet) {
    let shapes = set.valid
    for feature in 0..<shapes.count {
      let parts = shapes.parts(of: feature).count
      let holes = shapes.rings(of: feature).count - parts
      let vertices = shapes.vertices(of: feature).count
      guard families.shapes.mayBeComplex(vertices: vertices, parts: parts, holes: holes) else {
        continue
      }
      families.shapes.judge(
        .size(vertices: vertices, parts: parts, holes: holes), of: set.shape(feature),
        at: shapes[feature], into: &findings)
    }
  }
}

extension ShapeFault {
  /// The fault as the rules know it; one that GEOS could not judge is none of the shape's.
  var flaw: ShapeRules.Flaw {
    reason == ShapeReason.failed.rawValue
      ? .notProcessable(reason: reason, message: "") : .invalid(self)
  }

  /// The place as a point.
  var point: Geometry? {
    x.flatMap { x in y.map { Geometry(pointX: x, y: $0) } }?.ifDrawable
  }
}

extension ShapeRefusal {
  /// The refusal as the rules know it.
  var flaw: ShapeRules.Flaw { .notProcessable(reason: reason.rawValue, message: "") }

  /// The vertex that is to blame.
  var place: Geometry? {
    x.flatMap { x in y.map { Geometry(pointX: x, y: $0) } }?.ifDrawable
  }
}

extension Geometry {
  /// The shape, unless a coordinate is no number.
  var ifDrawable: Geometry? { xy.allSatisfy(\.isFinite) ? self : nil }
}
