internal import Terms

/// Indicators: their range, what is missing for the use, what is unusual for it, two values on one
/// place.
public struct IndicatorRules: RuleSet {
  private var bridge = LandUseBridge()

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    judgeRange(parcel, into: &findings)
    judgeEmptyInterval(parcel, into: &findings)
    judgeMissing(parcel, into: &findings)
    judgeDirection(parcel, into: &findings)
    judgeStatements(parcel, into: &findings)
  }

  // MARK: - Possible values

  /// A share of land over 100 %, a number below zero; an absurd floor area ratio or height, which is
  /// never more than a warning.
  private func judgeRange(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    let code = RuleCode.indicatorRange
    guard isAsked(code, parcel, &findings) else { return }
    for (indicator, interval) in parcel.indicators {
      let ends = [interval.lower?.value, interval.upper?.value, interval.undirected]
        .compactMap(\.self)
      guard let least = ends.min(), let most = ends.max() else { continue }
      let parameter = indicator.measure.rangeParameter
      let limit =
        least < 0 ? 0 : parameter.map { findings.book.number(code, $0) } ?? .infinity
      guard least < 0 || most > limit else { continue }
      let stated = findings.book.severity(code, at: parcel.stage)
      let isCertain = least < 0 || indicator.isPercentage
      add(
        code, parcel, indicator, severity: isCertain ? stated : stated.map { min($0, .warning) },
        values: [
          "value": .interval(interval, indicator),
          "reason": findings.book.outcome(code, least < 0 ? "below" : "above"),
          "limit": indicator.isPercentage
            ? .percent(limit) : indicator.isHeight ? .metres(limit) : .number(limit),
        ], into: &findings)
    }
  }

  private func judgeEmptyInterval(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    guard isAsked(.indicatorEmptyInterval, parcel, &findings) else { return }
    for (indicator, interval) in parcel.indicators where interval.isEmpty {
      add(
        .indicatorEmptyInterval, parcel, indicator,
        values: ["value": .interval(interval, indicator)], into: &findings)
    }
  }

  /// Whether a rule about stated indicators can be asked of a parcel; counts that it was or was not.
  private func isAsked(
    _ code: RuleCode, _ parcel: CheckedParcel, _ findings: inout FindingCollector
  ) -> Bool {
    guard findings.book.asks(code) else { return false }
    guard !parcel.record.values.indicators.isEmpty else {
      findings.notChecked(code, .notStated)
      return false
    }
    findings.checked(code)
    return true
  }

  // MARK: - What the use asks for

  /// What a plan leaves out for the main use. A building coefficient will do for a density.
  private mutating func judgeMissing(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let code = RuleCode.indicatorMissing
    guard findings.book.asks(code) else { return }
    let values = parcel.record.values
    guard let use = values.landUse.first,
      parcel.record.sources["land_use"]?.kind == .planApproval
    else { return findings.notChecked(code, .notStated) }
    let classes = bridge.extents(of: use)
    guard !classes.isEmpty else { return findings.notChecked(code, .schemeUnknown) }
    findings.checked(code)
    guard !values.keepsCurrentUse else { return }
    let missing = Indicator.allCases.filter { indicator in
      let isGiven =
        values.indicators[indicator] != nil
        || indicator.substitute.map { values.indicators[$0] != nil } ?? false
      return !isGiven
        && classes.allSatisfy { findings.book.lists(code, indicator.rawValue, $0.code) }
    }
    guard !missing.isEmpty else { return }
    findings.add(
      code, at: parcel.stage, subjects: [parcel.subject],
      values: ["use": .landUse(use), "missing": .indicators(missing)]
    ) { finding in
      finding.detail = missing.map(\.rawValue).joined(separator: ",")
      finding.name(parcel.record.sources["land_use"])
    }
  }

  /// A lower limit alone where an upper one is usual, or the other way round.
  private mutating func judgeDirection(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let code = RuleCode.indicatorDirection
    guard findings.book.asks(code) else { return }
    guard let use = parcel.record.values.landUse.first, !parcel.indicators.isEmpty else {
      return findings.notChecked(code, .notStated)
    }
    let classes = bridge.extents(of: use)
    guard !classes.isEmpty else { return findings.notChecked(code, .schemeUnknown) }
    findings.checked(code)
    for (indicator, interval) in parcel.indicators
    where (interval.lower == nil) != (interval.upper == nil) {
      let usual = interval.upper == nil ? "max" : "min"
      let parameter = "\(indicator.rawValue)_\(usual)"
      guard classes.allSatisfy({ findings.book.lists(code, parameter, $0.code) }) else { continue }
      let stated = findings.book.severity(code, at: parcel.stage)
      add(
        code, parcel, indicator, severity: stated.map { min($0, .warning) },
        values: [
          "use": .landUse(use), "value": .interval(interval, indicator),
          "usual": findings.book.outcome(code, "usually_\(usual)"),
        ], into: &findings)
    }
  }

  private func add(
    _ code: RuleCode, _ parcel: CheckedParcel, _ indicator: Indicator,
    severity: Diagnostic.Severity? = nil, values: [String: FindingValue],
    into findings: inout FindingCollector
  ) {
    var values = values
    values["indicator"] = .indicator(indicator)
    findings.add(
      code, at: parcel.stage, severity: severity, subjects: [parcel.subject], values: values
    ) { finding in
      finding.detail = indicator.rawValue
      finding.name(parcel.record.sources[indicator.rawValue])
    }
  }
}

