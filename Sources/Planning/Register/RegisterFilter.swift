/// What a listing is narrowed to: comparisons that must all hold.
///
/// Written as `use = 0701`, `area > 15亩`, `plan ~ 城北`, `date >= 2025-01-01`.
public struct RegisterFilter: Hashable, Sendable {
  /// What is listed.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// Parcels.
    case parcels
    /// Documents.
    case documents
    /// Supply, reserve and reclaim acts.
    case transactions
    /// Hazard sites.
    case sites
  }

  /// What is listed.
  public var subject: Subject
  /// The comparisons, all of which must hold.
  public var comparisons: [Comparison]

  /// A filter.
  public init(subject: Subject, comparisons: [Comparison] = []) {
    self.subject = subject
    self.comparisons = comparisons
  }
}
