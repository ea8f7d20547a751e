public import Answers
internal import Exchange
internal import Planning
internal import Registry
public import SimpleFeatures
public import Terms

/// What is asked of a place, as it was written.
public struct TypedPlaceQuestion: Sendable {
  /// Which relation what is found has to the place.
  public var relation: SpatialRelation?
  /// A distance, as `50m`.
  public var within: String?
  /// How many of the nearest.
  public var nearest: Int?
  /// Only these layers; all where it is empty.
  public var layers: [String] = []
  /// The layer of zones to be assigned.
  public var zones: String?
  /// At most so many of each kind.
  public var limit: Int?
  /// The coordinate system, as `EPSG:4525`.
  public var crs: String?
  /// A file of rules whose thresholds hold.
  public var profile: String?
  /// Whether it is to be told how the answer was found.
  public var isExplained = false

  /// What lies here.
  public init() {}

  /// Whether the question goes beyond what lies at a place: of a parcel's number it makes its
  /// boundary the place that is asked about.
  public var isSpatial: Bool {
    relation != nil || within != nil || nearest != nil || !layers.isEmpty || zones != nil
      || isExplained
  }

  /// The EPSG code of ``crs``.
  public var epsg: Int? { crs.flatMap(TypedSystem.code) }

  /// What is wrong with it, `nil` where nothing is.
  ///
  /// - Parameter name: how a part is called where it was asked: `--within`, `within`.
  public func fault(_ name: (String) -> String) -> Words? {
    let (relation, within, nearest, zones) = (
      name("relation"), name("within"), name("nearest"), name("zones")
    )
    let isByDistance = self.within != nil || self.nearest != nil
    if self.relation != nil, isByDistance {
      return Words(
        "\(relation) 不能与 \(within)、\(nearest) 同用。",
        "\(relation) does not go with \(within) or \(nearest).")
    }
    if self.zones != nil, self.relation != nil || isByDistance {
      return Words(
        "\(zones) 不能与 \(relation)、\(within)、\(nearest) 同用。",
        "\(zones) does not go with \(relation), \(within) or \(nearest).")
    }
    if let number = self.nearest, !(1...1_000).contains(number) {
      return Words(
        "\(nearest) 应为 1 到 1000，不是 \(number)。", "\(nearest) is 1 to 1000, not \(number).")
    }
    if let limit, limit < 1 {
      return Words("\(name("limit")) 至少为 1。", "\(name("limit")) is at least 1.")
    }
    if let text = self.within, TypedDistance.metres(text) == nil {
      return Words(
        "\(within) 不认识“\(text)”，应写成 50m、0.5km 或 50（米）。",
        "\(within) does not know “\(text)”; it is 50m, 0.5km or 50 (metres).")
    }
    if let crs, TypedSystem.code(of: crs) == nil { return .notACoordinateSystem(crs) }
    return nil
  }

  /// The question as the register takes it.
  ///
  /// - Throws: ``RuleProfileFault`` of a file of rules that cannot be read.
  public func question() throws -> PlaceQuestion {
    var question = PlaceQuestion.usual
    if let profile {
      // Read only where it is named: the usual numbers are those of the standard profile.
      let own = try RuleProfiles.profile(profile)
      question.slivers = own.slivers
      question.zones = own.zones
    }
    let distance = within.flatMap(TypedDistance.metres)
    if let nearest {
      question.search = .nearest(nearest, within: distance)
    } else if let distance {
      question.search = .within(distance)
    } else {
      question.search = .relation(relation ?? .intersects)
    }
    question.layers = layers.isEmpty ? nil : layers
    question.zoneLayer = zones
    question.limit = limit
    question.isExplained = isExplained
    return question
  }
}
