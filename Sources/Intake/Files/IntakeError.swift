internal import Characters
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

  init(_ damage: TextDamage, file: String) {
    let reason: Diagnostic.Unreadable =
      switch damage.kind {
      case .noText: .notText(nil)
      case .character: .notText(damage)
      case .cut: .truncated
      }
    self.init(reason, file: file)
  }
}
