internal import Characters
public import Planning
public import SimpleFeatures

/// The code of a county or district (县级行政区划代码): six digits.
///
/// Source: GB/T 2260-2007.
public struct CountyCode: Hashable, Sendable, CustomStringConvertible {
  /// The digits.
  public let description: String

  /// A code; `nil` of what is not six digits.
  public init?(_ digits: String) {
    guard digits.utf8.count == 6, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    description = digits
  }
}

/// What a register holds, in numbers.
public struct RegisterInfo: Hashable, Sendable {
  /// A file that documents were read from.
  public struct File: Hashable, Sendable, Encodable {
    /// Its name.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String?
    /// How many document versions, or versions of boundaries, came from it.
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
  /// The name by which the register is known for ever, a UUID.
  public var registerID: String?
  /// Which county it is of.
  public var countyCode: CountyCode?
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
  /// How many parcels have a boundary in force.
  public var boundaries = 0
  /// How many of these boundaries are not valid shapes.
  public var invalidBoundaries = 0
  /// How many versions of boundaries there are.
  public var boundaryVersions = 0
  /// The files that boundaries were read from.
  public var boundaryFiles: [File] = []
  /// The reference layers in force.
  public var layers: [LayerVersion] = []
  /// The coordinate system of the boundaries as the register shows them.
  public var epsg: Int?
  /// The box around them, in that coordinate system.
  public var extent: Envelope?

  /// An empty register.
  public init(path: String, schemaVersion: Int) {
    self.path = path
    self.schemaVersion = schemaVersion
  }
}

extension RegisterInfo: Encodable {
  /// Writes the numbers; of boundaries and layers only where there are any.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("path", path)
    try json("schema_version", schemaVersion)
    try json("register_id", registerID)
    try json("county_code", countyCode?.description)
    try json("documents", documents)
    try json("document_versions", documentVersions)
    try json("parcels", parcels)
    try json("statements", statements)
    try json("transactions", transactions)
    try json("totals", totals)
    try json("sites", sites)
    try json("counties", counties)
    try json("first_date", firstDate)
    try json("last_date", lastDate)
    try json("first_recorded_at", firstRecordedAt)
    try json("last_recorded_at", lastRecordedAt)
    try json("files", files)
    if boundaryVersions > 0 {
      try json("boundaries", boundaries)
      try json("invalid_boundaries", invalidBoundaries)
      try json("boundary_versions", boundaryVersions)
      try json("boundary_files", boundaryFiles.map(BoundaryFile.init))
    }
    try json.filled("layers", layers)
    try json("crs", epsg.map { "EPSG:\($0)" })
    try json("bbox", extent.map { [$0.minX, $0.minY, $0.maxX, $0.maxY] })
  }

  /// A file that boundaries came from: what is counted are those.
  private struct BoundaryFile: Encodable {
    let name: String
    let sha256: String?
    let boundaries: Int

    init(_ file: File) {
      (name, sha256, boundaries) = (file.name, file.sha256, file.documents)
    }
  }
}
