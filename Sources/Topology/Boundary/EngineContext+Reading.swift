internal import CGEOS
internal import SimpleFeatures

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
