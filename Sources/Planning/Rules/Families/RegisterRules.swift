internal import Terms

/// The register itself: files, boundaries, parcels without.
public struct RegisterRules: RuleSet {
  private var files = DocumentFiles()
  private var orphans = OrphanBoundaries()
  private var missing = MissingBoundaries()

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    if findings.book.asks(.boundaryOrphan) {
      orphans.take(parcel, limit: findings.limit(.boundaryOrphan))
    }
    if findings.book.asks(.parcelWithoutBoundary) {
      missing.take(parcel, limit: findings.limit(.parcelWithoutBoundary))
    }
  }

  /// Judges a document.
  public mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector) {
    files.take(document)
    orphans.take(document)
  }

  /// Judges a file that documents, boundaries or a layer were read from.
  public func judge(_ file: CheckedFile, into findings: inout FindingCollector) {
    files.judge(file, into: &findings)
  }

  /// Judges what needs all parcels and documents, once they were seen.
  public mutating func finish(into findings: inout FindingCollector) {
    orphans.judge(into: &findings)
    missing.judge(into: &findings)
  }
}

extension FindingCollector {
  /// From how many findings of one file or document on they are told as one.
  fileprivate func limit(_ code: RuleCode) -> Int {
    let limit = book.number(code, "aggregate_above")
    return limit.isFinite ? Int(limit) : 0
  }
}

/// The files that the register was filled from, with the documents of each.
struct DocumentFiles {
  private var documents: [String: [DocumentReference]] = [:]

  mutating func take(_ document: CheckedDocument) {
    documents[document.file.name, default: []].append(document.reference)
  }

  /// A file that is gone or is another now: one finding, whatever the number of its documents.
  func judge(_ checked: CheckedFile, into findings: inout FindingCollector) {
    let code = RuleCode.documentFileMissing
    guard findings.book.asks(code) else { return }
    let file = checked.file
    guard file.sha256 != nil else { return findings.notChecked(code, .notStated) }
    let reason: LocalText
    switch checked.state {
    case .elsewhere: return findings.notChecked(code, .fileElsewhere)
    case .present: return findings.checked(code)
    case .missing: reason = LocalText("找不到了", "is not there any longer")
    case .changed: reason = LocalText("内容已不是入库时的内容", "has other content than when it was read")
    }
    findings.checked(code)
    let read = (documents[file.name] ?? []).sorted(by: DocumentReference.precedes)
    let subjects =
      read.isEmpty
      ? [checked.subject ?? FindingSubject(kind: .register, key: file.name, label: file.name)]
      : read.prefix(3).map { FindingSubject($0) }
    findings.add(
      code, at: .approved, subjects: subjects,
      values: [
        "file": .text(file.name), "reason": .words(reason),
        "documents": .texts(read.isEmpty ? subjects.map(\.label) : read.map(\.name)),
      ]
    ) { finding in
      finding.detail = file.name
      finding.sources = read
    }
  }
}

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

/// Parcels that a document speaks of and of which the register has no boundary, by the document that
/// spoke of them last.
struct MissingBoundaries {
  private var groups: [String: GatheredParcels] = [:]
  private var references: [String: DocumentReference] = [:]
  private var boundedCount = 0
  private var hasBoundaries = false
  private var limit = 0

  mutating func take(_ parcel: CheckedParcel, limit: Int) {
    let record = parcel.record
    self.limit = limit
    hasBoundaries = hasBoundaries || record.boundary != nil
    guard let source = record.documents.last, record.status != .superseded else { return }
    guard record.boundary == nil else {
      boundedCount += 1
      return
    }
    references[source.name] = references[source.name] ?? source
    groups[source.name, default: GatheredParcels(limit: limit)].append(
      GatheredParcels.Member(
        subject: parcel.subject, stage: parcel.stage, sources: [source], isSchematic: false,
        squareMetres: record.values.area?.squareMetres))
  }

  func judge(into findings: inout FindingCollector) {
    let code = RuleCode.parcelWithoutBoundary
    guard findings.book.asks(code) else { return }
    guard hasBoundaries else {
      let count = groups.values.reduce(0) { $0 + $1.count }
      if count > 0 { findings.notChecked(code, .nothingToCheck, count: count) }
      return
    }
    if boundedCount > 0 { findings.checked(code, count: boundedCount) }
    for (name, parcels) in groups.sorted(by: { $0.key < $1.key }) {
      guard let reference = references[name] else { continue }
      findings.checked(code, count: parcels.count)
      findings.add(
        parcels, code, limit: limit, together: FindingSubject(reference), file: name)
    }
  }
}

/// Parcels about which the same is to be told: one by one, or from a number on together, with the
/// first of them by name. A county's 190 000 take no more room than that.
struct GatheredParcels {
  /// A parcel to be told.
  struct Member {
    var subject: FindingSubject
    var stage: RuleStage
    var sources: [DocumentReference]
    var isSchematic: Bool
    var squareMetres: Double?
  }

  private(set) var count = 0
  /// The first by name.
  private(set) var members: [Member] = []
  private let limit: Int

  /// None yet.
  ///
  /// - Parameter limit: so many are told one by one.
  init(limit: Int) { self.limit = max(limit, GatheredParcels.named) }

  private static let named = 5

  mutating func append(_ member: Member) {
    count += 1
    let key = (member.subject.label, member.subject.key)
    let place =
      members.firstIndex { ($0.subject.label, $0.subject.key) > key } ?? members.count
    guard place < limit else { return }
    members.insert(member, at: place)
    if members.count > limit { members.removeLast() }
  }

  /// Whether they are told one by one.
  func isFew(_ limit: Int) -> Bool { count <= limit }

  /// The parcels in words: the one, or their number with the first by name.
  var words: LocalText {
    let names = members.prefix(GatheredParcels.named).map(\.subject.label)
    guard count > 1 else { return LocalText(names.first ?? "", names.first ?? "") }
    let more = count > names.count
    return LocalText(
      "\(count) 个地块（\(names.joined(separator: "、"))\(more ? "等" : "")）",
      "\(count) parcels (\(names.joined(separator: ", "))\(more ? ", …" : ""))")
  }
}
