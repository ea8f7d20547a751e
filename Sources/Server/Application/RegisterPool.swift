internal import Registry
internal import SimpleFeatures

/// Connections to the register, each for one question at a time.
///
/// A question is answered from one state of the register, whatever others write meanwhile; a
/// connection is opened when all others are busy, and kept.
final class RegisterPool: Sendable {
  /// The first connection, of which the others are made. Work that waits for other programs may use it;
  /// questions that are put to it come one after the other.
  let first: LandRegister
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
