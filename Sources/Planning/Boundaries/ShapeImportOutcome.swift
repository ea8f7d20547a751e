public import Terms

/// What importing the shapes of one file did.
public struct ShapeImportOutcome: Hashable, Sendable {
  /// The file's name as the user gave it.
  public var file: String
  /// The layer they went into; `nil` where they are boundaries of parcels.
  public var layer: String?
  /// What the layer stands for.
  public var role: LayerRole?
  /// The coordinate system they were read in, as `EPSG:4525`.
  public var crs: String?
  /// How good they are.
  public var quality: BoundaryQuality
  /// How many shapes the file has.
  public var featureCount = 0
  /// How many boundaries belong to a parcel that documents name.
  public var joinedCount = 0
  /// The numbers of parcels that no document names, in the order of the file.
  public var unmatched: [String] = []
  /// The numbers of parcels that several plans have, in the order of the file.
  public var ambiguous: [String] = []
  /// How many shapes the register had not.
  public var insertedCount = 0
  /// How many boundaries took the place of another.
  public var newVersionCount = 0
  /// How many boundaries the register had just so.
  public var unchangedCount = 0
  /// How many shapes went in though they are not valid.
  public var invalidCount = 0
  /// How many shapes were mended.
  public var repairedCount = 0
  /// How many shapes did not go in.
  public var refusedCount = 0
  /// The version of the layer that this is; `nil` where its content is the same as before.
  public var layerVersion: Int?

  /// Nothing was done yet.
  public init(file: String, quality: BoundaryQuality) {
    self.file = file
    self.quality = quality
  }
}

extension ShapeImportOutcome: Encodable {
  enum CodingKeys: String, CodingKey {
    case file, layer, role, crs, quality, unmatched, ambiguous
    case featureCount = "features"
    case joinedCount = "joined"
    case insertedCount = "inserted"
    case newVersionCount = "new_versions"
    case unchangedCount = "unchanged"
    case invalidCount = "invalid"
    case repairedCount = "repaired"
    case refusedCount = "refused"
    case layerVersion = "layer_version"
  }
}
