/// Where a parcel stands among plans and acts: by that an overlap with another is judged.
public struct LandStanding: Hashable, Sendable {
  /// What makes the parcel.
  public enum Kind: String, Hashable, Sendable {
    /// A plan or its approval.
    case plan
    /// Reserve, supply or reclaim: no plan speaks of it.
    case act
    /// Its boundary alone: a draft, or a piece of the cadastre.
    case map
  }

  /// What makes it.
  public var kind: Kind
  /// The county, where it can be told.
  public var county: String?
  /// The key of its plan, where it is told.
  public var planKey: String?
  /// Its number's key.
  public var number: String
  /// The keys of the numbers it came from and of those that took its place.
  public var kin: Set<String> = []
  /// Whether other parcels have taken its place.
  public var isSuperseded = false
  /// Whether its supply is approved or concluded and it was not taken back.
  public var isSupplied = false

  /// A standing.
  public init(kind: Kind, county: String?, planKey: String?, number: String) {
    self.kind = kind
    self.county = county
    self.planKey = planKey
    self.number = number
  }

  /// The standing of a parcel.
  ///
  /// - Parameters:
  ///   - key: the key of its plot.
  ///   - planKey: the key of its plan's name.
  public init(of record: ParcelRecord, key: String, planKey: String?) {
    let isPlanned = record.documents.contains { reference in
      reference.kind == .planApproval || reference.kind == .developmentScheme
    }
    let hasPlanAndStatements = planKey != nil && record.sources["plan"]?.kind != .other
    self.init(
      kind: record.status == .mapped
        ? .map : isPlanned || hasPlanAndStatements ? .plan : .act,
      county: record.county, planKey: planKey, number: key)
    if !record.kinship.isEmpty {
      kin = Set(
        (record.kinship.predecessors + record.kinship.successors).compactMap(PlotKey.ofNumber))
    }
    isSuperseded = record.status == .superseded
    isSupplied = record.status == .supplied || record.status == .supplyApproved
  }
}

/// What it means that two parcels have land in common.
public enum LandMeeting: String, Hashable, Sendable, CaseIterable {
  /// Two parcels of one plan, or of one map without plan: they must not.
  case samePlan = "same_plan"
  /// Parcels of two plans in force: one of them should have given way.
  case otherPlan = "other_plan"
  /// Two supplied plots: the same land was supplied twice.
  case suppliedTwice = "supplied_twice"
  /// An act on land of a plan: as it should be. Use and indicators are compared instead.
  case actOnPlan = "act_on_plan"
  /// One follows the other: a split, a merger, a reserve and its supply, a draft and its plan.
  case successive
  /// Another has taken the place of one of them.
  case superseded

  /// What it means that these two meet, in whatever order they are named.
  public init(_ a: LandStanding, _ b: LandStanding) {
    if a.isSuperseded || b.isSuperseded {
      self = .superseded
    } else if a.kin.contains(b.number) || b.kin.contains(a.number) {
      self = .successive
    } else {
      let isSameCounty = a.county == nil || b.county == nil || a.county == b.county
      let isSamePlan = a.planKey == b.planKey && isSameCounty
      switch (a.kind, b.kind) {
      case (.plan, .plan): self = isSamePlan && a.planKey != nil ? .samePlan : .otherPlan
      case (.map, .map): self = isSamePlan ? .samePlan : .successive
      case (.act, .act): self = a.isSupplied && b.isSupplied ? .suppliedTwice : .successive
      case (.plan, .act), (.act, .plan): self = .actOnPlan
      case (.map, .plan), (.plan, .map), (.map, .act), (.act, .map): self = .successive
      }
    }
  }

  /// Whether it is a finding, by the rule on overlaps.
  public var isFinding: Bool {
    switch self {
    case .samePlan, .otherPlan, .suppliedTwice: true
    case .actOnPlan, .successive, .superseded: false
    }
  }
}
