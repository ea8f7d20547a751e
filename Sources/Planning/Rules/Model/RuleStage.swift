/// The moment in the life of land at which a rule is asked; its severity may depend on it.
public enum RuleStage: String, Hashable, Sendable, Codable, CaseIterable {
  /// No approval speaks of it yet.
  case draft
  /// A plan is approved.
  case approved
  /// Its supply is approved or concluded.
  case supplied
}

extension RuleStage {
  /// The stage a parcel has reached.
  public init(of record: ParcelRecord) {
    switch record.status {
    case .mapped: self = .draft
    case .planned, .reserved, .reclaimed, .superseded: self = .approved
    case .supplyApproved, .supplied: self = .supplied
    }
  }
}
