public import Planning

/// Why a file could not be read; nothing of it goes in.
public struct IntakeError: Error, Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// What went wrong.
  public let reason: Diagnostic.Unreadable

  init(_ reason: Diagnostic.Unreadable, file: String) {
    self.file = file
    self.reason = reason
  }
}
