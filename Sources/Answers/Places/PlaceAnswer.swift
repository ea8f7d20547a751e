internal import Characters
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
  /// Writes all but the parcels, which the answer itself has.
  func write(to json: inout JSONMembers) throws {
    try json("asked", asked)
    try json.object("search") { json in
      switch search {
      case .relation(let relation): try json("relation", relation)
      case .within(let metres): try json("within_m", metres)
      case .nearest(let count, let metres):
        try json("nearest", count)
        try json("within_m", metres)
      }
    }
    try json("schematic", isSchematic)
    try writeCheck(to: &json)
    try json("layers", layers)
    try json("zones", zones)
    try json("explanation", explanation)
  }

  /// Writes what surrounds a parcel: its neighbours in short, and the layers.
  func writeSurroundings(to json: inout JSONMembers) throws {
    try json("neighbours", parcels.map(Neighbour.init))
    try writeCheck(to: &json)
    try json("layers", layers)
    try json("explanation", explanation)
  }

  private func writeCheck(to json: inout JSONMembers) throws {
    try json.object("parcel_check") { json in
      try json("answer", parcelVerdict)
      try json("reason", parcelReason?.key)
      try json("count", parcelCount)
      try json("without_boundary", withoutBoundary)
      try json.filled("not_checked", unchecked)
    }
  }

  /// A neighbour in short: enough to ask for it.
  private struct Neighbour: Encodable {
    let parcel: FoundParcel

    init(_ parcel: FoundParcel) { self.parcel = parcel }

    func encode(to encoder: any Encoder) throws {
      let record = parcel.record
      var json = JSONMembers(encoder)
      try json("parcel_id", record.values.parcelID)
      try json("name", record.values.name)
      try json("plan", record.values.plan)
      try json("county", record.county)
      try json("status", record.status)
      try json("land_use", record.values.landUse)
      try json.object("relation") {
        try parcel.land.write(to: &$0, shareOfFound: "share_of_parcel")
      }
    }
  }
}
