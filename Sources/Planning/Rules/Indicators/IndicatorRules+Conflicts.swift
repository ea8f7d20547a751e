extension IndicatorRules {
  /// Two values of one indicator for one parcel, in one document or in two of one plan and day: no
  /// order of documents tells which holds.
  func judgeStatements(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    let code = RuleCode.indicatorConflict
    guard findings.book.asks(code) else { return }
    guard !parcel.indicators.isEmpty else { return findings.notChecked(code, .notStated) }
    findings.checked(code)
    guard parcel.facts.statements.count > 1 else { return }
    let planKey = parcel.record.values.plan.flatMap { PlanName.key($0) }
    let statements = parcel.facts.statements.filter {
      !$0.fact.fact.indicators.isEmpty && PlotFolding.compatible($0.planKey, planKey)
        && PlotFolding.compatible($0.fact.county, parcel.record.county)
    }.map(\.fact).sorted(by: RegisterFact.precedes)
    for (place, second) in statements.enumerated() {
      for indicator in Indicator.allCases {
        guard let value = second.fact.indicators[indicator],
          let first = statements[..<place].first(where: { first in
            first.source.competes(with: second.source)
              && first.fact.indicators[indicator].map { $0.differs(from: value) } ?? false
          }), let former = first.fact.indicators[indicator]
        else { continue }
        findings.add(
          code, at: parcel.stage, subjects: [parcel.subject],
          values: [
            "other": .text(parcel.record.label),
            "relation": findings.book.outcome(code, "same_parcel"),
            "area": parcel.record.values.area.map { .squareMetres($0.squareMetres) }
              ?? .words(LocalText("", "")),
            "indicator": .indicator(indicator), "first": .interval(former, indicator),
            "first_document": .text(first.source.name), "second": .interval(value, indicator),
            "second_document": .text(second.source.name),
          ]
        ) { finding in
          finding.detail = [indicator.rawValue, first.source.name, second.source.name]
            .joined(separator: "|")
          finding.sources = [first.source, second.source]
        }
      }
    }
  }

  /// Judges two parcels with land in common: the same indicator must not have two values there.
  ///
  /// - Parameters:
  ///   - squareMetres: the land in common.
  ///   - isSliver: whether it is so thin that it comes from drawing; then nothing is judged.
  public func judge(
    overlapOf first: CheckedParcel, and second: CheckedParcel, squareMetres: Double,
    isSliver: Bool, into findings: inout FindingCollector
  ) {
    let code = RuleCode.indicatorConflict
    guard findings.book.asks(code), !isSliver, first.record.status != .superseded,
      second.record.status != .superseded
    else { return }
    // The order of the two must not matter: neither for the sentence nor for what is accepted.
    let isInOrder =
      (first.subject.key, first.subject.label) <= (second.subject.key, second.subject.label)
    let (a, b) = isInOrder ? (first, second) : (second, first)
    let common = a.indicators.compactMap { indicator, value in
      b.record.values.indicators[indicator].map { (indicator, value, $0) }
    }
    guard !common.isEmpty else { return findings.notChecked(code, .notStated) }
    findings.checked(code)
    let stage = RuleStage.allCases.last { $0 == a.stage || $0 == b.stage } ?? a.stage
    for (indicator, value, other) in common where value.differs(from: other) {
      let sources = [a, b].map { $0.record.sources[indicator.rawValue] }
      let documents = sources.map { $0?.name ?? "–" }
      findings.add(
        code, at: stage, subjects: [a.subject, b.subject],
        values: [
          "other": .text(b.record.label), "relation": findings.book.outcome(code, "overlap"),
          "area": .squareMetres(squareMetres), "indicator": .indicator(indicator),
          "first": .interval(value, indicator), "first_document": .text(documents[0]),
          "second": .interval(other, indicator), "second_document": .text(documents[1]),
        ]
      ) { finding in
        finding.detail = indicator.rawValue
        finding.squareMetres = squareMetres
        finding.isSchematic = [a, b].contains { $0.record.boundary?.isSchematic ?? false }
        finding.sources = sources.compactMap(\.self)
      }
    }
  }
}

extension DocumentReference {
  /// Whether neither of two sources follows the other: one document, or two of one day.
  fileprivate func competes(with other: DocumentReference) -> Bool {
    if number == other.number, title == other.title, date == other.date { return true }
    return kind == other.kind && date != nil && date == other.date
  }
}

extension Interval {
  /// Whether two intervals are not the same, but for rounding.
  fileprivate func differs(from other: Interval) -> Bool {
    func isSame(_ a: Bound?, _ b: Bound?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return a.inclusive == b.inclusive
        && abs(a.value - b.value) <= 1e-9 * max(1, abs(a.value), abs(b.value))
    }
    return !isSame(lower, other.lower) || !isSame(upper, other.upper)
  }
}
