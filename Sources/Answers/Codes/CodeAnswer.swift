public import Planning

/// What the vocabulary says to a `CodeQuestion`; in JSON with the keys below.
public struct CodeAnswer: Hashable, Sendable, Encodable {
  /// How the question ended.
  public enum Outcome: String, Hashable, Sendable, Codable {
    /// At least one class, and no two of them contradict each other.
    case found
    /// The code stands for different land in different schemes: ask for the scheme.
    case ambiguous
    /// No class; see the suggestions.
    case none
  }

  /// The text as asked.
  public let query: String
  /// The scheme asked for, if one was.
  public let scheme: LandUseScheme?
  /// The scheme in which counterparts were wanted, if one was.
  public let target: LandUseScheme?
  /// How the question ended.
  public let answer: Outcome
  /// The classes, in the order of `LandUseScheme.allCases`; of a mixed use, part by part.
  public let matches: [CodeMatch]
  /// What may have been meant, where nothing was found.
  public let suggestions: [LandUseClass]

  enum CodingKeys: String, CodingKey {
    case query, scheme
    case target = "to"
    case answer, matches, suggestions
  }
}
