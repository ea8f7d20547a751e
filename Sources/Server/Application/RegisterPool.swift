internal import Registry
internal import SimpleFeatures

/// Connections to the register, each for one question at a time.
///
/// A question is answered from one state of the register, whatever others write meanwhile; a
/// connection is opened when all others are busy, and kept.
final class RegisterPool: Sendable {
  private let path: String
  private let idle: Locked<[LandRegister]>

  /// - Throws: ``RegisterError`` where there is no register that can be read.
  init(path: String) throws {
    self.path = path
    idle = Locked([try LandRegister.open(at: path)])
  }

  /// Puts questions to the register.
  func ask<Result>(_ question: (LandRegister) throws -> Result) throws -> Result {
    let register = try idle.withLock { $0.popLast() } ?? LandRegister.open(at: path)
    defer { idle.withLock { $0.append(register) } }
    return try question(register)
  }
}
