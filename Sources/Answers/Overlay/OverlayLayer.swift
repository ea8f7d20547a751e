internal import Characters
public import Planning

/// One of the two layers of an overlay, in columns: a value of each list for every feature.
public struct OverlayLayer: Hashable, Sendable {
  /// The name it was asked for by.
  public var name: String
  /// Its version, file and date; `nil` of the parcels.
  public var version: LayerVersion?
  /// What tells a feature to people: a parcel's number, the value of the layer's identifying field,
  /// else the feature's number in the layer.
  public var ids: [String] = []
  /// The field that ``ids`` are from; `nil` where they are numbers in the layer.
  public var idField: String?
  /// The plane area of each feature in square metres; 0 where it takes no part.
  public var areas: [Double] = []
  /// The land-use code of each feature, where it is asked for and told.
  public var uses: [String?] = []
  /// The field that ``uses`` are from.
  public var useField: String?
  /// The names of uses by their codes, where they are told.
  public var useNames: [String: String] = [:]
  /// How many features have no shape: parcels without boundary.
  public var withoutShape = 0
  /// How many features are points or lines, which have no area in common with anything.
  public var withoutArea = 0
  /// The features whose shape is not valid and so took no part, in ascending order.
  public var invalid: [Int] = []
  /// Whether some of it only shows roughly where something lies (示意).
  public var isSchematic = false

  /// A layer without features.
  public init(name: String) {
    self.name = name
  }

  /// The number of features that took part.
  public var measuredCount: Int { ids.count - withoutShape - withoutArea - invalid.count }
}

extension OverlayLayer: Encodable {
  /// Writes what the layer is; of its features only their number.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("name", name)
    try json("version", version)
    try json("id_field", idField)
    try json("use_field", useField)
    try json("features", ids.count)
    try json("area_m2", ExactSum.of(areas))
    try json("without_shape", withoutShape)
    try json("without_area", withoutArea)
    try json("not_valid", invalid.map { ids[$0] })
    try json("schematic", isSchematic)
  }
}
