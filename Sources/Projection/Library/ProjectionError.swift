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
