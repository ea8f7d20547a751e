internal import Characters
public import Planning
internal import Terms

/// How much of a parcel lies in one zone.
public struct ZoneShare: Hashable, Sendable {
  /// The zone's number in its layer.
  public var feature: Int
  /// What it is called, for people.
  public var label: String
  /// The area in common in square metres.
  public var squareMetres: Double
  /// That area as a share of the parcel, in percent.
  public var ofParcel: Double
  /// That area as a share of the zone, in percent.
  public var ofZone: Double

  /// A share.
  public init(
    feature: Int, label: String = "", squareMetres: Double = 0, ofParcel: Double, ofZone: Double
  ) {
    self.feature = feature
    self.label = label
    self.squareMetres = squareMetres
    self.ofParcel = ofParcel
    self.ofZone = ofZone
  }
}

/// The zones that a parcel is given, with all shares beside.
public struct ZoneAssignment: Hashable, Sendable {
  /// Why a zone is assigned.
  public enum Basis: String, Hashable, Sendable, Codable {
    /// It covers enough of the parcel.
    case shareOfParcel = "share_of_parcel"
    /// Enough of it lies in the parcel.
    case shareOfZone = "share_of_zone"
    /// No zone reaches a share, and it covers most.
    case largest
    /// It would not be assigned by itself, but its share of the parcel is as good as that of the
    /// last one that is.
    case tie
  }

  /// A zone, its shares, and whether it is assigned.
  public struct Zone: Hashable, Sendable {
    /// The shares.
    public var share: ZoneShare
    /// Why it is assigned; `nil` where it is not.
    public var basis: Basis?
    /// Whether its share of the parcel is as good as that of another assigned zone.
    public var isTied = false
  }

  /// The layer's name.
  public var layer: String
  /// The rule.
  public var rule: ZoneAssignmentRule
  /// All zones that have land in the parcel: the largest share of the parcel first, of one share the
  /// lower feature.
  public var zones: [Zone]
  /// The zones that may have land in the parcel and could not be asked: their numbers.
  public var unchecked: [Int] = []

  /// The assigned zones in their order.
  public var assigned: [Zone] { zones.filter { $0.basis != nil } }

  /// Assigns zones by a rule. A share that equals a limit reaches it; shares that differ by less
  /// than the tie are tied.
  public init(_ shares: [ZoneShare], layer: String, by rule: ZoneAssignmentRule) {
    self.layer = layer
    self.rule = rule
    zones = shares.filter { $0.squareMetres > 0 || $0.ofParcel > 0 }
      .sorted { ($1.ofParcel, $0.feature) < ($0.ofParcel, $1.feature) }
      .map { Zone(share: $0) }
    for index in zones.indices {
      zones[index].basis =
        zones[index].share.ofParcel >= rule.shareOfParcel
        ? .shareOfParcel : zones[index].share.ofZone >= rule.shareOfZone ? .shareOfZone : nil
    }
    var limit = rule.limit
    if zones.allSatisfy({ $0.basis == nil }), !zones.isEmpty {
      zones[0].basis = .largest
      limit = 1
    }
    keep(max(1, limit), among: zones.indices.filter { zones[$0].basis != nil })
  }

  /// Takes the zones beyond a number away but those tied with the last that stays.
  private mutating func keep(_ limit: Int, among candidates: [Int]) {
    guard let last = candidates.prefix(limit).last else { return }
    let isFallback = zones[last].basis == .largest
    for index in candidates.dropFirst(limit) { zones[index].basis = nil }
    // Beyond the limit only candidates can be tied with the last; of a fallback every zone is one.
    let rivals = isFallback ? Array(zones.indices) : candidates
    for index in rivals where zones[index].basis == nil && areTied(index, last) {
      zones[index].basis = .tie
    }
    let assigned = zones.indices.filter { zones[$0].basis != nil }
    for (first, second) in zip(assigned, assigned.dropFirst()) where areTied(first, second) {
      zones[first].isTied = true
      zones[second].isTied = true
    }
  }

  private func areTied(_ a: Int, _ b: Int) -> Bool {
    abs(zones[a].share.ofParcel - zones[b].share.ofParcel) < rule.tie
  }
}

extension ZoneAssignment: Encodable {
  /// Writes the rule, and every zone with its shares.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("layer", layer)
    try json("rule", rule)
    try json("zones", zones)
    try json.filled("not_checked", unchecked)
  }
}

extension ZoneAssignment.Zone: Encodable {
  /// Writes the shares and whether the zone is assigned.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("feature", share.feature)
    try json("label", share.label)
    try json("area_m2", share.squareMetres)
    try json("area_mu", AreaUnit.mu(fromSquareMetres: share.squareMetres))
    try json("share_of_parcel", share.ofParcel)
    try json("share_of_zone", share.ofZone)
    try json("assigned", basis != nil)
    try json("basis", basis)
    try json("tied", isTied)
  }
}