extension CheckedParcel {
  /// The indicators in force, in the order of ``Indicator``.
  var indicators: [(indicator: Indicator, interval: Interval)] {
    guard !record.values.indicators.isEmpty else { return [] }
    return Indicator.allCases.compactMap { indicator in
      record.values.indicators[indicator].map { (indicator, $0) }
    }
  }
}

extension RuleBook {
  /// The words that a rule has for one of its outcomes: the note of the parameter.
  func outcome(_ code: RuleCode, _ parameter: String) -> FindingValue {
    let note = profile.rules[code]?.parameters[parameter]?.note
    return .words(note ?? LocalText(parameter, parameter))
  }
}

extension Finding {
  /// Names the document that says what was judged.
  mutating func name(_ source: DocumentReference?) {
    guard let source else { return }
    sources.append(source)
    values["document"] = .text(source.name)
  }
}

extension IndicatorRules {
  /// Two values of one indicator for one parcel, in one document or in two of one plan and day: no
  /// order of documents tells which holds.
  func judgeStatements(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    let code = RuleCode.indicatorConflict
    guard findings.book.asks(code) else { return }
    guard !parcel.indicators.isEmpty else { return findings.notChecked(code, .notStated) }
    findings.checked(code)
    judgeConditions(parcel, into: &findings)
    guard parcel.facts.statements.count > 1 else { return }
    let planKey = parcel.record.values.plan.flatMap { PlanName.key($0) }
    let statements = parcel.facts.statements.filter {
      !$0.fact.source.kind.isOfActs && !$0.fact.fact.indicators.isEmpty
        && PlotFolding.compatible($0.planKey, planKey)
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
        addConflict(
          on: parcel, of: indicator, (former, first.source), (value, second.source),
          into: &findings)
      }
    }
  }

  /// The conditions of a supply that are not those of the plan.
  private func judgeConditions(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    for act in parcel.record.transactions where act.fact.isSupply {
      for (indicator, planned) in parcel.indicators {
        guard let plan = parcel.record.sources[indicator.rawValue], !plan.kind.isOfActs,
          let value = act.fact.indicators[indicator], planned.contradicts(value)
        else { continue }
        addConflict(
          on: parcel, of: indicator, (planned, plan), (value, act.source), into: &findings)
      }
    }
  }

  /// One indicator of one parcel with two values.
  private func addConflict(
    on parcel: CheckedParcel, of indicator: Indicator,
    _ first: (value: Interval, source: DocumentReference),
    _ second: (value: Interval, source: DocumentReference), into findings: inout FindingCollector
  ) {
    let code = RuleCode.indicatorConflict
    findings.add(
      code, at: parcel.stage, subjects: [parcel.subject],
      values: [
        "other": .text(parcel.record.label),
        "relation": findings.book.outcome(code, "same_parcel"),
        "area": parcel.record.values.area.map { .squareMetres($0.squareMetres) }
          ?? .words(LocalText("", "")),
        "indicator": .indicator(indicator), "first": .interval(first.value, indicator),
        "first_document": .text(first.source.name), "second": .interval(second.value, indicator),
        "second_document": .text(second.source.name),
      ]
    ) { finding in
      finding.detail = [indicator.rawValue, first.source.name, second.source.name]
        .joined(separator: "|")
      finding.sources = [first.source, second.source]
    }
  }

  /// Judges two parcels with land in common: the same indicator must not have two values there.
  ///
  /// - Parameters:
  ///   - squareMetres: the land in common.
  ///   - isSliver: whether it is so thin that it comes from drawing; then nothing is judged.
  public static func judge(
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
    // A number of places belongs to a whole parcel: two that share land have each their own.
    for (indicator, value, other) in common
    where value.differs(from: other)
      && (indicator.measure != .places || value.isPer100SquareMetres)
    {
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
  /// Whether an end that both state is another: a supply need not repeat all that the plan says.
  fileprivate func contradicts(_ other: Interval) -> Bool {
    var (own, others) = (self, other)
    if own.lower == nil || others.lower == nil { (own.lower, others.lower) = (nil, nil) }
    if own.upper == nil || others.upper == nil { (own.upper, others.upper) = (nil, nil) }
    return own.differs(from: others)
  }

  /// Whether two intervals are not the same, but for rounding; a number and one per 100 m² say each
  /// its own.
  fileprivate func differs(from other: Interval) -> Bool {
    guard isPer100SquareMetres == other.isPer100SquareMetres else { return false }
    func isSame(_ a: Bound?, _ b: Bound?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return a.inclusive == b.inclusive
        && abs(a.value - b.value) <= 1e-9 * max(1, abs(a.value), abs(b.value))
    }
    return !isSame(lower, other.lower) || !isSame(upper, other.upper)
  }
}
