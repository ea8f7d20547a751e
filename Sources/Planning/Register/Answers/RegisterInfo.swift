/// What a register holds, in numbers.
public struct RegisterInfo: Hashable, Sendable, Encodable {
  /// A file that documents were read from.
  public struct File: Hashable, Sendable, Encodable {
    /// Its name.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String?
    /// How many document versions came from it.
    public var documents: Int

    /// A file.
    public init(name: String, sha256: String?, documents: Int) {
      self.name = name
      self.sha256 = sha256
      self.documents = documents
    }
  }

  /// The register's file.
  public var path: String
  /// The version of its schema: how many migrations it has had.
  public var schemaVersion: Int
  /// How many documents it holds.
  public var documents = 0
  /// How many versions of them.
  public var documentVersions = 0
  /// How many parcels there are now.
  public var parcels = 0
  /// How many statements the documents in force make of parcels.
  public var statements = 0
  /// How many acts the documents in force approve.
  public var transactions = 0
  /// How many totals the documents in force give.
  public var totals = 0
  /// How many hazard sites the documents in force list.
  public var sites = 0
  /// The counties the documents name.
  public var counties: [String] = []
  /// The date of the oldest document.
  public var firstDate: CalendarDate?
  /// The date of the newest document.
  public var lastDate: CalendarDate?
  /// When the register first learnt something, UTC.
  public var firstRecordedAt: String?
  /// When the register last learnt something, UTC.
  public var lastRecordedAt: String?
  /// The files it was filled from.
  public var files: [File] = []

  /// An empty register.
  public init(path: String, schemaVersion: Int) {
    self.path = path
    self.schemaVersion = schemaVersion
  }

  enum CodingKeys: String, CodingKey {
    case path
    case schemaVersion = "schema_version"
    case documents
    case documentVersions = "document_versions"
    case parcels, statements, transactions, totals, sites, counties
    case firstDate = "first_date"
    case lastDate = "last_date"
    case firstRecordedAt = "first_recorded_at"
    case lastRecordedAt = "last_recorded_at"
    case files
  }
}
