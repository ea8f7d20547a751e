/// Makes parcels of the facts under one key: tells apart which parcel each fact belongs to, then
/// folds each parcel's facts.
///
/// The outcome depends on the facts alone, not on the order in which they are given or were
/// imported.
public enum PlotFolding {
  /// The parcels of these facts, by county and plan.
  ///
  /// - A number belongs to a plan: the same number in two plans is two parcels.
  /// - A fact whose county is not told belongs to the parcel of that plan where there is one only.
  /// - A statement or act without a plan belongs to the parcel of that number where the county has
  ///   exactly one, else it stands by itself and names the plans in question.
  /// - Of plots without number that share a name, each location is one: a pipeline has a row in
  ///   every district of a table.
  /// - A boundary joins the parcel of its number and plan; without a plan, the one parcel of its
  ///   number in the county, else it stands by itself and names the plans in question. It never
  ///   changes what documents say together.
  /// - Acts make a parcel of a number, not of a name: an act on a plot without number joins the one
  ///   plot of that name that a plan or table speaks of, else it stays an act.
  public static func records(of facts: PlotFacts) -> [ParcelRecord] {
    if let record = recordOfSingle(facts) { return [record] }
    let isNumber = PlotKey.isNumber(facts.key)
    let facts = withOneCounty(isNumber ? facts : toldApartByLocation(facts))
    var members: [Identity: ParcelFacts] = [:]
    let identities = resolvedIdentities(facts)
    for statement in facts.statements {
      let home = home(county: statement.fact.county, planKey: statement.planKey, in: identities)
      members[home.identity, default: ParcelFacts()].statements.append(statement.fact)
      members[home.identity]?.ambiguity.formUnion(home.ambiguity)
    }
    if isNumber || !members.isEmpty {
      let stated = identities.union(members.keys)
      for transaction in facts.transactions {
        let home = home(county: transaction.county, planKey: nil, in: stated)
        guard isNumber || home.ambiguity.isEmpty else { continue }
        members[home.identity, default: ParcelFacts()].transactions.append(transaction)
        members[home.identity]?.ambiguity.formUnion(home.ambiguity)
      }
    }
    place(facts.boundaries, in: &members)
    place(facts.apart, in: &members)
    let planNames = printedPlans(facts)
    return members.sorted { $0.key < $1.key }.map { identity, member in
      var member = member
      member.kinship = facts.kinship.filter {
        compatible($0.county, identity.county) && compatible($0.planKey, identity.planKey)
      }
      member.ambiguousPlans = member.ambiguity.map { planNames[$0] ?? printedPlan($0) }.sorted()
      return ParcelFold.record(of: member, key: facts.key)
    }
  }

  /// Gives each parcel what is said of it without being in force. It makes no parcel of its own.
  private static func place(_ apart: [FactApart], in members: inout [Identity: ParcelFacts]) {
    let known = Set(members.keys)
    for fact in apart {
      let home = home(county: fact.county, planKey: fact.planKey, in: known)
      members[home.identity]?.apart.append(fact)
    }
  }

  /// One parcel told of by one statement or one boundary, as nearly all are: no need to tell anything apart.
  private static func recordOfSingle(_ facts: PlotFacts) -> ParcelRecord? {
    guard facts.statements.count + facts.boundaries.count == 1, facts.transactions.isEmpty,
      facts.kinship.isEmpty, facts.apart.isEmpty
    else { return nil }
    let member = ParcelFacts(
      statements: facts.statements.map(\.fact), boundaries: facts.boundaries)
    return ParcelFold.record(of: member, key: facts.key)
  }

  /// The facts of a name with the location in the place of the plan.
  private static func toldApartByLocation(_ facts: PlotFacts) -> PlotFacts {
    guard
      facts.statements.contains(where: { $0.fact.fact.location != nil })
        || facts.boundaries.contains(where: { $0.record.statement.location != nil })
    else { return facts }
    var facts = facts
    for (index, statement) in facts.statements.enumerated() {
      facts.statements[index].planKey = planKey(
        statement.planKey, at: statement.fact.fact.location)
    }
    for (index, boundary) in facts.boundaries.enumerated() {
      facts.boundaries[index].planKey = planKey(
        boundary.planKey, at: boundary.record.statement.location)
    }
    return facts
  }

