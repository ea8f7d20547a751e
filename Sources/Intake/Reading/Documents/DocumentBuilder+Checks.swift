internal import Terms
import Foundation
import Planning

/// What does not fit together in one document.
extension DocumentBuilder {
  mutating func note(_ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, line: Int) {
    let diagnostic = Diagnostic(
      fact, severity, file: file, line: line,
      excerpt: lines[line]?.text.trimmingCharacters(in: .whitespaces))
    if noted.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Judges the uses and indicators of a parcel.
  mutating func judge(_ statement: ParcelStatement) {
    let line = statement.place.lineStart
    let name = statement.parcelID ?? statement.name ?? ""
    for use in statement.landUse {
      for finding in vocabulary.findings(on: use, date: raw.date) {
        note(finding.fact, finding.severity, line: line)
      }
    }
    for (indicator, interval) in statement.indicators.sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      if indicator.isPercentage,
        let value = interval.numbers.max(),
        value > 100
      {
        note(.ratioOver100(parcel: name, indicator, value), .error, line: line)
      }
      if interval.isEmpty, let low = interval.lower?.value, let high = interval.upper?.value {
        note(
          .emptyInterval(parcel: name, indicator, lower: low, upper: high), .error, line: line)
      }
    }
  }

  mutating func compare(_ known: ParcelStatement, _ other: ParcelStatement) {
    if let a = known.area, let b = other.area,
      abs(a.squareMetres - b.squareMetres) > max(1, a.squareMetres * 0.001)
    {
      note(
        .conflictingValues(
          parcel: known.parcelID ?? "", property: "area", a.text ?? "", b.text ?? ""),
        .warning, line: other.place.lineStart)
    }
    for (indicator, interval) in other.indicators {
      if let first = known.indicators[indicator], first.joined(interval) == nil {
        note(
          .conflictingValues(
            parcel: known.parcelID ?? "", property: indicator.rawValue,
            IntervalText.text(first), IntervalText.text(interval)),
          .warning, line: other.place.lineStart)
      }
    }
  }

  /// Whether a printed count of parcels fits some group of those read.
  mutating func checkCounts(_ reader: StatementReader) {
    guard profile.kind == .planApproval || profile.approvesActs else { return }
    let numbered = reader.drafts.filter { $0.id != nil && !$0.isRemoved }
    guard numbered.count > 1 else { return }
    var sizes: Set<Int> = []
    func count(_ group: [Draft]) {
      sizes.insert(group.count(where: { !$0.isSplit }))
      sizes.insert(group.count(where: { $0.parent == nil }))
    }
    count(numbered)
    for plan in Set(numbered.map(\.plan)) { count(numbered.filter { $0.plan == plan }) }
    let prefixes = Set(numbered.compactMap { $0.id?.split(separator: "-").first })
    for prefix in prefixes { count(numbered.filter { $0.id?.hasPrefix(prefix) == true }) }
    sizes.formUnion(reader.counts.map(\.listed).filter { $0 > 0 })
    for child in Dictionary(grouping: numbered, by: \.parent) where child.key != nil {
      sizes.insert(child.value.count)
    }
    for entry in reader.counts where !sizes.contains(entry.value) && entry.value > 1 {
      let found = numbered.count(where: { !$0.isSplit })
      note(
        .countMismatch(stated: entry.value, found: found), .warning,
        line: reader.grammar.line(entry.token))
    }
  }

  /// Whether a sum of an act is only the area of its one piece of land again.
  func isOwnArea(_ total: AreaTotal, of reader: StatementReader) -> Bool {
    guard profile.approvesActs else { return false }
    let wanted = reader.drafts.filter { $0.area != nil || $0.party != nil }
    if profile.kind == .reclaim, wanted.count <= 1 { return true }
    return wanted.contains { $0.area?.squareMetres == total.area.squareMetres }
  }
}
