internal import Characters
public import Planning
public import Terms

/// What one reference layer says of a place, or that there is none to ask.
public struct LayerAnswer: Hashable, Sendable {
  /// A feature that could not be asked.
  public struct Unchecked: Hashable, Sendable, Encodable {
    /// Its number in the layer.
    public var feature: Int
    /// What is wrong with its shape: a key of ``ShapeFault/reason``, or what GEOS says.
    public var reason: String

    /// A feature.
    public init(feature: Int, reason: String) {
      self.feature = feature
      self.reason = reason
    }
  }

  /// What the layer stands for.
  public var role: LayerRole
  /// The layer; `nil` where the register has none of the role.
  public var layer: LayerVersion?
  /// Found, checked and none, or not checked.
  public var verdict: LookupAnswer.Verdict
  /// Why it was not checked.
  public var reason: NotCheckedReason?
  /// The features found: the largest area first, or the nearest.
  public var features: [FoundFeature] = []
  /// How many were found, where ``features`` are only the first of them.
  public var featureCount = 0
  /// The part of the asked shape that all of them cover together, in square metres; `nil` where the
  /// asked shape has no area or nothing was found.
  public var coveredSquareMetres: Double?
  /// That part as a share of the asked shape, in percent.
  public var coveredShare: Double?
  /// The features that could not be asked though they may be here.
  public var unchecked: [Unchecked] = []

  /// A layer of a role that the register does not have.
  public init(missing role: LayerRole) {
    self.role = role
    verdict = .notChecked
    reason = .layerMissing(role)
  }

  /// A layer in which nothing was found yet.
  public init(layer: LayerVersion) {
    role = layer.source.role
    self.layer = layer
    verdict = .none
  }

  /// Whether the layer only shows roughly where something lies.
  public var isSchematic: Bool { layer?.source.quality == .schematic }

  /// Tells the verdict by what was found.
  public mutating func conclude() {
    featureCount = max(featureCount, features.count)
    if featureCount > 0 {
      verdict = .found
    } else if !unchecked.isEmpty {
      verdict = .notChecked
      reason = .invalidShape
    }
  }
}

extension LayerAnswer: Encodable {
  /// Writes the layer and what it says.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("role", role)
    if let layer {
      let source = layer.source
      try json("layer", source.name)
      try json("version", layer.version)
      try json("date", source.date)
      try json("quality", source.quality)
      try json("schematic", isSchematic)
      try json("crs", "EPSG:\(source.epsg)")
      try json("file", source.file.name)
      try json("sha256", source.file.sha256)
    }
    try json("answer", verdict)
    try json("reason", reason?.key)
    guard layer != nil else { return }
    try json("feature_count", featureCount)
    try json("features", features)
    if let area = coveredSquareMetres {
      try json.object("covered") { json in
        try json("area_m2", area)
        try json("area_mu", AreaUnit.mu(fromSquareMetres: area))
        try json("share_of_asked", coveredShare)
      }
    }
    try json.filled("not_checked", unchecked)
  }
}
