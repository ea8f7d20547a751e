public import Planning

/// Something that the judgement of a coordinate system should tell.
public struct CoordinateFinding: Hashable, Sendable {
  /// What was found.
  public var fact: Diagnostic.Fact
  /// How grave it is; an error leaves the coordinate system undecided.
  public var severity: Diagnostic.Severity
  /// The line or record at which it was first seen, where it is known.
  public var place: Int?

  /// A finding.
  init(_ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, place: Int? = nil) {
    self.fact = fact
    self.severity = severity
    self.place = place
  }

  /// The finding as a diagnostic of a file.
  ///
  /// - Parameter line: the line to name, where the finding's own place is not known.
  public func diagnostic(file: String, line: Int? = nil) -> Diagnostic {
    Diagnostic(fact, severity, file: file, line: place ?? line)
  }
}
