internal import CGEOS
internal import SimpleFeatures

/// A shape inside GEOS, destroyed with the value. One owner a pointer.
@safe struct EngineShape: ~Copyable {
  /// The shape as the C functions take it.
  let pointer: OpaquePointer
  // Only pointers are stored, so that `release` may discard the value. The context is held by the
  // engine, which outlives the shapes that it makes.
  private let handle: GEOSContextHandle_t

  /// Takes over a shape that GEOS made.
  init(owned pointer: OpaquePointer, context: EngineContext) {
    unsafe self.pointer = unsafe pointer
    unsafe handle = unsafe context.handle
  }

  deinit {
    unsafe GEOSGeom_destroy_r(handle, pointer)
  }

  /// Gives the shape away, to a C function that takes ownership.
  consuming func release() -> OpaquePointer {
    let pointer = unsafe pointer
    discard self
    return unsafe pointer
  }
}

/// Shapes inside GEOS that are about to become parts of one, destroyed with the value.
@safe struct EngineParts: ~Copyable {
  /// The shapes in turn.
  private var pointers: [OpaquePointer?] = unsafe []
  private let context: EngineContext

  /// No parts.
  init(context: EngineContext, capacity: Int) {
    self.context = context
    unsafe pointers.reserveCapacity(capacity)
  }

  deinit {
    for index in 0..<count { unsafe GEOSGeom_destroy_r(context.handle, pointers[index]) }
  }

  /// How many there are.
  var count: Int { unsafe pointers.count }

  /// Adds a part.
  mutating func append(_ part: consuming EngineShape) {
    unsafe pointers.append(part.release())
  }

  /// Gives the parts to a C function that takes ownership of them, **also when it fails**; the array
  /// itself stays ours.
  mutating func join(
    _ function: StaticString,
    _ call: (GEOSContextHandle_t, UnsafeMutableBufferPointer<OpaquePointer?>) -> OpaquePointer?
  ) throws -> EngineShape {
    var given = unsafe pointers
    unsafe pointers = unsafe []
    return try unsafe context.shape(function) { handle in
      unsafe given.withUnsafeMutableBufferPointer { unsafe call(handle, $0) }
    }
  }
}

/// A view of one shape in flat buffers: those of a ``Geometry`` or a stretch of a
/// ``GeometryColumn``.
///
/// It lives only inside the closure that is given it.
@safe struct FlatShape {
  /// What it is; never a collection.
  let type: GeometryType
  /// The parts, as indices into `partOffsets`.
  let parts: Range<Int>
  /// x and y of each vertex in turn.
  let xy: UnsafeBufferPointer<Double>
  /// The vertex at which each ring begins.
  let ringOffsets: UnsafeBufferPointer<Int32>
  /// The ring at which each part begins.
  let partOffsets: UnsafeBufferPointer<Int32>

  /// The rings of a part.
  func rings(ofPart part: Int) -> Range<Int> {
    unsafe Int(partOffsets[part])..<Int(partOffsets[part + 1])
  }

  /// The vertices of a ring.
  func vertices(ofRing ring: Int) -> Range<Int> {
    unsafe Int(ringOffsets[ring])..<Int(ringOffsets[ring + 1])
  }

  /// The vertices of all parts.
  var vertices: Range<Int> {
    let first = unsafe partOffsets[parts.lowerBound]
    let end = unsafe partOffsets[parts.upperBound]
    return unsafe Int(ringOffsets[Int(first)])..<Int(ringOffsets[Int(end)])
  }

  /// The easting or longitude of a vertex.
  func x(_ vertex: Int) -> Double { unsafe xy[2 * vertex] }

  /// The northing or latitude of a vertex.
  func y(_ vertex: Int) -> Double { unsafe xy[2 * vertex + 1] }
}

/// The buffers of a column, borrowed.
@safe struct FlatColumn {
  let types: UnsafeBufferPointer<GeometryType?>
  let xy: UnsafeBufferPointer<Double>
  let ringOffsets: UnsafeBufferPointer<Int32>
  let partOffsets: UnsafeBufferPointer<Int32>
  let featureOffsets: UnsafeBufferPointer<Int32>

  /// The number of features.
  var count: Int { unsafe types.count }

  /// The shape of a feature; `nil` where it has none.
  subscript(feature: Int) -> FlatShape? {
    guard let type = unsafe types[feature] else { return nil }
    return unsafe FlatShape(
      type: type,
      parts: Int(featureOffsets[feature])..<Int(featureOffsets[feature + 1]), xy: xy,
      ringOffsets: ringOffsets, partOffsets: partOffsets)
  }
}

extension Geometry {
  /// Lends the buffers of a shape that is no collection.
  func withFlatShape<Result>(
    _ body: (FlatShape) throws -> Result
  ) rethrows -> Result {
    try unsafe xy.withUnsafeBufferPointer { xy in
      try unsafe ringOffsets.withUnsafeBufferPointer { ringOffsets in
        try unsafe partOffsets.withUnsafeBufferPointer { partOffsets in
          try unsafe body(
            FlatShape(
              type: type, parts: 0..<partCount, xy: xy, ringOffsets: ringOffsets,
              partOffsets: partOffsets))
        }
      }
    }
  }
}

extension GeometryColumn {
  /// Lends the buffers of the column.
  func withFlatColumn<Result>(_ body: (FlatColumn) throws -> Result) rethrows -> Result {
    try unsafe types.withUnsafeBufferPointer { types in
      try unsafe xy.withUnsafeBufferPointer { xy in
        try unsafe ringOffsets.withUnsafeBufferPointer { ringOffsets in
          try unsafe partOffsets.withUnsafeBufferPointer { partOffsets in
            try unsafe featureOffsets.withUnsafeBufferPointer { featureOffsets in
              try unsafe body(
                FlatColumn(
                  types: types, xy: xy, ringOffsets: ringOffsets, partOffsets: partOffsets,
                  featureOffsets: featureOffsets))
            }
          }
        }
      }
    }
  }
}
