internal import Characters
public import SimpleFeatures

/// What a rule found: facts only; its sentence is made by the rule's message and the language.
public struct Finding: Hashable, Sendable {
  /// What follows for the land, where a rule tells more than its severity.
  public enum Conclusion: String, Hashable, Sendable, Codable, CaseIterable {
    /// It cannot stay so.
    case conflict
    /// It may stay where a basis that is named allows it.
    case conditional
  }

  /// The rule.
  public var code: RuleCode
  /// How grave it is.
  public var severity: Diagnostic.Severity
  /// What it is about, the first mainly.
  public var subjects: [FindingSubject]
  /// The values of the rule's message, by their names in it.
  public var values: [String: FindingValue] = [:]
  /// What tells it from other findings of the rule about the same subjects: an indicator, a place.
  public var detail = ""
  /// What follows, where it is a question of conflict.
  public var conclusion: Conclusion?
  /// The area of land it is about, in square metres.
  public var squareMetres: Double?
  /// That area as a share of the first subject's, in percent.
  public var share: Double?
  /// Where it is, in the register's coordinate system.
  public var shape: Geometry?
  /// Whether the place is so thin that it comes from drawing.
  public var isSliver = false
  /// Whether a boundary or a layer that only shows roughly where something lies takes part.
  public var isSchematic = false
  /// The documents and lines that say what was compared.
  public var sources: [DocumentReference] = []
  /// Why it does not count, where somebody said so.
  public var acceptance: FindingAcceptance?
  /// An acceptance that does not hold any longer, because the land has grown since.
  public var outgrown: FindingAcceptance?

  /// A finding.
  public init(
    _ code: RuleCode, _ severity: Diagnostic.Severity, subjects: [FindingSubject],
    values: [String: FindingValue] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.subjects = subjects
    self.values = values
  }

  /// The name by which it is accepted: the same in each check for as long as rule, subjects and
  /// detail are, whatever the order of import. Twelve hexadecimal digits.
  public var id: String {
    let parts =
      [code.rawValue] + subjects.map { "\($0.kind.rawValue)|\($0.key)" }.sorted() + [detail]
    return String(
      ContentDigest.hexadecimal(of: parts.joined(separator: "\u{1F}").utf8).prefix(12))
  }
}
