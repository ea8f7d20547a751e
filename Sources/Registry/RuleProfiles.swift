internal import Intake
public import Planning

/// The profiles of rules that a check can be asked with.
public enum RuleProfiles {
  /// The standard profile, which the program carries in itself.
  public static func standard() throws(RuleProfileFault) -> RuleProfile {
    try RuleProfileReader.standard()
  }

  /// A bureau's own profile over the standard one; the standard one where no file is named.
  public static func profile(_ file: String?) throws(RuleProfileFault) -> RuleProfile {
    let standard = try RuleProfileReader.standard()
    guard let file else { return standard }
    return try RuleProfileReader.read(file: file, over: standard)
  }
}
