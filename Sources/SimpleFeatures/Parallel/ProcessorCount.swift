internal import Foundation

/// The cores that this process may use.
public enum ProcessorCount {
  /// Their number at the start: to find it out, files are read.
  public static let available = ProcessInfo.processInfo.activeProcessorCount
}
