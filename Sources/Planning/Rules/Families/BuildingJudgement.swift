public import Terms

/// A proposed building against the indicators of a parcel that are in force: each complies, does not,
/// or cannot be said.
///
/// Shares and the floor area ratio are of the land area: the one given with the proposal, else the
/// stated one, else the plane area of the boundary. A storey of industry over 8 m counts twice only
/// where its area is given apart; else a note says so.
///
/// Source: the definitions of the indicators (容积率 = 计容建筑面积 / 用地面积, and so on); that high
/// storeys of industry count twice is second-hand from the control indicators of industrial projects.
/// Parking per 100 m² is of the floor area that counts (计容建筑面积), as rules on parking mostly have it.
public struct BuildingJudgement: Hashable, Sendable {
  /// What is said of one indicator.
  public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case complies
    case doesNotComply = "does_not_comply"
    case cannotSay = "cannot_say"
  }

  /// Why it cannot be said.
  public enum Obstacle: String, Hashable, Sendable, Codable, CaseIterable {
    /// The proposal does not tell what is needed.
    case notProposed = "not_proposed"
    /// The parcel has neither a stated area nor a boundary that can be measured.
    case landAreaUnknown = "land_area_unknown"
    /// No document in force limits it.
    case noLimit = "no_limit"
    /// The limits exclude one another.
    case emptyLimit = "empty_limit"
    /// It depends on what structures and yards cover, which the proposal does not tell.
    case structuresUnknown = "structures_unknown"
  }

  /// Which area the land's is.
  public enum LandAreaSource: String, Hashable, Sendable, Codable, CaseIterable {
    case given, stated, boundary
  }

  /// What a reader should know beside.
  public enum Note: String, Hashable, Sendable, Codable, CaseIterable {
    /// Industry: storeys over 8 m count twice, which was not reckoned.
    case tallStoreys = "tall_storeys"
    /// The floor area is more than the storeys can have on the footprint.
    case floorAreaAboveStoreys = "floor_area_above_storeys"
    /// Footprint and green are more than the land.
    case landOverfull = "land_overfull"
    /// The land area is stated as 约.
    case approximateArea = "approximate_area"
    /// The land area is of a boundary that only shows roughly where the parcel lies.
    case schematicBoundary = "schematic_boundary"
    /// The given land area is not the stated one.
    case otherLandArea = "other_land_area"
    /// The plan keeps the present use.
    case keepsCurrentUse = "keeps_current_use"
  }

  /// What is said of one indicator, and by what.
  public struct Item: Hashable, Sendable {
    /// The indicator.
    public var indicator: Indicator
    /// What is said.
    public var verdict: Verdict
    /// Why it cannot be said.
    public var obstacle: Obstacle?
    /// The value of the building, in the indicator's unit.
    public var computed: Double?
    /// The limit in force.
    public var limit: Interval?
    /// The document and lines that limit it.
    public var source: DocumentReference?
  }

  /// The parcel.
  public let parcel: ParcelRecord
  /// The proposal.
  public let proposal: BuildingProposal
  /// The land area in square metres.
  public let landArea: Double?
  /// Which area it is.
  public let landAreaSource: LandAreaSource?
  /// Each indicator in force, then those that the proposal tells and nothing limits.
  public let items: [Item]
  /// What a reader should know beside.
  public let notes: [Note]

  /// Judges a proposal on a parcel.
  public init(_ proposal: BuildingProposal, on parcel: ParcelRecord) {
    self.parcel = parcel
    self.proposal = proposal
    let boundary = parcel.boundary.flatMap { $0.isValid ? $0.squareMetres : nil }
    let areas: [(Double?, LandAreaSource)] = [
      (proposal.landArea, .given), (parcel.values.area?.squareMetres, .stated),
      (boundary, .boundary),
    ]
    let land = areas.first { ($0.0 ?? 0) > 0 }
    landArea = land?.0
    landAreaSource = land?.1
    let landArea = land?.0
    items = Indicator.allCases.compactMap {
      BuildingJudgement.item($0, proposal, parcel, landArea: landArea)
    }
    notes = BuildingJudgement.notes(proposal, parcel, land: land?.0, from: land?.1)
  }

  /// What is said of all: that one does not comply; else that something in force cannot be said; else
  /// that all comply.
  public var verdict: Verdict {
    if items.contains(where: { $0.verdict == .doesNotComply }) { return .doesNotComply }
    let inForce = items.filter { $0.limit != nil }
    return inForce.isEmpty || inForce.contains { $0.verdict == .cannotSay } ? .cannotSay : .complies
  }

  // MARK: - One indicator

  private static func item(
    _ indicator: Indicator, _ proposal: BuildingProposal, _ parcel: ParcelRecord,
    landArea: Double?
  ) -> Item? {
    let limit = parcel.values.indicators[indicator]
    let measure = measure(indicator, proposal)
    // A footprint is told for a density or a coefficient, whichever the plan limits.
    let isOfFootprint = indicator == .buildingDensity || indicator == .buildingCoefficient
    let isLimitedOtherwise =
      indicator == .buildingCoefficient || parcel.values.indicators[.buildingCoefficient] != nil
    guard limit != nil || measure != nil && !(isOfFootprint && isLimitedOtherwise) else {
      return nil
    }
    var item = Item(
      indicator: indicator, verdict: .cannotSay, limit: limit,
      source: parcel.sources[indicator.rawValue])
    guard let measure else {
      item.obstacle = .notProposed
      return item
    }
    switch indicator.measure {
    case .places where limit?.isPer100SquareMetres == true:
      guard let floors = proposal.floorArea, floors > 0 else {
        item.obstacle = .notProposed
        return item
      }
      item.computed = measure / floors * 100
    case .height, .places: item.computed = measure
    case .ratio, .share:
      guard let landArea else {
        item.obstacle = .landAreaUnknown
        return item
      }
      item.computed = measure / landArea * (indicator.isPercentage ? 100 : 1)
    }
    guard let limit, let computed = item.computed else {
      item.obstacle = .noLimit
      return item
    }
    guard !limit.isEmpty else {
      item.obstacle = .emptyLimit
      return item
    }
    item.verdict = limit.keeps(computed) ? .complies : .doesNotComply
    guard indicator == .buildingCoefficient, proposal.structureArea == nil else { return item }
    // Structures and yards only add: what the buildings reach alone stays reached, and what they
    // exceed stays exceeded.
    let isBelow = limit.lower.map { !Interval(lower: $0).keeps(computed) } ?? false
    let isOpen = limit.upper != nil && item.verdict == .complies
    if isBelow || isOpen {
      item.verdict = .cannotSay
      item.obstacle = .structuresUnknown
    }
    return item
  }

  /// What the proposal tells for an indicator, in square metres, metres or places.
  private static func measure(_ indicator: Indicator, _ proposal: BuildingProposal) -> Double? {
    switch indicator {
    case .floorAreaRatio: proposal.floorArea.map { $0 + proposal.tallStoreyArea }
    case .buildingDensity: proposal.footprint
    case .buildingCoefficient: proposal.footprint.map { $0 + (proposal.structureArea ?? 0) }
    case .greenSpaceRatio: proposal.greenArea
    case .buildingHeight: proposal.height
    case .structureHeight: proposal.structureHeight
    case .parkingPlaces: proposal.parkingPlaces.map(Double.init)
    }
  }

  // MARK: - Notes

  private static func notes(
    _ proposal: BuildingProposal, _ parcel: ParcelRecord, land: Double?,
    from source: LandAreaSource?
  ) -> [Note] {
    var notes: [Note] = []
    var bridge = LandUseBridge()
    let isIndustry = parcel.values.landUse.contains { use in
      bridge.extents(of: use).contains { $0.code.hasPrefix("1001") || $0.code.hasPrefix("1101") }
    }
    if isIndustry, proposal.floorArea != nil, proposal.tallStoreyArea == 0 {
      notes.append(.tallStoreys)
    }
    if let floors = proposal.floorArea, let footprint = proposal.footprint,
      let storeys = proposal.storeys, floors > footprint * Double(storeys) * (1 + 1e-9)
    {
      notes.append(.floorAreaAboveStoreys)
    }
    let covered =
      (proposal.footprint ?? 0) + (proposal.greenArea ?? 0) + (proposal.structureArea ?? 0)
    if let land, covered > land * (1 + 1e-9) { notes.append(.landOverfull) }
    if source == .stated, parcel.values.area?.isApproximate == true {
      notes.append(.approximateArea)
    }
    if source == .boundary, parcel.boundary?.isSchematic == true {
      notes.append(.schematicBoundary)
    }
    if source == .given, let stated = parcel.values.area?.squareMetres, let land,
      abs(stated - land) > 1
    {
      notes.append(.otherLandArea)
    }
    if parcel.values.keepsCurrentUse { notes.append(.keepsCurrentUse) }
    return notes
  }
}

