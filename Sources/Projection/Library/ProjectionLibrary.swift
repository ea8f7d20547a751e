internal import CPROJ

/// The library behind this room.
public enum ProjectionLibrary {
  /// The version of PROJ that answers: `9.1.1`.
  public static var version: String {
    let information = unsafe proj_info()
    return unsafe String(cString: information.version)
  }
}
