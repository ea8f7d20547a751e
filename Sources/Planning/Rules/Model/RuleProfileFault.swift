/// What is wrong with a file of rules, and where.
public struct RuleProfileFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The file is not there or may not be opened. Seen: why.
    case unreadable
    /// The file is larger than a file of rules may be. Seen: the limit.
    case tooLarge = "too_large"
    /// The file is no text.
    case notText = "not_text"
    /// The text is no YAML. Seen: what the parser says.
    case notYAML = "not_yaml"
    /// The text uses anchors, aliases or very deep nesting, which are not read.
    case notPlain = "not_plain"
    /// A key that is needed is missing.
    case missing
    /// No such key is known here. Allowed: those that are.
    case unknownKey = "unknown_key"
    /// A key or a rule stands twice.
    case duplicate
    /// The value is of another kind. Allowed: the kind that is expected.
    case wrongType = "wrong_type"
    /// The word is none of those that may stand here. Allowed: those that may.
    case unknownWord = "unknown_word"
    /// No rule has the code. Allowed: the nearest codes.
    case unknownRule = "unknown_rule"
    /// A text, a list or a mapping is empty.
    case empty
    /// The number is negative, not finite, or not possible here. Allowed: what is.
    case outOfRange = "out_of_range"
    /// A message names a value that findings of the rule do not have. Allowed: those they have.
    case unknownValue = "unknown_value"
    /// A parameter has another unit than the rule's. Allowed: the rule's.
    case otherUnit = "other_unit"
  }

  /// The file.
  public var file: String
  /// The line, counted from 1; `nil` where it concerns the whole file.
  public var line: Int?
  /// The key: `coverage_overlap.parameters.minimum_m2`; empty where it concerns the whole file.
  public var key: String
  /// What is wrong.
  public var reason: Reason
  /// What stands there.
  public var seen: String
  /// What may stand there.
  public var allowed: [String]

  /// A fault.
  public init(
    file: String, line: Int? = nil, key: String = "", reason: Reason, seen: String = "",
    allowed: [String] = []
  ) {
    self.file = file
    self.line = line
    self.key = key
    self.reason = reason
    self.seen = seen
    self.allowed = allowed
  }
}
