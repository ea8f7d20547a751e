internal import Foundation

/// The cores that this process may use.
enum ProcessorCount {
  /// Their number now.
  static var available: Int { ProcessInfo.processInfo.activeProcessorCount }
}