  /// What tells plots of one name apart: the location, together with the plan.
  static func planKey(_ planKey: String?, at location: String?) -> String? {
    location.map { "\(planKey ?? "")@\(SearchText.normalized($0))" }
  }

  /// A plan's key as it is shown where no printed name is known: a plot that is told apart by its
  /// place has that for a plan.
  static func printedPlan(_ key: String) -> String {
    String(key.hasPrefix("@") ? key.dropFirst() : key[...])
  }

  /// The facts with the county filled in where it is not told and only one is named at all.
  private static func withOneCounty(_ facts: PlotFacts) -> PlotFacts {
    var counties = Set(facts.statements.compactMap(\.fact.county))
    counties.formUnion(facts.transactions.compactMap(\.county))
    guard counties.count == 1, let county = counties.first else { return facts }
    var facts = facts
    for index in facts.statements.indices { facts.statements[index].fact.county = county }
    for index in facts.transactions.indices { facts.transactions[index].county = county }
    for index in facts.boundaries.indices where facts.boundaries[index].county == nil {
      facts.boundaries[index].county = county
    }
    return facts
  }

  typealias Identity = ParcelIdentity

  /// The parcels that facts with a plan speak of; a county that is not told is taken from the one
  /// parcel of that plan whose county is.
  private static func resolvedIdentities(_ facts: PlotFacts) -> Set<Identity> {
    let named = Set(
      facts.statements.compactMap { statement in
        statement.planKey.map { Identity(county: statement.fact.county, planKey: $0) }
      })
    return named.filter { identity in
      identity.county != nil
        || named.count(where: { $0.planKey == identity.planKey && $0.county != nil }) != 1
    }
  }

  /// The parcel a fact belongs to, and the plans in question where that cannot be told.
  static func home(
    county: String?, planKey: String?, in identities: Set<Identity>
  ) -> (identity: Identity, ambiguity: Set<String>) {
    let own = Identity(county: county, planKey: planKey)
    if identities.contains(own) {
      guard planKey == nil else { return (own, []) }
      // A parcel without plan that stands by itself does so because there are several with one.
      let plans = Set(identities.filter { compatible($0.county, county) }.compactMap(\.planKey))
      return (own, plans)
    }
    let candidates = identities.filter {
      compatible($0.county, county) && compatible($0.planKey, planKey)
    }
    if candidates.count == 1, let only = candidates.first { return (only, []) }
    guard planKey == nil else { return (own, []) }
    return (own, Set(candidates.compactMap(\.planKey)))
  }

  /// Whether two names may be of one thing: equal, or one is not known.
  public static func compatible(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return true }
    return a == b
  }

  /// For each plan's key the name that is printed, the shortest of several.
  private static func printedPlans(_ facts: PlotFacts) -> [String: String] {
    var names: [String: String] = [:]
    for statement in facts.statements {
      guard let key = statement.planKey, let name = statement.fact.fact.plan else { continue }
      guard let known = names[key] else {
        names[key] = name
        continue
      }
      if (name.count, name) < (known.count, known) { names[key] = name }
    }
    for boundary in facts.boundaries {
      guard let key = boundary.planKey, names[key] == nil,
        let name = boundary.record.statement.plan
      else { continue }
      names[key] = name
    }
    return names
  }
}

/// The facts of one parcel.
struct ParcelFacts {
  var statements: [RegisterFact<ParcelStatement>] = []
  var transactions: [TransactionRecord] = []
  var kinship: [KinshipStep] = []
  var boundaries: [BoundaryFact] = []
  var apart: [FactApart] = []
  var ambiguity: Set<String> = []
  var ambiguousPlans: [String] = []
}
