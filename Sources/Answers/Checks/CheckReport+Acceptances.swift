public import Planning

extension CheckReport {
  /// Lets findings pass that somebody has accepted, unless their land has grown since.
  ///
  /// - Parameter acceptances: all that was said, in its order; of one finding the last counts.
  public mutating func accept(_ acceptances: [FindingAcceptance]) {
    var last: [String: FindingAcceptance] = [:]
    for acceptance in acceptances { last[acceptance.finding] = acceptance }
    guard !last.isEmpty else { return }
    for index in findings.indices {
      guard let acceptance = last[findings[index].id], !acceptance.isWithdrawn else { continue }
      if acceptance.holds(for: findings[index], growth: profile.acceptanceGrowth) {
        findings[index].acceptance = acceptance
      } else {
        findings[index].outgrown = acceptance
      }
    }
  }
}

extension FindingAcceptance {
  /// Whether a finding's land has not grown by more than a share since it was accepted.
  ///
  /// - Parameter growth: in percent of the land then.
  public func holds(for finding: Finding, growth: Double) -> Bool {
    guard let then = squareMetres, let now = finding.squareMetres else { return true }
    return now <= then * (1 + growth / 100)
  }
}
