public import Planning

/// A county's land register: documents in, parcels and their history out.
///
/// One file holds one register. It may be read while another process writes to it.
public final class LandRegister: Sendable {
  /// The register's file.
  public let path: String

  private init(path: String) { self.path = path }

  /// Makes a new register.
  ///
  /// - Throws: ``RegisterError`` where a file is there already or cannot be made.
  public static func create(at path: String) throws -> LandRegister {
    LandRegister(path: path)
  }

  /// Opens a register.
  ///
  /// - Parameter forWriting: whether documents will be imported; an older schema is then brought
  ///   up to date.
  /// - Throws: ``RegisterError`` where it is not a register, or newer than this program.
  public static func open(at path: String, forWriting: Bool = false) throws -> LandRegister {
    LandRegister(path: path)
  }

  /// Imports documents, each in a transaction of its own: whole or not at all.
  ///
  /// - Parameter didImport: called after each document with its outcome.
  /// - Throws: ``RegisterError/Kind/busy`` where another process writes for longer than 5 s.
  @discardableResult
  public func importDocuments(
    _ documents: [LandDocument], from source: SourceFile,
    didImport: (ImportOutcome) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    throw RegisterError(.readOnly, path: path)
  }

  /// Answers what is known of a parcel number, a document number, a place, project or party.
  public func lookup(_ what: String, at moment: Moment = .now) throws -> LookupAnswer {
    throw RegisterError(.readOnly, path: path)
  }

  /// The parcels of a number with their history, and those that took its place; the same as
  /// ``lookup(_:at:)`` but for parcels alone.
  public func history(of parcel: String, at moment: Moment = .now) throws -> LookupAnswer {
    throw RegisterError(.readOnly, path: path)
  }

  /// The parcels a filter admits, by county, plan and number.
  public func parcels(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [ParcelRecord] {
    throw RegisterError(.readOnly, path: path)
  }

  /// The documents a filter admits, by date.
  public func documents(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [DocumentRecord] {
    throw RegisterError(.readOnly, path: path)
  }

  /// The acts a filter admits, by date.
  public func transactions(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [TransactionRecord] {
    throw RegisterError(.readOnly, path: path)
  }

  /// The hazard sites a filter admits, by their number in the list.
  public func sites(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [SiteRecord] {
    throw RegisterError(.readOnly, path: path)
  }

  /// What the register holds, in numbers.
  public func info() throws -> RegisterInfo {
    throw RegisterError(.readOnly, path: path)
  }

  /// Every version of every document, in the order they were recorded.
  public func exportFacts() throws -> RegisterExport {
    throw RegisterError(.readOnly, path: path)
  }

  /// Fills an empty register from an export, recorded times included.
  ///
  /// - Throws: ``RegisterError/Kind/notEmpty`` where it holds documents already.
  public func restore(_ export: RegisterExport) throws {
    throw RegisterError(.readOnly, path: path)
  }
}
