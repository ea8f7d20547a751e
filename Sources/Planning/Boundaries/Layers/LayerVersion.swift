public import SimpleFeatures

/// A version of a reference layer as the register holds it.
public struct LayerVersion: Hashable, Sendable {
  /// An attribute of its features.
  public struct Field: Hashable, Sendable, Codable {
    /// The name in the file.
    public var name: String
    /// A name for people, where the file has one beside.
    public var title: String?
    /// The column that holds it.
    public var column: String

    /// An attribute.
    public init(name: String, title: String?, column: String) {
      self.name = name
      self.title = title
      self.column = column
    }
  }

  /// The layer and its file.
  public var source: LayerSource
  /// The version among those of the same name, counted from 1.
  public var version: Int
  /// When the register learnt of it, UTC.
  public var recordedAt: String
  /// The table of its features.
  public var table: String
  /// How many there are.
  public var featureCount: Int
  /// How many of them have a shape that is not valid.
  public var faultCount: Int
  /// The box around all, in the layer's coordinate system.
  public var envelope: Envelope?
  /// The attributes.
  public var fields: [Field]

  /// A version.
  public init(
    source: LayerSource, version: Int, recordedAt: String, table: String, featureCount: Int,
    faultCount: Int, envelope: Envelope?, fields: [Field]
  ) {
    self.source = source
    self.version = version
    self.recordedAt = recordedAt
    self.table = table
    self.featureCount = featureCount
    self.faultCount = faultCount
    self.envelope = envelope
    self.fields = fields
  }
}

extension LayerVersion: Encodable {
  enum CodingKeys: String, CodingKey {
    case name, role, quality, schematic, version, file, sha256, date, crs
    case featureCount = "features"
    case faultCount = "invalid_features"
    case recordedAt = "recorded_at"
    case transformation
    case envelope = "bbox"
  }

  /// Writes the layer without its attributes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source.name, forKey: .name)
    try container.encode(source.role, forKey: .role)
    try container.encode(source.quality, forKey: .quality)
    try container.encode(source.quality == .schematic, forKey: .schematic)
    try container.encode(version, forKey: .version)
    try container.encode(source.file.name, forKey: .file)
    try container.encodeIfPresent(source.file.sha256, forKey: .sha256)
    try container.encodeIfPresent(source.date, forKey: .date)
    try container.encode("EPSG:\(source.epsg)", forKey: .crs)
    try container.encode(featureCount, forKey: .featureCount)
    try container.encode(faultCount, forKey: .faultCount)
    try container.encode(recordedAt, forKey: .recordedAt)
    try container.encodeIfPresent(source.transformation, forKey: .transformation)
    if let box = envelope {
      try container.encode([box.minX, box.minY, box.maxX, box.maxY], forKey: .envelope)
    }
  }
}

/// Names that mean something else to commands and questions, and so can be no reference layer's.
public enum ReservedLayerName {
  /// The boundaries of the parcels, wherever a layer can be named.
  public static let parcels = "parcels"
  /// All facts of a register, which are exported without shapes.
  public static let facts = "facts"

  /// Whether a name means the boundaries of the parcels.
  public static func isParcels(_ name: String) -> Bool { name.lowercased() == parcels }

  /// Whether a name is taken: by a word that commands know, by what else is listed or handed out
  /// beside the layers, or by the table of a layer.
  public static func holds(_ name: String) -> Bool {
    let folded = name.lowercased()
    let words =
      [facts, "findings"] + RegisterFilter.Subject.allCases.map(\.rawValue)
    let number = folded.hasPrefix("layer_") ? folded.dropFirst(6) : ""
    return words.contains(folded)
      || (!number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) })
  }
}

extension [LayerVersion] {
  /// The layer that a question names: by the name it was imported under, else by its table, its name
  /// in other capitals, or its role. A layer that has a reserved name, from the days when that was
  /// not refused, is found by its table alone.
  public func named(_ name: String) -> LayerVersion? {
    let folded = name.lowercased()
    let nameable = filter { !ReservedLayerName.holds($0.source.name) }
    return nameable.first { $0.source.name == name } ?? first { $0.table == name }
      ?? nameable.first { $0.source.name.lowercased() == folded }
      ?? nameable.first { $0.source.role.rawValue == folded }
  }
}
