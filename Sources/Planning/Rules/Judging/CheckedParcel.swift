/// A parcel as the rules see it.
public struct CheckedParcel: Sendable {
  /// What is in force, with its acts, history and boundary in short.
  public var record: ParcelRecord
  /// All that is said under the parcel's key, statement by statement: of several parcels where a
  /// number repeats across plans.
  public var facts: PlotFacts

  /// A parcel.
  public init(record: ParcelRecord, facts: PlotFacts) {
    self.record = record
    self.facts = facts
  }

  /// The stage it has reached.
  public var stage: RuleStage { RuleStage(of: record) }

  /// The parcel as the subject of a finding.
  public var subject: FindingSubject { FindingSubject(record) }
}
