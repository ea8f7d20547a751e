/// The version of this program.
enum Version {
  static let number = "0.1.0"

  /// The program and its version, as the register notes who read a document.
  static let program = "yulin \(number)"
}
