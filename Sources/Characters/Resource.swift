internal import CResources

/// The files of the repository that the program carries in itself: Data/rules, Data/vocabularies and
/// Web.
public enum Resource {
  /// The text of a file by its path in the repository, `Web/index.html`; `nil` of any other.
  public static func text(_ path: String) -> String? {
    // A zero would end the path before its end.
    guard !path.utf8.contains(0), let text = unsafe resource_text(path) else { return nil }
    return unsafe String(cString: text)
  }
}
