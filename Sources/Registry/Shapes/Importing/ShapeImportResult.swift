public import Planning

/// What one file of shapes gave.
public struct ShapeImportResult: Sendable {
  /// What was done.
  public var outcome: ShapeImportOutcome
  /// What to know about it, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// Whether nothing of the file went in.
  public var isRefused: Bool

  /// A result.
  public init(outcome: ShapeImportOutcome, diagnostics: [Diagnostic], isRefused: Bool) {
    self.outcome = outcome
    self.diagnostics = diagnostics
    self.isRefused = isRefused
  }
}
