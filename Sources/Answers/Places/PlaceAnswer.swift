public import Planning

/// What lies at a place.
public struct PlaceAnswer: Hashable, Sendable {
  /// A parcel that could not be asked.
  public struct Unchecked: Hashable, Sendable, Encodable {
    /// Its number or name.
    public var label: String
    /// The plan that its number belongs to.
    public var plan: String?
    /// What is wrong with its boundary: a key of ``ShapeFault/reason``, or what GEOS says.
    public var reason: String

    /// A parcel.
    public init(label: String, plan: String?, reason: String) {
      self.label = label
      self.plan = plan
      self.reason = reason
    }

    enum CodingKeys: String, CodingKey {
      case label = "parcel_id"
      case plan, reason
    }
  }

  /// The place.
  public var asked: AskedPlace
  /// Which things were looked for.
  public var search: PlaceQuestion.Search
  /// The parcels found: the largest area in common first, or the nearest.
  public var parcels: [FoundParcel] = []
  /// How many were found, where ``parcels`` are only the first of them.
  public var parcelCount = 0
  /// What is said of parcels alone.
  public var parcelVerdict = LookupAnswer.Verdict.none
  /// Why parcels were not checked.
  public var parcelReason: NotCheckedReason?
  /// How many parcels have no boundary, and so were not checked.
  public var withoutBoundary = 0
  /// The parcels that may be here and could not be asked.
  public var unchecked: [Unchecked] = []
  /// Each reference layer, and each role of which there is none.
  public var layers: [LayerAnswer] = []
  /// The zones that the asked shape belongs to, where that was asked.
  public var zones: ZoneAssignment?
  /// How it was found, where that was asked.
  public var explanation: PlaceExplanation?

  /// Nothing was found yet.
  public init(asked: AskedPlace, search: PlaceQuestion.Search) {
    self.asked = asked
    self.search = search
  }

  /// Whether a boundary or a layer that only shows roughly where something lies takes part.
  public var isSchematic: Bool {
    asked.isSchematic || parcels.contains { $0.record.boundary?.isSchematic == true }
      || layers.contains { $0.isSchematic && $0.featureCount > 0 }
  }

  /// Found where there is a parcel or a feature of a layer; not checked where nothing was found and
  /// something that was asked for could not be looked at; else none. That a layer of some role is
  /// missing is said of the role.
  public var verdict: LookupAnswer.Verdict {
    if asked.reason != nil { return .notChecked }
    if parcelVerdict == .found || layers.contains(where: { $0.verdict == .found }) {
      return .found
    }
    let isOpen = layers.contains { $0.layer != nil && $0.verdict == .notChecked }
    return parcelVerdict == .notChecked || isOpen ? .notChecked : .none
  }

  /// Tells the verdict on parcels by what was found.
  ///
  /// - Parameter mapped: about how many parcels have a boundary.
  public mutating func concludeParcels(mapped: Int) {
    parcelCount = max(parcelCount, parcels.count)
    if mapped == 0 {
      parcelVerdict = .notChecked
      parcelReason = .noBoundary
    } else if parcelCount > 0 {
      parcelVerdict = .found
    } else if !unchecked.isEmpty {
      parcelVerdict = .notChecked
      parcelReason = .invalidShape
    }
  }
}

extension PlaceAnswer {
  enum CodingKeys: String, CodingKey {
    case asked, search
    case schematic
    case parcelCheck = "parcel_check"
    case layers, zones, neighbours, explanation
  }

  enum SearchKeys: String, CodingKey {
    case relation
    case within = "within_m"
    case nearest
  }

  enum ParcelKeys: String, CodingKey {
    case verdict = "answer"
    case reason
    case count
    case withoutBoundary = "without_boundary"
    case unchecked = "not_checked"
  }

  /// Writes all but the parcels, which the answer itself has.
  func encode(to container: inout KeyedEncodingContainer<CodingKeys>) throws {
    try container.encode(asked, forKey: .asked)
    var looked = container.nestedContainer(keyedBy: SearchKeys.self, forKey: .search)
    switch search {
    case .relation(let relation): try looked.encode(relation, forKey: .relation)
    case .within(let metres): try looked.encode(metres, forKey: .within)
    case .nearest(let count, let metres):
      try looked.encode(count, forKey: .nearest)
      try looked.encodeIfPresent(metres, forKey: .within)
    }
    try container.encode(isSchematic, forKey: .schematic)
    try encodeCheck(to: &container)
    try container.encode(layers, forKey: .layers)
    try container.encodeIfPresent(zones, forKey: .zones)
    try container.encodeIfPresent(explanation, forKey: .explanation)
  }

  /// Writes what surrounds a parcel: its neighbours in short, and the layers.
  func encodeSurroundings(to container: inout KeyedEncodingContainer<CodingKeys>) throws {
    try container.encode(parcels.map(Neighbour.init), forKey: .neighbours)
    try encodeCheck(to: &container)
    try container.encode(layers, forKey: .layers)
    try container.encodeIfPresent(explanation, forKey: .explanation)
  }

  private func encodeCheck(to container: inout KeyedEncodingContainer<CodingKeys>) throws {
    var check = container.nestedContainer(keyedBy: ParcelKeys.self, forKey: .parcelCheck)
    try check.encode(parcelVerdict, forKey: .verdict)
    try check.encodeIfPresent(parcelReason?.key, forKey: .reason)
    try check.encode(parcelCount, forKey: .count)
    try check.encode(withoutBoundary, forKey: .withoutBoundary)
    if !unchecked.isEmpty { try check.encode(unchecked, forKey: .unchecked) }
  }

  /// A neighbour in short: enough to ask for it.
  private struct Neighbour: Encodable {
    let parcel: FoundParcel

    init(_ parcel: FoundParcel) { self.parcel = parcel }

    enum CodingKeys: String, CodingKey {
      case number = "parcel_id"
      case name, plan, county, status
      case landUse = "land_use"
      case relation
    }

    func encode(to encoder: any Encoder) throws {
      let record = parcel.record
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(record.values.parcelID, forKey: .number)
      try container.encodeIfPresent(record.values.name, forKey: .name)
      try container.encodeIfPresent(record.values.plan, forKey: .plan)
      try container.encodeIfPresent(record.county, forKey: .county)
      try container.encode(record.status, forKey: .status)
      try container.encode(record.values.landUse, forKey: .landUse)
      var relation = container.nestedContainer(
        keyedBy: SharedLand.CodingKeys.self, forKey: .relation)
      try parcel.land.encode(to: &relation, shareOfFound: .shareOfParcel)
    }
  }
}
