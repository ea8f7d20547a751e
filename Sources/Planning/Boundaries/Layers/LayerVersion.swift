internal import Characters
internal import Terms
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
  /// Writes the layer without its attributes.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("name", source.name)
    try json("role", source.role)
    try json("quality", source.quality)
    try json("schematic", source.quality == .schematic)
    try json("version", version)
    try json("file", source.file.name)
    try json("sha256", source.file.sha256)
    try json("date", source.date)
    try json("crs", "EPSG:\(source.epsg)")
    try json("features", featureCount)
    try json("invalid_features", faultCount)
    try json("recorded_at", recordedAt)
    try json("transformation", source.transformation)
    if let box = envelope {
      try json("bbox", [box.minX, box.minY, box.maxX, box.maxY])
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
    let words = [facts, parcels, "documents", "transactions", "sites", "findings"]
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
