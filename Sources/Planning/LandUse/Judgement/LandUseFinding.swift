/// What is wrong with a land use as a document prints it.
public struct LandUseFinding: Hashable, Sendable {
  /// The land use that was judged.
  public let landUse: LandUse
  /// `codeNotInScheme`, `codeNameMismatch` or `codeWithoutScheme`.
  public let fact: Diagnostic.Fact
  /// How grave it is.
  public let severity: Diagnostic.Severity
  /// The class that the vocabulary has under the code, where it has one.
  public let expected: LandUseClass?
  /// Classes that may have been meant: those with the printed name in the scheme, and those of other
  /// schemes in which code and name agree (old and new codes mixed).
  public let candidates: [LandUseClass]
}
