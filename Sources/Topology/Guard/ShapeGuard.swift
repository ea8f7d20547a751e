public import SimpleFeatures

/// Stands before GEOS: refuses what makes it crash or run without end, and leaves out empty parts.
///
/// GEOS 3.11 dies of empty parts inside multi-geometries and of tiny rings, and does not come back
/// from coordinates that are no numbers and from deep nesting. Pure arithmetic: no shape is too bad
/// to be looked at here.
public struct ShapeGuard: Hashable, Sendable {
  /// What is let through.
  public var limits: ShapeLimits

  /// A guard.
  public init(limits: ShapeLimits = .land) {
    self.limits = limits
  }

  /// The shape without its empty parts. A shape that is empty as a whole is let through as such.
  ///
  /// - Throws: ``ShapeRefusal``.
  public func check(_ geometry: Geometry) throws -> GuardedShape {
    var vertices = 0
    return try check(geometry, depth: 1, vertices: &vertices)
  }

  private func check(
    _ geometry: Geometry, depth: Int, vertices: inout Int
  ) throws -> GuardedShape {
    guard geometry.type == .geometryCollection else {
      vertices += geometry.xy.count / 2
      guard vertices <= limits.vertices else { throw ShapeRefusal(.tooManyPoints) }
      try checkOffsets(geometry)
      let emptyParts = try geometry.withFlatShape { shape in
        if let refusal = refusal(of: shape) { throw refusal }
        return self.emptyParts(of: shape)
      }
      guard emptyParts > 0 else { return GuardedShape(geometry: geometry, emptyParts: 0) }
      return GuardedShape(geometry: geometry.withoutEmptyParts(), emptyParts: emptyParts)
    }
    guard depth <= limits.nesting else { throw ShapeRefusal(.nestedTooDeep) }
    guard geometry.members.count <= limits.parts else { throw ShapeRefusal(.tooManyPoints) }
    var kept: [Geometry] = []
    var emptyParts = 0
    for member in geometry.members {
      let checked = try check(member, depth: depth + 1, vertices: &vertices)
      emptyParts += checked.emptyParts
      if checked.geometry.isEmpty { emptyParts += 1 } else { kept.append(checked.geometry) }
    }
    return GuardedShape(geometry: Geometry(collection: kept), emptyParts: emptyParts)
  }

  /// A value whose offsets do not fit its buffers is refused rather than followed out of them.
  private func checkOffsets(_ geometry: Geometry) throws {
    let (rings, parts) = (geometry.ringOffsets, geometry.partOffsets)
    let fits =
      rings.first == 0 && parts.first == 0 && geometry.xy.count % 2 == 0
      && rings.last == Int32(exactly: geometry.xy.count / 2)
      && parts.last == Int32(exactly: rings.count - 1)
      && zip(rings, rings.dropFirst()).allSatisfy(<=)
      && zip(parts, parts.dropFirst()).allSatisfy(<=)
      && (geometry.type.isMultiple || parts.count <= 2)
    guard fits else { throw ShapeRefusal(.failed) }
  }

  /// How many parts and holes of a shape have no vertex. A shape without any vertex has none to leave
  /// out unless it is of many parts.
  func emptyParts(of shape: FlatShape) -> Int {
    var count = 0
    for part in shape.parts {
      let rings = shape.rings(ofPart: part)
      let first = rings.first.map { shape.vertices(ofRing: $0) }
      guard let first, !first.isEmpty else {
        count += 1
        continue
      }
      for ring in rings.dropFirst() where shape.vertices(ofRing: ring).isEmpty { count += 1 }
    }
    return count
  }

  /// Why a shape is not let through; `nil` where it is.
  func refusal(of shape: FlatShape) -> ShapeRefusal? {
    refusalOfNumbers(in: shape) ?? refusalOfForm(shape)
  }

  /// Why the coordinates are not let through.
  func refusalOfNumbers(in shape: FlatShape) -> ShapeRefusal? {
    for vertex in shape.vertices {
      let (x, y) = (shape.x(vertex), shape.y(vertex))
      guard x.isFinite && y.isFinite else {
        return ShapeRefusal(.nonFinite, x: x, y: y)
      }
      guard abs(x) <= limits.coordinate && abs(y) <= limits.coordinate else {
        return ShapeRefusal(.absurd, x: x, y: y)
      }
      guard
        (x == 0 || abs(x) >= limits.leastCoordinate)
          && (y == 0 || abs(y) >= limits.leastCoordinate)
      else { return ShapeRefusal(.tooSmall, x: x, y: y) }
    }
    return nil
  }

