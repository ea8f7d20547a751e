/// Boundaries of numbers that no document knows.
///
/// Where no document speaks of the boundary's plan, or the register has no documents about parcels,
/// nothing is known that it could be missing from: a county that is only mapped has no orphans.
struct OrphanBoundaries {
  private struct Group {
    var file: String
    var planKey: String?
    var parcels: GatheredParcels
  }

  private struct Key: Hashable {
    var file: String
    var planKey: String?
  }

  private var groups: [Key: Group] = [:]
  private var joinedCount = 0
  private var plans: Set<String> = []
  private var hasDocuments = false
  private var planKeys: [String: String?] = [:]
  private var limit = 0

  mutating func take(_ document: CheckedDocument) {
    let said = document.document
    hasDocuments = hasDocuments || !said.parcels.isEmpty || !said.transactions.isEmpty
    for parcel in said.parcels {
      if let plan = parcel.plan, let key = planKey(plan) { plans.insert(key) }
    }
  }

  mutating func take(_ parcel: CheckedParcel, limit: Int) {
    let record = parcel.record
    guard let boundary = record.boundary else { return }
    self.limit = limit
    guard record.status == .mapped else {
      joinedCount += 1
      return
    }
    let key = Key(file: boundary.file, planKey: record.values.plan.flatMap { planKey($0) })
    groups[
      key,
      default: Group(
        file: boundary.file, planKey: key.planKey, parcels: GatheredParcels(limit: limit))
    ].parcels.append(
      GatheredParcels.Member(
        subject: parcel.subject, stage: parcel.stage, sources: [boundary.reference],
        isSchematic: boundary.isSchematic, squareMetres: boundary.squareMetres))
  }

  func judge(into findings: inout FindingCollector) {
    let code = RuleCode.boundaryOrphan
    guard findings.book.asks(code) else { return }
    if joinedCount > 0 { findings.checked(code, count: joinedCount) }
    for group in groups.values.sorted(by: {
      ($0.file, $0.planKey ?? "") < ($1.file, $1.planKey ?? "")
    }) {
      guard hasDocuments, group.planKey.map(plans.contains) ?? true else {
        findings.notChecked(code, .nothingToCheck, count: group.parcels.count)
        continue
      }
      findings.checked(code, count: group.parcels.count)
      let subject = FindingSubject(
        kind: .boundary, key: "\(group.file)|\(group.planKey ?? "")", label: group.file)
      findings.add(
        group.parcels, code, limit: limit, together: subject, file: group.file)
    }
  }

  private mutating func planKey(_ name: String) -> String? {
    if let known = planKeys[name] { return known }
    let key = PlanName.key(name)
    planKeys[name] = .some(key)
    return key
  }
}

extension FindingCollector {
  /// Adds a finding for each parcel, or one for all where they are many.
  ///
  /// - Parameters:
  ///   - subject: what the one finding is about.
  ///   - file: the file or document that says of them.
  mutating func add(
    _ parcels: GatheredParcels, _ code: RuleCode, limit: Int, together subject: FindingSubject,
    file: String
  ) {
    guard let first = parcels.members.first else { return }
    guard parcels.isFew(limit) else {
      add(
        code, at: first.stage, subjects: [subject],
        values: [
          "parcels": .words(parcels.words), "file": .text(file), "count": .count(parcels.count),
        ]
      ) { finding in
        finding.isSchematic = parcels.members.contains { $0.isSchematic }
        finding.sources = Array(first.sources.prefix(1))
      }
      return
    }
    for member in parcels.members {
      let label = member.subject.label
      add(
        code, at: member.stage, subjects: [member.subject],
        values: [
          "parcels": .words(LocalText(label, label)), "file": .text(file), "count": .count(1),
        ]
      ) { finding in
        finding.isSchematic = member.isSchematic
        finding.squareMetres = member.squareMetres
        finding.sources = member.sources
      }
    }
  }
}
