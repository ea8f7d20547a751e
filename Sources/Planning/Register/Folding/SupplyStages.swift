internal import Terms

/// How far acts bring a parcel, stage by stage: what came to nothing leaves it as it was before.
struct SupplyStages {
  /// The status before the acts of a kind that are not ended began.
  private var before: [DocumentKind: ParcelStatus] = [:]

  /// The status after an act; `nil` where it changes none, as a temporary use does not.
  mutating func status(
    after act: LandTransaction, from status: ParcelStatus
  ) -> ParcelStatus? {
    let kind = act.kind.documentKind
    guard let reached = SupplyStages.reached(by: kind, act.stage) else { return nil }
    if act.stage.isVain { return before.removeValue(forKey: kind) }
    if act.stage == .planned {
      // A plan of a year says nothing of land that is further already.
      let isFurther = status == .supplyApproved || status == .supplied
      return kind == .supply && !isFurther ? .plannedSupply : nil
    }
    if before[kind] == nil { before[kind] = status }
    // Another kind of act begins a new run of all others.
    before = before.filter { $0.key == kind }
    return reached
  }

  private static func reached(by kind: DocumentKind, _ stage: ActStage) -> ParcelStatus? {
    switch kind {
    case .reserve: .reserved
    case .reclaim: .reclaimed
    case .supply: stage == .concluded ? .supplied : .supplyApproved
    default: nil
    }
  }
}
