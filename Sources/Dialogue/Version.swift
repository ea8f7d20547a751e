/// The version of these programs.
public enum Version {
  /// The number.
  public static let number = "0.1.0"

  /// The program and its version, as the register notes who read a document.
  public static let program = "yulin \(number)"
}
