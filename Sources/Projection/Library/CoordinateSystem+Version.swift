internal import CPROJ

extension CoordinateSystem {
  /// The version of PROJ that answers: `9.1.1`.
  public static var libraryVersion: String {
    unsafe "\(proj_info().major).\(proj_info().minor).\(proj_info().patch)"
  }
}
