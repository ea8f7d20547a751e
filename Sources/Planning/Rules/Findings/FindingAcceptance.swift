/// Why a finding is let pass, kept with who said so and when.
public struct FindingAcceptance: Hashable, Sendable, Codable {
  /// The finding's id.
  public var finding: String
  /// The reason.
  public var reason: String
  /// Who said so.
  public var author: String
  /// When it was recorded, UTC.
  public var recordedAt: String
  /// The area of the finding then, in square metres. Where the land has grown since, the finding
  /// counts again.
  public var squareMetres: Double?
  /// Whether the finding is not accepted any longer.
  public var isWithdrawn: Bool
  /// The rule's code, for a list of what was accepted.
  public var rule: String?
  /// The names of the finding's subjects, for such a list.
  public var subject: String?

  /// An acceptance.
  public init(
    finding: String, reason: String, author: String, recordedAt: String,
    squareMetres: Double? = nil, isWithdrawn: Bool = false, rule: String? = nil,
    subject: String? = nil
  ) {
    self.finding = finding
    self.reason = reason
    self.author = author
    self.recordedAt = recordedAt
    self.squareMetres = squareMetres
    self.isWithdrawn = isWithdrawn
    self.rule = rule
    self.subject = subject
  }

  enum CodingKeys: String, CodingKey {
    case finding, reason, author
    case recordedAt = "recorded_at"
    case squareMetres = "area_m2"
    case isWithdrawn = "withdrawn"
    case rule, subject
  }
}
