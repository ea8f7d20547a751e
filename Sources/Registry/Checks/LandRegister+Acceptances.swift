public import Planning
internal import Storage

extension LandRegister {
  /// All that was said of findings that are let pass, in the order in which it was recorded.
  public func acceptances(at moment: Moment = .now) throws -> [FindingAcceptance] {
    try store.read { try $0.acceptances(at: moment) }
  }

  /// Lets a finding pass from now on.
  ///
  /// - Throws: ``RegisterError`` `busy`, `readOnly`.
  public func accept(
    _ finding: Finding, reason: String, author: String
  ) throws -> FindingAcceptance {
    try store.record(
      FindingAcceptance(
        finding: finding.id, reason: reason, author: author, recordedAt: "",
        squareMetres: finding.squareMetres, rule: finding.code.rawValue,
        subject: finding.subjects.map(\.name).joined(separator: "、")))
  }

  /// Takes an acceptance back; what was said before stays on record.
  public func withdraw(
    _ acceptance: FindingAcceptance, reason: String, author: String
  ) throws -> FindingAcceptance {
    var withdrawal = acceptance
    withdrawal.reason = reason
    withdrawal.author = author
    withdrawal.isWithdrawn = true
    return try store.record(withdrawal)
  }

  /// The names of the reference layers in force as of a moment.
  public func layerNames(at moment: Moment = .now) throws -> [String] {
    try store.read { try $0.layers(at: moment).map(\.source.name) }
  }
}
