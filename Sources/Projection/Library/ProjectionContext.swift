internal import CPROJ

/// One of PROJ's contexts, without network and without log. It never crosses a thread: whoever
/// works makes one, and lets it go.
@safe
final class ProjectionContext {
  private let pointer: OpaquePointer

  /// A context of its own.
  init() throws(ProjectionError) {
    guard let pointer = unsafe proj_context_create() else {
      throw .failed(function: "proj_context_create", reason: "out of memory")
    }
    unsafe self.pointer = unsafe pointer
    unsafe proj_context_set_enable_network(pointer, 0)
    unsafe proj_log_level(pointer, PJ_LOG_NONE)
  }

  deinit {
    unsafe proj_context_destroy(pointer)
  }

  /// Calls a function of PROJ that gives nothing where it fails.
  ///
  /// - Throws: ``ProjectionError/failed(function:reason:)`` with the function's name.
  func checked<Result>(
    _ function: String, _ call: (OpaquePointer) -> Result?
  ) throws(ProjectionError) -> Result {
    guard let result = unsafe call(pointer) else {
      throw .failed(function: function, reason: lastReason)
    }
    return result
  }

  /// Calls a function of PROJ that makes an object.
  func object(
    _ function: String, _ call: (OpaquePointer) -> OpaquePointer?
  ) throws(ProjectionError) -> ProjectionObject {
    unsafe ProjectionObject(unsafe try checked(function, call), context: self)
  }

  /// Calls a function of PROJ that answers 1 where it succeeds.
  func succeeded(
    _ function: String, _ call: (OpaquePointer) -> Int32
  ) throws(ProjectionError) {
    guard unsafe call(pointer) != 0 else {
      throw .failed(function: function, reason: lastReason)
    }
  }

  /// What a call without failure gives.
  func value<Result>(_ call: (OpaquePointer) -> Result) -> Result {
    unsafe call(pointer)
  }

  /// What PROJ says of the last failure.
  var lastReason: String {
    let number = unsafe proj_context_errno(pointer)
    guard number != 0, let text = unsafe proj_context_errno_string(pointer, number) else {
      return "no reason given"
    }
    return unsafe String(cString: text)
  }
}

/// An object of PROJ, let go with its last user. It belongs to the thread of its context.
@safe
final class ProjectionObject {
  let pointer: OpaquePointer
  /// Kept alive as long as the object.
  let context: ProjectionContext

  /// Takes an object over.
  init(_ pointer: OpaquePointer, context: ProjectionContext) {
    unsafe self.pointer = pointer
    self.context = context
  }

  deinit {
    unsafe proj_destroy(pointer)
  }

  /// Its name.
  var name: String {
    unsafe proj_get_name(pointer).map { unsafe String(cString: $0) } ?? ""
  }

  /// Its code in the EPSG register, where it has one.
  var epsg: Int? {
    guard let authority = unsafe proj_get_id_auth_name(pointer, 0),
      unsafe String(cString: authority) == "EPSG",
      let code = unsafe proj_get_id_code(pointer, 0)
    else { return nil }
    return Int(unsafe String(cString: code))
  }

  /// Its area of use in degrees: west, south, east, north; `nil` where none is known.
  var areaOfUse: (west: Double, south: Double, east: Double, north: Double)? {
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    let isKnown = unsafe context.value { context in
      unsafe proj_get_area_of_use(context, pointer, &west, &south, &east, &north, nil)
    }
    guard isKnown != 0, west > -1000 else { return nil }
    return (west, south, east, north)
  }

  /// Its definition as WKT.
  func wellKnownText(_ version: PJ_WKT_TYPE) throws(ProjectionError) -> String {
    unsafe try context.checked("proj_as_wkt") { context in
      unsafe proj_as_wkt(context, pointer, version, nil).map { unsafe String(cString: $0) }
    }
  }

  /// An operation as a pipeline of PROJ.
  func pipeline() throws(ProjectionError) -> String {
    unsafe try context.checked("proj_as_proj_string") { context in
      unsafe proj_as_proj_string(context, pointer, PJ_PROJ_5, nil)
        .map { unsafe String(cString: $0) }
    }
  }

  /// The same operation with x as easting or longitude at both ends.
  func normalized() throws(ProjectionError) -> ProjectionObject {
    unsafe try context.object("proj_normalize_for_visualization") { context in
      unsafe proj_normalize_for_visualization(context, pointer)
    }
  }
}

/// Why a coordinate system could not be made, or coordinates not be moved.
public enum ProjectionError: Error, Hashable, Sendable {
  /// A call into PROJ failed: which function, and what PROJ says.
  case failed(function: String, reason: String)
  /// There are no published parameters between two systems, and a rough shift is refused.
  case refused(from: String, to: String)
  /// The definition is of no system with degrees or with plane coordinates.
  case notHorizontal(String)
  /// A set of parameters cannot stand between the two systems.
  case parametersDoNotFit(name: String)
}

/// The library behind this room.
public enum ProjectionLibrary {
  /// The version of PROJ that answers: `9.1.1`.
  public static var version: String {
    let information = unsafe proj_info()
    return unsafe String(cString: information.version)
  }
}
