/// Why a text is no filter that can be answered.
public struct FilterError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Something else was expected.
    case unexpected
    /// A part of CQL2 that this program does not answer.
    case notSupported
    /// No such property.
    case unknownProperty
    /// A value of another kind was expected.
    case wrongKind
    /// A literal of a form that does not exist: a day that the calendar has not, a ring that is not
    /// closed.
    case badLiteral
    /// None of the values that the property can have.
    case unknownValue
    /// The text is longer than can be read.
    case tooLong
    /// The parts stand inside one another deeper than can be read.
    case tooDeep
  }

  /// What is wrong.
  public let reason: Reason
  /// The word, sign or feature that was seen; empty at the end of the text.
  public let seen: String
  /// The character of the text at which it begins, counted from 0.
  public let offset: Int
  /// What was expected in its place: words, signs, kinds, or all names that are known; never what
  /// was seen.
  public let expected: [String]
  /// The same in Chinese, where they are names that have another there.
  public let titles: [String]
  /// Those of the known names or values that are spelled nearly so.
  public let nearest: [String]
  /// Whether it is in the names that are sorted by, not in the condition.
  public internal(set) var isOfOrder = false

  init(
    _ reason: Reason, seen: String, at offset: Int, expected: [String] = [],
    titles: [String] = [], nearest: [String] = []
  ) {
    self.reason = reason
    self.seen = seen
    self.offset = offset
    self.expected = expected.filter { $0 != seen }
    self.titles = titles.isEmpty ? self.expected : titles.filter { $0 != seen }
    self.nearest = nearest.filter { $0 != seen }
  }
}
