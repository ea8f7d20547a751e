/// What is wrong with a JSON text or a shape in it.
public struct JSONFault: Error, Hashable, Sendable {
  /// A key of `DiagnosticWording.recordReason`.
  public enum Reason: String, Sendable {
    /// The text is no JSON: what stands here is not what should.
    case json
    /// A member that is needed is missing, or its value is of a wrong type.
    case member
    /// A type that is none of GeoJSON's.
    case type
    /// A member stands twice.
    case duplicate
    /// Values stand in one another too deeply.
    case nesting = "nested_too_deep"
    /// A text is not in UTF-8.
    case encoding
    /// A shape is not nested as its type wants it.
    case geometry
    /// A coordinate is no number, or a position has too few or too many.
    case coordinate
    /// A ring has fewer than four positions.
    case ring
    /// A line has fewer than two positions.
    case line
  }

  /// What is wrong.
  public var reason: Reason
  /// The byte, counted from the record's first.
  public var offset: Int

  /// A fault at a byte.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// Whether the text itself is broken, so that its brackets cannot be trusted.
  public var isSyntactic: Bool { reason == .json || reason == .nesting }
}
