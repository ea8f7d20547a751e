internal import CGEOS

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
