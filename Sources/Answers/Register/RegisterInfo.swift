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
  enum CodingKeys: String, CodingKey {
    case path
    case schemaVersion = "schema_version"
    case registerID = "register_id"
    case countyCode = "county_code"
    case documents
    case documentVersions = "document_versions"
    case parcels, statements, transactions, totals, sites, counties
    case firstDate = "first_date"
    case lastDate = "last_date"
    case firstRecordedAt = "first_recorded_at"
    case lastRecordedAt = "last_recorded_at"
    case files, boundaries
    case invalidBoundaries = "invalid_boundaries"
    case boundaryVersions = "boundary_versions"
    case boundaryFiles = "boundary_files"
    case layers, crs
    case extent = "bbox"
  }

  private enum FileKeys: String, CodingKey {
    case name, sha256, boundaries
  }

  /// Writes the numbers; of boundaries and layers only where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(schemaVersion, forKey: .schemaVersion)
    try container.encodeIfPresent(registerID, forKey: .registerID)
    try container.encodeIfPresent(countyCode?.description, forKey: .countyCode)
    try container.encode(documents, forKey: .documents)
    try container.encode(documentVersions, forKey: .documentVersions)
    try container.encode(parcels, forKey: .parcels)
    try container.encode(statements, forKey: .statements)
    try container.encode(transactions, forKey: .transactions)
    try container.encode(totals, forKey: .totals)
    try container.encode(sites, forKey: .sites)
    try container.encode(counties, forKey: .counties)
    try container.encodeIfPresent(firstDate, forKey: .firstDate)
    try container.encodeIfPresent(lastDate, forKey: .lastDate)
    try container.encodeIfPresent(firstRecordedAt, forKey: .firstRecordedAt)
    try container.encodeIfPresent(lastRecordedAt, forKey: .lastRecordedAt)
    try container.encode(files, forKey: .files)
    if boundaryVersions > 0 {
      try container.encode(boundaries, forKey: .boundaries)
      try container.encode(invalidBoundaries, forKey: .invalidBoundaries)
      try container.encode(boundaryVersions, forKey: .boundaryVersions)
      var list = container.nestedUnkeyedContainer(forKey: .boundaryFiles)
      for file in boundaryFiles {
        var item = list.nestedContainer(keyedBy: FileKeys.self)
        try item.encode(file.name, forKey: .name)
        try item.encodeIfPresent(file.sha256, forKey: .sha256)
        try item.encode(file.documents, forKey: .boundaries)
      }
    }
    if !layers.isEmpty { try container.encode(layers, forKey: .layers) }
    try container.encodeIfPresent(epsg.map { "EPSG:\($0)" }, forKey: .crs)
    if let box = extent {
      try container.encode([box.minX, box.minY, box.maxX, box.maxY], forKey: .extent)
    }
  }
}
