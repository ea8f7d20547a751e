internal import CGEOS

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
