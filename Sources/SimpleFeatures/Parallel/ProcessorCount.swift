internal import Foundation

/// The cores that this process may use.
public enum ProcessorCount {
  /// Their number now.
  public static var available: Int { ProcessInfo.processInfo.activeProcessorCount }
}
