internal import CGEOS
internal import SimpleFeatures

/// A GEOS context with the last message that GEOS left in it, and the one place where calls are
/// checked.
///
/// Not `Sendable`, and it must not become so: a context serves one thread at a time. Make another;
/// it costs under a microsecond.
@safe final class EngineContext {
  /// The context as the C functions take it.
  let handle: GEOSContextHandle_t
  /// What GEOS said since ``clear()``.
  private(set) var message = ""

  /// Makes a context.
  init() throws {
    guard let handle = unsafe GEOS_init_r() else {
      throw TopologyFault(function: "GEOS_init_r", message: "")
    }
    unsafe self.handle = handle
    // The context outlives every call, and only a call makes GEOS speak.
    let box = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, box in
        guard let text = unsafe text, let box = unsafe box else { return }
        let context = unsafe Unmanaged<EngineContext>.fromOpaque(box).takeUnretainedValue()
        context.message = unsafe String(cString: text)
      }, box)
  }

  deinit {
    unsafe GEOS_finish_r(handle)
  }

  /// Forgets the last message, so that it is not taken for the next call's.
  func clear() { message = "" }

  /// The failure of a call just made.
  func fault(_ function: StaticString) -> TopologyFault {
    TopologyFault(function: "\(function)", message: message)
  }

  /// The shape that a call makes; null is its failure.
  func shape(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> OpaquePointer?
  ) throws -> EngineShape {
    unsafe EngineShape(owned: try pointer(function, call), context: self)
  }

  /// The pointer that a call gives; null is its failure.
  func pointer(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> OpaquePointer?
  ) throws -> OpaquePointer {
    clear()
    guard let pointer = unsafe call(handle) else { throw fault(function) }
    return unsafe pointer
  }

  /// The yes or no of a call: 1 or 0, and 2 is its failure.
  func truth(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> CChar
  ) throws -> Bool {
    clear()
    switch unsafe call(handle) {
    case 0: return false
    case 1: return true
    default: throw fault(function)
    }
  }

  /// A call that says 1 when it did its work, 0 when it failed.
  func done(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> Int32
  ) throws {
    clear()
    guard unsafe call(handle) == 1 else { throw fault(function) }
  }

  /// A call that counts; under 0 is its failure.
  func count(
    _ function: StaticString, _ call: (GEOSContextHandle_t) -> Int32
  ) throws -> Int {
    clear()
    let count = unsafe call(handle)
    guard count >= 0 else { throw fault(function) }
    return Int(count)
  }

  /// A call that writes a number and says 1 when it did.
  func number(
    _ function: StaticString,
    _ call: (GEOSContextHandle_t, UnsafeMutablePointer<Double>) -> Int32
  ) throws -> Double {
    var number = 0.0
    try unsafe done(function) { unsafe call($0, &number) }
    return number
  }
}

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

/// Shapes out of GEOS. Heights and measures are not asked for.
extension EngineContext {
  /// The shape as a value.
  func read(_ shape: borrowing EngineShape) throws -> Geometry {
    try unsafe read(shape.pointer)
  }

  /// The shape as a value. The pointer stays its owner's.
  private func read(_ pointer: OpaquePointer) throws -> Geometry {
    // -1 on failure
    let code = try unsafe count("GEOSGeomTypeId_r") { unsafe GEOSGeomTypeId_r($0, pointer) }
    guard let type = GeometryType(engineCode: code) else {
      throw TopologyFault(function: "GEOSGeomTypeId_r", message: "type \(code)")
    }
    guard type.isMultiple else {
      var geometry = Geometry(empty: type)
      try unsafe readPart(pointer, type, into: &geometry)
      return geometry.isEmpty ? Geometry(empty: type) : geometry
    }
    let parts = try unsafe count("GEOSGetNumGeometries_r") {
      unsafe GEOSGetNumGeometries_r($0, pointer)
    }
    var geometry = Geometry(empty: type)
    for index in 0..<parts {
      // The part stays the shape's.
      let part = try unsafe self.pointer("GEOSGetGeometryN_r") {
        unsafe GEOSGetGeometryN_r($0, pointer, Int32(index))
      }
      if type == .geometryCollection {
        geometry.members.append(try unsafe read(part))
      } else {
        try unsafe readPart(part, type.partType, into: &geometry)
      }
    }
    return geometry
  }

  private func readPart(
    _ pointer: OpaquePointer, _ type: GeometryType, into geometry: inout Geometry
  ) throws {
    if type == .polygon {
      // The rings stay the polygon's.
      let shell = try unsafe self.pointer("GEOSGetExteriorRing_r") {
        unsafe GEOSGetExteriorRing_r($0, pointer)
      }
      if try unsafe readSequence(shell, into: &geometry) {
        let holes = try unsafe count("GEOSGetNumInteriorRings_r") {
          unsafe GEOSGetNumInteriorRings_r($0, pointer)
        }
        for index in 0..<holes {
          let hole = try unsafe self.pointer("GEOSGetInteriorRingN_r") {
            unsafe GEOSGetInteriorRingN_r($0, pointer, Int32(index))
          }
          _ = try unsafe readSequence(hole, into: &geometry)
        }
      }
    } else {
      _ = try unsafe readSequence(pointer, into: &geometry)
    }
    geometry.partOffsets.append(Int32(geometry.ringOffsets.count - 1))
  }

  /// Adds the vertices of a point, line or ring as a ring; `false` where it has none.
  private func readSequence(
    _ pointer: OpaquePointer, into geometry: inout Geometry
  ) throws -> Bool {
    // The sequence stays the shape's.
    let sequence = try unsafe self.pointer("GEOSGeom_getCoordSeq_r") {
      unsafe GEOSGeom_getCoordSeq_r($0, pointer)
    }
    var size: UInt32 = 0
    try unsafe done("GEOSCoordSeq_getSize_r") {
      unsafe GEOSCoordSeq_getSize_r($0, sequence, &size)
    }
    guard size > 0 else { return false }
    let ring = try unsafe [Double](unsafeUninitializedCapacity: 2 * Int(size)) { buffer, count in
      try unsafe done("GEOSCoordSeq_copyToBuffer_r") {
        unsafe GEOSCoordSeq_copyToBuffer_r($0, sequence, buffer.baseAddress, 0, 0)
      }
      count = 2 * Int(size)
    }
    geometry.xy += ring
    geometry.ringOffsets.append(Int32(geometry.xy.count / 2))
    return true
  }
}
