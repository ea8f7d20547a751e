internal import Foundation

/// A value that several threads look at and change, one at a time.
///
/// Its lock is Foundation's and not `Synchronization.Mutex`, of which thread sanitizer does not know
/// that it orders threads.
public final class Locked<Value: Sendable>: @unchecked Sendable {
  // Sendable because the value is reached through the lock alone.
  private var value: Value
  private let lock = NSLock()

  /// A value.
  public init(_ value: Value) { self.value = value }

  /// Runs something while no other thread can reach the value.
  public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
