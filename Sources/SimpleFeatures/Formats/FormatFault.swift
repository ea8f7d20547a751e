/// Why bytes or text are no shape, and at which byte.
public struct FormatFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// It ends in the middle of something.
    case truncated
    /// It does not begin as the format does: no `GP`, no byte order, no name of a type.
    case notThisFormat
    /// A type that is no simple feature of straight lines: its name, or its code.
    case unknownType(String)
    /// A member is of a type that the shape cannot have.
    case unexpectedMember
    /// A count is larger than what is left could hold.
    case countTooLarge
    /// Collections stand in one another too deeply.
    case nestedTooDeep
    /// A collection of shapes of different types, where one type is needed.
    case mixedCollection
    /// Something follows the end of the shape.
    case trailing
    /// Something else should stand here: `(`, `a number`.
    case expected(String)
  }

  /// What is wrong.
  public var reason: Reason
  /// The byte at which it was noticed, counted from 0.
  public var offset: Int

  /// A fault.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