extension Interval {
  /// Whether a computed number lies inside, with what rounding of floating point may add.
  fileprivate func keeps(_ number: Double) -> Bool {
    let slack = 1e-9 * max(1, abs(number))
    if contains(number) { return true }
    if let upper, upper.inclusive, number > upper.value, number <= upper.value + slack {
      return lower.map { number >= $0.value } ?? true
    }
    if let lower, lower.inclusive, number < lower.value, number >= lower.value - slack {
      return upper.map { number <= $0.value } ?? true
    }
    return false
  }
}

/// A building that somebody wants to build, in the measures that indicators limit. What is not told
/// cannot be judged.
public struct BuildingProposal: Hashable, Sendable, Codable {
  /// 计容建筑面积: the floor area that counts, in square metres.
  public var floorArea: Double?
  /// Of that, the floor area of industrial storeys higher than 8 m, which is counted once more, in
  /// square metres; 0 where it is not asked for.
  public var tallStoreyArea: Double
  /// 建筑基底面积: the footprint of the buildings, in square metres.
  public var footprint: Double?
  /// What structures and storage yards cover beside, in square metres: for the building coefficient.
  public var structureArea: Double?
  /// 绿地面积, in square metres.
  public var greenArea: Double?
  /// The height of the highest building, in metres.
  public var height: Double?
  /// The height of the highest structure, in metres.
  public var structureHeight: Double?
  /// 机动车停车位: how many places it has.
  public var parkingPlaces: Int?
  /// How many storeys it has above ground.
  public var storeys: Int?
  /// The land that it is reckoned on, in square metres, where it is not the parcel's.
  public var landArea: Double?

  /// A proposal.
  public init(
    floorArea: Double? = nil, tallStoreyArea: Double = 0, footprint: Double? = nil,
    structureArea: Double? = nil, greenArea: Double? = nil, height: Double? = nil,
    structureHeight: Double? = nil, parkingPlaces: Int? = nil, storeys: Int? = nil,
    landArea: Double? = nil
  ) {
    self.floorArea = floorArea
    self.tallStoreyArea = tallStoreyArea
    self.footprint = footprint
    self.structureArea = structureArea
    self.greenArea = greenArea
    self.height = height
    self.structureHeight = structureHeight
    self.parkingPlaces = parkingPlaces
    self.storeys = storeys
    self.landArea = landArea
  }

  enum CodingKeys: String, CodingKey {
    case floorArea = "floor_area_m2"
    case tallStoreyArea = "tall_storey_area_m2"
    case footprint = "footprint_m2"
    case structureArea = "structures_m2"
    case greenArea = "green_m2"
    case height = "height_m"
    case structureHeight = "structure_height_m"
    case parkingPlaces = "parking_places"
    case storeys
    case landArea = "land_area_m2"
  }
}
