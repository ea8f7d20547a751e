public import Answers
internal import Planning
internal import Storage

/// A county's land register: documents in, parcels and their history out.
///
/// One file holds one register. It may be read while another process writes to it. Every question
/// is put as of a ``Moment`` and answered from one state of the register.
public final class LandRegister: Sendable {
  let store: RegisterStore

  private init(store: RegisterStore) { self.store = store }

  /// The register's file.
  public var path: String { store.path }

  /// Makes a new register and opens it for writing.
  ///
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there, `notPermitted` where it
  ///   cannot be made.
  public static func create(at path: String) throws -> LandRegister {
    LandRegister(store: try RegisterStore.create(at: path))
  }

  /// Opens a register.
  ///
  /// - Parameters:
  ///   - forWriting: whether documents will be imported; an older schema is then brought up to
  ///     date.
  ///   - patience: how many seconds to wait for another process that writes.
  /// - Throws: ``RegisterError`` where it is not a register, or newer than this program.
  public static func open(
    at path: String, forWriting: Bool = false, patience: Double = 5
  ) throws -> LandRegister {
    LandRegister(
      store: try RegisterStore.open(at: path, forWriting: forWriting, patience: patience))
  }

  /// Another connection to the same register, for another thread. A process that has a register open
  /// must not open it anew: see ``RegisterStore/sibling(patience:)``.
  public func sibling() throws -> LandRegister { LandRegister(store: try store.sibling()) }

  /// Says which county the register is of, or that it is not known.
  public func setCountyCode(_ code: CountyCode?) throws { try store.setCountyCode(code) }

  /// Opens a register for writing and makes it where there is none, even if another process does so
  /// at the same time.
  public static func openOrCreate(at path: String, patience: Double = 5) throws -> LandRegister {
    do {
      return try open(at: path, forWriting: true, patience: patience)
    } catch let error as RegisterError where error.kind == .notFound {
      do {
        return try create(at: path)
      } catch let error as RegisterError where error.kind == .alreadyExists {
        return try open(at: path, forWriting: true, patience: patience)
      }
    }
  }
}
