extension PlotFolding {
  /// Where a boundary of a number goes among the parcels of that number that documents speak of.
  ///
  /// - Parameters:
  ///   - planNames: for each plan's key the name that is printed.
  public static func join(
    county: String?, planKey: String?, among parcels: Set<ParcelIdentity>,
    planNames: [String: String]
  ) -> BoundaryJoin.Parcel {
    let home = home(county: county, planKey: planKey, in: parcels)
    if parcels.contains(home.identity) { return .joined }
    guard !home.ambiguity.isEmpty else { return .unmatched }
    return .ambiguous(home.ambiguity.map { planNames[$0] ?? printedPlan($0) }.sorted())
  }

  /// What tells parcels apart where they have no number: see ``records(of:)``.
  public static func identity(
    county: String?, planKey: String?, location: String?, isNumber: Bool
  ) -> ParcelIdentity {
    ParcelIdentity(
      county: county,
      planKey: isNumber || location == nil ? planKey : self.planKey(planKey, at: location))
  }

  /// Adds boundaries to the parcels that documents make, and makes parcels of the others.
  ///
  /// Documents are told apart without regard to boundaries: a file whose plan is spelled in another
  /// way would else take their facts apart.
  static func place(
    _ boundaries: [BoundaryFact], in members: inout [ParcelIdentity: ParcelFacts]
  ) {
    guard !boundaries.isEmpty else { return }
    let stated = Set(members.keys)
    let plansOfPlanless = plansThatShareOneParcel(boundaries, stated)
    var others: [(boundary: BoundaryFact, ambiguity: Set<String>)] = []
    for boundary in boundaries {
      let home = home(county: boundary.county, planKey: boundary.planKey, in: stated)
      if let plans = plansOfPlanless[home.identity], let own = boundary.planKey,
        plans.contains(own), home.identity.planKey == nil
      {
        members[home.identity]?.ambiguity.formUnion(plans)
        others.append((boundary, []))
      } else if stated.contains(home.identity) {
        members[home.identity]?.boundaries.append(boundary)
      } else {
        others.append((boundary, home.ambiguity))
      }
    }
    let named = Set(
      others.compactMap { other in
        other.boundary.planKey.map {
          ParcelIdentity(county: other.boundary.county, planKey: $0)
        }
      })
    let mapped = named.filter { identity in
      identity.county != nil
        || named.count(where: { $0.planKey == identity.planKey && $0.county != nil }) != 1
    }
    for (boundary, ambiguity) in others {
      let home =
        ambiguity.isEmpty
        ? home(county: boundary.county, planKey: boundary.planKey, in: mapped)
        : (identity: ParcelIdentity(county: boundary.county, planKey: nil), ambiguity: [])
      members[home.identity, default: ParcelFacts()].boundaries.append(boundary)
      members[home.identity]?.ambiguity.formUnion(ambiguity.union(home.ambiguity))
    }
  }

  /// Parcels that documents speak of without a plan, and on which boundaries of several plans would
  /// fall: which of them it is cannot be told.
  private static func plansThatShareOneParcel(
    _ boundaries: [BoundaryFact], _ stated: Set<ParcelIdentity>
  ) -> [ParcelIdentity: Set<String>] {
    var plans: [ParcelIdentity: Set<String>] = [:]
    for boundary in boundaries {
      guard let planKey = boundary.planKey else { continue }
      let home = home(county: boundary.county, planKey: planKey, in: stated).identity
      guard home.planKey == nil, stated.contains(home) else { continue }
      plans[home, default: []].insert(planKey)
    }
    return plans.filter { $0.value.count > 1 }
  }
}