  /// Why numbers, lengths and ends of rings are not let through. Reads only as much of a ring as it
  /// must.
  func refusalOfForm(_ shape: FlatShape) -> ShapeRefusal? {
    guard shape.vertices.count <= limits.vertices, shape.parts.count <= limits.parts else {
      return ShapeRefusal(.tooManyPoints)
    }
    var ringCount = 0
    let kind = shape.type.partType
    for part in shape.parts {
      let rings = shape.rings(ofPart: part)
      ringCount += rings.count
      guard ringCount <= limits.parts else { return ShapeRefusal(.tooManyPoints) }
      for ring in rings {
        let vertices = shape.vertices(ofRing: ring)
        guard let first = vertices.first, let last = vertices.last else { continue }
        // A point with more vertices, or a line with more rings, is no value of the model.
        if kind == .point && vertices.count > 1 { return ShapeRefusal(.failed) }
        if kind != .polygon && rings.count > 1 { return ShapeRefusal(.failed) }
        guard kind != .point else { continue }
        let (x, y) = (shape.x(first), shape.y(first))
        if kind == .polygon {
          guard x == shape.x(last) && y == shape.y(last) else {
            return ShapeRefusal(.notClosed, x: x, y: y)
          }
        }
        guard vertices.count >= (kind == .polygon ? 4 : 2) else {
          return ShapeRefusal(.tooFewPoints, x: x, y: y)
        }
      }
      // Holes without a shell around them would silently vanish.
      if rings.count > 1, let first = rings.first, shape.vertices(ofRing: first).isEmpty,
        rings.contains(where: { !shape.vertices(ofRing: $0).isEmpty })
      {
        return ShapeRefusal(.failed)
      }
    }
    return nil
  }
}

extension Geometry {
  /// The shape without parts and holes that have no vertex. Heights and measures stay with theirs.
  func withoutEmptyParts() -> Geometry {
    var kept = self
    kept.ringOffsets = [0]
    kept.partOffsets = [0]
    for part in 0..<partCount {
      // Rings without a vertex take none away from the buffers: only the offsets go.
      for ring in rings(ofPart: part) where !vertices(ofRing: ring).isEmpty {
        kept.ringOffsets.append(ringOffsets[ring + 1])
      }
      if Int32(kept.ringOffsets.count - 1) > kept.partOffsets[kept.partOffsets.count - 1] {
        kept.partOffsets.append(Int32(kept.ringOffsets.count - 1))
      }
    }
    return kept
  }
}

/// The guard over many shapes.
extension ShapeGuard {
  /// What is out of order in a column: features refused, and features with empty parts. A feature
  /// without any vertex is refused; one that has no shape at all is passed over.
  public func check(_ column: GeometryColumn) -> ColumnVerdict {
    var verdict = ColumnVerdict()
    column.withFlatColumn { flat in
      // One pass over all numbers tells almost always that none is bad.
      let numbersAreFine = unsafe allOrdinary(flat.xy)
      for feature in 0..<column.count {
        guard let shape = flat[feature] else { continue }
        if let refusal = refusal(of: shape, numbersAreFine: numbersAreFine) {
          verdict.refused.append(ColumnVerdict.Refused(feature: feature, refusal: refusal))
          continue
        }
        let empty = emptyParts(of: shape)
        if empty > 0 {
          verdict.emptyParts.append(ColumnVerdict.EmptyParts(feature: feature, count: empty))
        }
      }
    }
    return verdict
  }

  /// Why a feature's shape is not let through.
  func refusal(of shape: FlatShape, numbersAreFine: Bool) -> ShapeRefusal? {
    guard !shape.vertices.isEmpty else { return ShapeRefusal(.empty) }
    if !numbersAreFine, let refusal = refusalOfNumbers(in: shape) { return refusal }
    return refusalOfForm(shape)
  }

  /// The column without the empty parts that a verdict on it names.
  public func withoutEmptyParts(
    _ column: GeometryColumn, _ verdict: ColumnVerdict
  ) -> GeometryColumn {
    guard !verdict.emptyParts.isEmpty else { return column }
    let affected = Set(verdict.emptyParts.map(\.feature))
    var cleaned = GeometryColumn()
    for feature in 0..<column.count {
      let shape = column[feature]
      cleaned.append(affected.contains(feature) ? shape?.withoutEmptyParts() : shape)
    }
    return cleaned
  }

