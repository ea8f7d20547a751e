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
