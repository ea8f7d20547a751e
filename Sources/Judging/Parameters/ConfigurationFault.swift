/// What is wrong with a configuration file, and where.
public struct ConfigurationFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The file is no JSON.
    case notJSON = "not_json"
    /// The key is missing.
    case missing = "missing"
    /// No such key is known: a misspelling?
    case unknownKey = "unknown_key"
    /// The value is of another type than the key's.
    case wrongType = "wrong_type"
    /// The value is none of those the key may have.
    case unknownValue = "unknown_value"
    /// Another set has the same name.
    case duplicateName = "duplicate_name"
    /// The number is absurd.
    case outOfRange = "out_of_range"
  }

  /// The file.
  public var file: String
  /// The key: `transformations[0].rotation_arc_seconds`; empty where it concerns the whole file.
  public var key: String
  /// What is wrong.
  public var reason: Reason

  /// A fault.
  public init(file: String, key: String, reason: Reason) {
    self.file = file
    self.key = key
    self.reason = reason
  }
}
