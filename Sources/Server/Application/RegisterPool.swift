internal import Registry
internal import SimpleFeatures

/// Connections to the register, each for one question at a time.
///
/// A question is answered from one state of the register, whatever others write meanwhile; a
/// connection is opened when all others are busy, and kept.
final class RegisterPool: Sendable {
  /// Never handed out, so that there is always one to make others of.
  private let first: LandRegister
  private let idle = Locked<[LandRegister]>([])

  /// The file's name without its folder.
  let name: String

  /// - Throws: ``RegisterError`` where there is no register that can be read.
  init(path: String) throws {
    first = try LandRegister.open(at: path)
    name = String(path.split(separator: "/").last ?? "")
  }

  /// Puts questions to the register.
  func ask<Result>(_ question: (LandRegister) throws -> Result) throws -> Result {
    let register = try idle.withLock { $0.popLast() } ?? first.sibling()
    defer { idle.withLock { $0.append(register) } }
    return try question(register)
  }
}
