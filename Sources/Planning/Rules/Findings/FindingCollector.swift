/// Gathers what rules found, what they looked at and what they could not look at.
public struct FindingCollector: Sendable {
  /// What was asked of one rule.
  public struct Tally: Hashable, Sendable {
    /// Of how many subjects it was asked.
    public var checked = 0
    /// Of how many it could not be asked, and why.
    public var notChecked: [NotCheckedReason: Int] = [:]
    /// How many findings there are.
    public var findings = 0

    /// Nothing was asked yet.
    public init() {}
  }

  /// The rules, the day and the scope.
  public let book: RuleBook
  /// What was found.
  public private(set) var findings: [Finding] = []
  /// What was asked, by rule.
  public private(set) var tallies: [RuleCode: Tally] = [:]

  /// Nothing yet.
  public init(_ book: RuleBook) {
    self.book = book
  }

  /// Says that a rule was asked of so many subjects.
  public mutating func checked(_ code: RuleCode, count: Int = 1) {
    guard book.asks(code) else { return }
    tallies[code, default: Tally()].checked += count
  }

  /// Says that a rule could not be asked of so many subjects.
  public mutating func notChecked(_ code: RuleCode, _ reason: NotCheckedReason, count: Int = 1) {
    guard count > 0, book.asks(code) else { return }
    tallies[code, default: Tally()].notChecked[reason, default: 0] += count
  }

  /// Adds a finding about subjects of a stage; it is not added where the rule is not asked at that
  /// stage.
  ///
  /// What the finding has anyway need not be given again as a value: `subject` and `parcel` are the
  /// first subject's name, `area` and `share` the finding's own, unless the rule gives others.
  ///
  /// - Parameter severity: how grave it is, where the rule itself tells that from what it found; else
  ///   the profile's severity at the stage.
  public mutating func add(
    _ code: RuleCode, at stage: RuleStage, severity: Diagnostic.Severity? = nil,
    subjects: [FindingSubject], values: [String: FindingValue],
    _ complete: (inout Finding) -> Void = { _ in }
  ) {
    guard let stated = book.severity(code, at: stage) else { return }
    var finding = Finding(
      code, severity ?? stated, subjects: subjects, values: values)
    complete(&finding)
    finding.completeValues()
    findings.append(finding)
    tallies[code, default: Tally()].findings += 1
  }
}

extension Finding {
  /// Adds the values that follow from the finding itself, where the rule gave no others.
  fileprivate mutating func completeValues() {
    for name in ["subject", "parcel"] where values[name] == nil {
      values[name] = subjects.first.map { .text($0.label) }
    }
    if values["area"] == nil { values["area"] = squareMetres.map(FindingValue.squareMetres) }
    if values["share"] == nil { values["share"] = share.map(FindingValue.percent) }
  }
}
