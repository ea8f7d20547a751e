/// The totals that approvals give for a plan, and the parcels of the plan as they are now.
///
/// A total is the plan's from the document that gives it until a later document gives it again. The
/// parcels it sums are those that its document speaks of, and those that took their place.
struct PlanTotals {
  /// A total of a plan, with the numbers of the parcels that its document speaks of.
  private struct Total {
    var total: AreaTotal
    var use: String
    var document: CheckedDocument
    var numbers: Set<String>
  }

  /// A parcel of a plan now.
  private struct Parcel {
    var record: Brief
    var predecessors: [String]
  }

  /// What a total needs to know of a parcel.
  private struct Brief {
    var label: String
    var key: String
    var useName: String?
    var area: Double?
    var isSuperseded: Bool
    var last: DocumentReference?
  }

  private struct Key: Hashable {
    var county: String?
    var plan: String
  }

  private var totals: [Key: [Total]] = [:]
  private var parcels: [Key: [Parcel]] = [:]
  private var planKeys: [String: String?] = [:]

  /// Takes a parcel of a plan; in a county of which only boundaries are known there is none.
  mutating func take(_ parcel: CheckedParcel) {
    let record = parcel.record
    guard record.status != .mapped, let plan = record.values.plan, let key = planKey(plan) else {
      return
    }
    let uses = record.values.landUse
    let sources = [record.sources["area_m2"], record.sources["land_use"]].compactMap(\.self)
    parcels[Key(county: record.county, plan: key), default: []].append(
      Parcel(
        record: Brief(
          label: record.label, key: parcel.facts.key,
          useName: uses.count == 1 ? uses[0].name : nil, area: record.values.area?.squareMetres,
          isSuperseded: record.status == .superseded,
          last: sources.max(by: DocumentReference.precedes)),
        predecessors: record.kinship.predecessors.compactMap { PlotKey.ofNumber($0) }))
  }

  /// Takes the totals by use that an approval gives.
  mutating func take(_ document: CheckedDocument) {
    let said = document.document
    guard said.kind == .planApproval else { return }
    for comparison in TotalComparison.comparisons(of: said) where !comparison.isOfTable {
      // Where the document's own parcels do not fit, there is nothing to hold the register against.
      guard !comparison.differs, let use = comparison.total.landUseName else { continue }
      let plan = comparison.total.plan ?? PlanTotals.onePlan(of: said)
      guard let plan, let key = planKey(plan) else { continue }
      let numbers = said.parcels.filter { planKey($0.plan ?? plan) == key }
        .compactMap { PlotKey.of($0) }
      totals[Key(county: document.county, plan: key), default: []].append(
        Total(
          total: comparison.total, use: use, document: document, numbers: Set(numbers)))
    }
  }

  /// Holds each total that no later document gives again against the parcels now.
  func judge(into findings: inout FindingCollector) {
    let code = RuleCode.areaPlanTotal
    guard findings.book.asks(code) else { return }
    for (key, all) in totals.sorted(by: { $0.key.plan < $1.key.plan }) {
      for total in latest(all) {
        let members = members(of: total, in: parcels[key] ?? [])
        let ofUse = members.filter { TotalMembers.isSameUse($0.useName, total.use) }
        guard !members.isEmpty, ofUse.allSatisfy({ $0.area != nil }) else {
          findings.notChecked(code, .notStated)
          continue
        }
        findings.checked(code)
        compare(total, with: ofUse, among: members, plan: key.plan, into: &findings)
      }
    }
  }

  private func compare(
    _ total: Total, with members: [Brief], among all: [Brief], plan: String,
    into findings: inout FindingCollector
  ) {
    let code = RuleCode.areaPlanTotal
    let stated = total.total.area.squareMetres
    let sum = members.compactMap(\.area).reduce(0, +)
    let difference = sum - stated
    guard abs(difference) > findings.allowedDifference(code, of: stated) else { return }
    let source = total.document.reference.at(total.total.place)
    let later = all.compactMap(\.last).filter { DocumentReference.precedes(source, $0) }
      .filter { !$0.isOfDocument(source) }
    var changes: [DocumentReference] = []
    for change in later.sorted(by: DocumentReference.precedes)
    where !changes.contains(where: { $0.isOfDocument(change) && $0.place == change.place }) {
      changes.append(change)
    }
    var names: [String] = []
    for change in changes where !names.contains(change.name) { names.append(change.name) }
    findings.add(
      code, at: .approved, subjects: [total.document.subject],
      values: [
        "document": .text(source.name), "plan": .text(total.total.plan ?? plan),
        "use": .text(total.use), "stated": .squareMetres(stated), "sum": .squareMetres(sum),
        "count": .count(members.count), "difference": .squareMetres(abs(difference)),
        "changes": .texts(names),
      ]
    ) { finding in
      finding.detail = "\(plan)|\(total.use)"
      finding.squareMetres = abs(difference)
      finding.sources = [source] + changes
    }
  }

  /// Of the totals of one use the one of the latest document.
  private func latest(_ totals: [Total]) -> [Total] {
    var latest: [String: Total] = [:]
    for total in totals {
      if let known = latest[total.use],
        !DocumentReference.precedes(known.document.reference, total.document.reference)
      {
        continue
      }
      latest[total.use] = total
    }
    return latest.values.sorted { $0.use < $1.use }
  }

  /// The parcels of a total's document, and what they became.
  private func members(of total: Total, in parcels: [Parcel]) -> [Brief] {
    var numbers = total.numbers
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for parcel in parcels where !numbers.contains(parcel.record.key) {
        guard parcel.predecessors.contains(where: numbers.contains) else { continue }
        numbers.insert(parcel.record.key)
        isGrowing = true
      }
    }
    return parcels.filter { numbers.contains($0.record.key) && !$0.record.isSuperseded }
      .map(\.record)
  }

  private static func onePlan(of document: LandDocument) -> String? {
    let plans = Set(document.parcels.compactMap(\.plan))
    return plans.count == 1 ? plans.first : nil
  }

  private mutating func planKey(_ name: String) -> String? {
    if let known = planKeys[name] { return known }
    let key = PlanName.key(name)
    planKeys[name] = .some(key)
    return key
  }
}
