public import Answers
public import Planning
internal import Projection
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

  /// What a filter admits.
  public var lists: LandLists { LandLists(register: self) }

  /// The documents, and what they were read from.
  public var documents: LandDocuments { LandDocuments(register: self) }

  /// What lies at places.
  public var places: LandPlaces { LandPlaces(register: self) }

  /// Collections of features, page by page.
  public var collections: LandCollections { LandCollections(register: self) }

  /// What differs between two moments.
  public var differences: LandDifferences { LandDifferences(register: self) }

  /// What two layers have in common.
  public var overlays: LandOverlays { LandOverlays(register: self) }

  /// What a map shows.
  public var map: LandMap { LandMap(register: self) }

  /// The register held against rules.
  public var checks: LandChecks { LandChecks(register: self) }

  /// What leaves the register.
  public var export: LandExport { LandExport(register: self) }

  /// What is taken in.
  public var imports: LandImports { LandImports(register: self) }
}

extension LandRegister {
  /// What tells one state of the register from another: whatever is recorded changes it.
  public func revision() throws -> String { try store.read { try $0.revision() } }

  /// The days on which something in the register is dated, in order.
  public func dates() throws -> [CalendarDate] { try store.read { try $0.dates() } }

  /// What the register holds, in numbers.
  public func info() throws -> RegisterInfo {
    try store.read { reader in try reader.info() }
  }

  /// Answers what is known of a parcel, a document, a place, a project or a party.
  ///
  /// Asked in this order, the first that is found is the answer:
  /// 1. a parcel's number, whatever its width, case and spaces; of a parcel that was split, merged
  ///    or renumbered also what took its place;
  /// 2. a document's number in any spelling, with its parcels, acts and sites;
  /// 3. a search: first parcels of just that name, then those whose number begins so, then those
  ///    that have every word in their numbers, uses, names, places, plans and parties; beside them
  ///    documents by their titles, acts and hazard sites. A use is found by its name, its code and
  ///    the classes above it; a township's name also finds what was printed under those merged into
  ///    it. The first hundred of each kind are told, and how many more there are.
  ///
  /// A point or a file of shapes is not checked here: what lies at a place is asked with a
  /// ``PlaceQuestion``. Where nothing is found, near misses are suggested.
  public func lookup(_ what: String, at moment: Moment = .now) throws -> LookupAnswer {
    try told { [try Lookup(reader: $0, moment: moment, query: what).answer()] }[0]
  }

  /// The parcels of a number with their history, and those that took their place.
  public func history(of parcel: String, at moment: Moment = .now) throws -> LookupAnswer {
    try told { reader in
      let lookup = Lookup(reader: reader, moment: moment, query: parcel)
      return [try lookup.parcelAnswer() ?? lookup.none()]
    }[0]
  }

  /// Answers that tell their moment. The instant is taken before the register is read: what is
  /// recorded meanwhile is not claimed to be known.
  func told(_ question: (RegisterReader) throws -> [LookupAnswer]) throws -> [LookupAnswer] {
    let now = Moment.clock
    var answers = try store.read(question)
    for index in answers.indices {
      answers[index].toldMoment = answers[index].moment.told(atMillisecondsSince1970: now)
    }
    return answers
  }

  /// The database library that registers are kept with, as in `SQLite 3.40.1`.
  public static var databaseVersion: String? { DatabaseVersion.current() }

  /// Whether the authority of a coordinate system puts northing or latitude first.
  ///
  /// - Throws: ``ShapeExportFault`` of a code that is not known.
  public static func isNorthingFirst(_ epsg: Int) throws -> Bool {
    try Systems.system(epsg).axisOrder == .northingFirst
  }
}

/// Questions of one kind to a register.
protocol LandQuestions: Sendable {
  var register: LandRegister { get }
}

extension LandQuestions {
  var store: RegisterStore { register.store }
  var path: String { register.path }
}