  /// Whether every number is finite and neither absurd nor smaller than the least.
  ///
  /// Without branches, so that the compiler takes several numbers at a time.
  func allOrdinary(_ numbers: UnsafeBufferPointer<Double>) -> Bool {
    let (most, least) = (limits.coordinate, limits.leastCoordinate)
    var ordinary: UInt8 = 1
    for index in numbers.indices {
      let size = unsafe abs(numbers[index])
      // A comparison with what is no number is false.
      let fine: UInt8 = size <= most ? 1 : 0
      let seen: UInt8 = size >= least ? 1 : 0
      let zero: UInt8 = size == 0 ? 1 : 0
      ordinary &= fine & (seen | zero)
    }
    return ordinary == 1
  }
}

/// What the guard says of a column of shapes. Only what is out of order is listed, in order.
public struct ColumnVerdict: Hashable, Sendable {
  /// A feature whose shape must not be given to GEOS.
  public struct Refused: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// Why, and where.
    public var refusal: ShapeRefusal
  }

  /// A feature whose shape has parts without a vertex.
  public struct EmptyParts: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// How many parts and holes.
    public var count: Int
  }

  /// The features that are refused. One without any vertex is among them.
  public var refused: [Refused] = []
  /// The features that lose empty parts.
  public var emptyParts: [EmptyParts] = []

  /// Nothing is out of order.
  public init() {}
}

/// A shape that may be given to GEOS, and what was left out of it.
public struct GuardedShape: Hashable, Sendable {
  /// The shape without empty parts. It may be empty as a whole.
  public var geometry: Geometry
  /// How many parts, holes and members without a vertex were left out.
  public var emptyParts: Int
}

/// What a shape may be at most before it is given to GEOS.
public struct ShapeLimits: Hashable, Sendable {
  /// The farthest from zero that a coordinate may be, in the units of the coordinate system. With a
  /// zone prefix an easting is under 1.2e8 in theory and under 4.6e7 in China.
  public var coordinate = 1e8
  /// The nearest to zero that a coordinate may be, other than zero. From 1e-162 on products vanish
  /// and GEOS reads through null pointers; what rounding leaves of a zero is near 1e-17.
  public var leastCoordinate = 1e-100
  /// The most vertices of one shape.
  public var vertices = 5_000_000
  /// The most parts and rings of one shape.
  public var parts = 500_000
  /// The most collections in one another.
  public var nesting = 16

  /// The limits for land: see Documentation/Topology.md for the reasons.
  public static let land = ShapeLimits()

  /// The limits for land.
  public init() {}
}

/// Why a shape cannot be used, or is not valid. The raw value is the key by which words are found.
///
/// Source: OGC 06-103r4 §6.1.11.1 (what a valid polygon is) and GEOS's names for what is wrong.
public enum ShapeReason: String, Hashable, Sendable, CaseIterable {
  /// A coordinate is not a number or infinite.
  case nonFinite = "non_finite"
  /// A coordinate is farther from zero than any coordinate system reaches.
  case absurd
  /// A coordinate is smaller than arithmetic can tell apart.
  case tooSmall = "too_small"
  /// A line has one point, or a ring fewer than four or no area.
  case tooFewPoints = "too_few_points"
  /// More vertices or parts than are taken on.
  case tooManyPoints = "too_many_points"
  /// Collections in collections in collections.
  case nestedTooDeep = "nested_too_deep"
  /// There is no vertex.
  case empty
  /// The last vertex of a ring is not its first.
  case notClosed = "not_closed"
  /// The boundary crosses itself, or runs along itself.
  case selfIntersection = "self_intersection"
  /// A ring touches itself in a point.
  case ringSelfIntersection = "ring_self_intersection"
  /// A hole lies outside its shell.
  case holeOutside = "hole_outside"
  /// A hole lies in another.
  case nestedHoles = "nested_holes"
  /// A shell lies in another.
  case nestedShells = "nested_shells"
  /// The holes cut the inside in two.
  case disconnectedInterior = "disconnected_interior"
  /// A ring stands twice.
  case duplicateRings = "duplicate_rings"
  /// GEOS could not judge it.
  case failed
}

/// A shape that is not given to GEOS: why, and where where one place is to blame.
public struct ShapeRefusal: Error, Hashable, Sendable {
  /// Why.
  public var reason: ShapeReason
  /// Easting or longitude of the vertex that is to blame.
  public var x: Double?
  /// Its northing or latitude.
  public var y: Double?

  /// A refusal.
  public init(_ reason: ShapeReason, x: Double? = nil, y: Double? = nil) {
    self.reason = reason
    self.x = x
    self.y = y
  }
}
