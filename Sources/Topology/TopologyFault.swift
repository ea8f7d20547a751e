/// GEOS could not answer: what was asked of it, and what it said.
///
/// The shapes are not named here; who asked knows them.
public struct TopologyFault: Error, Hashable, Sendable {
  /// The C function that failed.
  public var function: String
  /// GEOS's own message; empty where it gave none.
  public var message: String

  /// A failure.
  public init(function: String, message: String) {
    self.function = function
    self.message = message
  }
}

extension TopologyFault: CustomStringConvertible {
  /// The failure as a log shows it.
  public var description: String {
    message.isEmpty ? "\(function) failed" : "\(function) failed: \(message)"
  }
}
