public import Planning

/// Something that the judgement of a coordinate system should tell.
public struct CoordinateFinding: Hashable, Sendable {
  /// What was found.
  public var code: Diagnostic.Code
  /// How grave it is; an error leaves the coordinate system undecided.
  public var severity: Diagnostic.Severity
  /// The values seen, as the code prescribes.
  public var arguments: [String]
  /// The line or record at which it was first seen, where it is known.
  public var place: Int?

  /// A finding.
  init(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ arguments: [String],
    place: Int? = nil
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.place = place
  }

  /// The finding as a diagnostic of a file.
  ///
  /// - Parameter line: the line to name, where the finding's own place is not known.
  public func diagnostic(file: String, line: Int? = nil) -> Diagnostic {
    Diagnostic(code, severity, file: file, line: place ?? line, arguments: arguments)
  }
}
