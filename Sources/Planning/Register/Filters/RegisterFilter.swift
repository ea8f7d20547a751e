/// What a listing is narrowed to: comparisons that must all hold.
///
/// Written as `use = 0701`, `area > 15亩`, `plan ~ 城北`, `date >= 2025-01-01`, several joined by
/// `AND`.
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

  /// A filter as people write it.
  ///
  /// - Parameters:
  ///   - texts: one or several comparisons each, joined by `AND`; all must hold.
  ///   - subject: what is listed; each has its own fields, see ``FilterField/fields(of:)``.
  /// - Throws: ``RegisterError`` of the kind `badFilter` with the word that is not understood and
  ///   those that are known in its place.
  public init(parsing texts: [String], for subject: Subject) throws {
    var comparisons: [Comparison] = []
    for text in texts {
      for part in FilterParser.parts(of: text) {
        comparisons += try FilterParser(subject: subject).comparisons(part)
      }
    }
    self.init(subject: subject, comparisons: comparisons)
  }
}
