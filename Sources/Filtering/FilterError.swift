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
  /// What was expected in its place: words, signs, kinds, or the nearest names.
  public let expected: [String]

  init(_ reason: Reason, seen: String, at offset: Int, expected: [String] = []) {
    self.reason = reason
    self.seen = seen
    self.offset = offset
    self.expected = expected
  }
}
