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
