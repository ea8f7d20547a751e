internal import CGEOS
internal import SimpleFeatures

/// Shapes into GEOS. Parts, members and holes without a vertex are passed over: inside a
/// multi-geometry they make GEOS 3.11 read through null pointers.
extension EngineContext {
  /// A shape that the guard let through.
  func make(_ geometry: Geometry) throws -> EngineShape {
    guard geometry.type == .geometryCollection else {
      let pointer = try unsafe geometry.withFlatShape { try unsafe make($0).release() }
      return unsafe EngineShape(owned: pointer, context: self)
    }
    var members = EngineParts(context: self, capacity: geometry.members.count)
    for member in geometry.members where !member.isEmpty { members.append(try make(member)) }
    return try collection(.geometryCollection, &members)
  }

  /// A shape that the guard let through.
  func make(_ shape: FlatShape) throws -> EngineShape {
    guard shape.type.isMultiple else {
      guard let part = shape.parts.first, !shape.vertices.isEmpty else {
        return try empty(shape.type)
      }
      return try makePart(shape, part)
    }
    var parts = EngineParts(context: self, capacity: shape.parts.count)
    for part in shape.parts {
      guard let ring = shape.rings(ofPart: part).first, !shape.vertices(ofRing: ring).isEmpty
      else { continue }
      parts.append(try makePart(shape, part))
    }
    return try collection(shape.type, &parts)
  }

  private func makePart(_ shape: FlatShape, _ part: Int) throws -> EngineShape {
    let rings = shape.rings(ofPart: part)
    guard let first = rings.first else { return try empty(shape.type.partType) }
    let vertices = shape.vertices(ofRing: first)
    guard !vertices.isEmpty else { return try empty(shape.type.partType) }
    switch shape.type.partType {
    case .point:
      return try unsafe self.shape("GEOSGeom_createPointFromXY_r") {
        unsafe GEOSGeom_createPointFromXY_r(
          $0, shape.x(vertices.lowerBound), shape.y(vertices.lowerBound))
      }
    case .lineString:
      let sequence = try unsafe sequence(shape, first)
      // The line takes the sequence, also when it fails.
      return try unsafe self.shape("GEOSGeom_createLineString_r") {
        unsafe GEOSGeom_createLineString_r($0, sequence)
      }
    default:
      return try makePolygon(shape, rings)
    }
  }

  private func makePolygon(_ shape: FlatShape, _ rings: Range<Int>) throws -> EngineShape {
    let shell = try ring(shape, rings.lowerBound)
    guard rings.count > 1 else {
      let given = unsafe shell.release()
      // The polygon takes its rings, also when it fails.
      return try unsafe self.shape("GEOSGeom_createPolygon_r") {
        unsafe GEOSGeom_createPolygon_r($0, given, nil, 0)
      }
    }
    var holes = EngineParts(context: self, capacity: rings.count - 1)
    for hole in rings.dropFirst() where !shape.vertices(ofRing: hole).isEmpty {
      holes.append(try ring(shape, hole))
    }
    let given = unsafe shell.release()
    return try unsafe holes.join("GEOSGeom_createPolygon_r") {
      unsafe GEOSGeom_createPolygon_r($0, given, $1.baseAddress, UInt32($1.count))
    }
  }

  private func ring(_ shape: FlatShape, _ ring: Int) throws -> EngineShape {
    let sequence = try unsafe sequence(shape, ring)
    // The ring takes the sequence, also when it fails.
    return try unsafe self.shape("GEOSGeom_createLinearRing_r") {
      unsafe GEOSGeom_createLinearRing_r($0, sequence)
    }
  }

  private func sequence(_ shape: FlatShape, _ ring: Int) throws -> OpaquePointer {
    let vertices = shape.vertices(ofRing: ring)
    return try unsafe pointer("GEOSCoordSeq_copyFromBuffer_r") { handle in
      unsafe GEOSCoordSeq_copyFromBuffer_r(
        handle, shape.xy.baseAddress.map { unsafe $0 + 2 * vertices.lowerBound },
        UInt32(vertices.count), 0, 0)
    }
  }

  private func collection(_ type: GeometryType, _ parts: inout EngineParts) throws -> EngineShape {
    try unsafe parts.join("GEOSGeom_createCollection_r") {
      unsafe GEOSGeom_createCollection_r(
        $0, type.engineCode, $1.baseAddress, UInt32($1.count))
    }
  }

  /// A shape without parts.
  func empty(_ type: GeometryType) throws -> EngineShape {
    switch type {
    case .point:
      try unsafe shape("GEOSGeom_createEmptyPoint_r") { unsafe GEOSGeom_createEmptyPoint_r($0) }
    case .lineString:
      try unsafe shape("GEOSGeom_createEmptyLineString_r") {
        unsafe GEOSGeom_createEmptyLineString_r($0)
      }
    case .polygon:
      try unsafe shape("GEOSGeom_createEmptyPolygon_r") {
        unsafe GEOSGeom_createEmptyPolygon_r($0)
      }
    default:
      try unsafe shape("GEOSGeom_createEmptyCollection_r") {
        unsafe GEOSGeom_createEmptyCollection_r($0, type.engineCode)
      }
    }
  }
}

extension GeometryType {
  /// The type's number in GEOS.
  fileprivate var engineCode: Int32 {
    switch self {
    case .point: 0
    case .lineString: 1
    case .polygon: 3
    case .multiPoint: 4
    case .multiLineString: 5
    case .multiPolygon: 6
    case .geometryCollection: 7
    }
  }

  /// The type with a number of GEOS; a ring is a line.
  init?(engineCode: Int) {
    switch engineCode {
    case 0: self = .point
    case 1, 2: self = .lineString
    case 3: self = .polygon
    case 4: self = .multiPoint
    case 5: self = .multiLineString
    case 6: self = .multiPolygon
    case 7: self = .geometryCollection
    default: return nil
    }
  }
}
