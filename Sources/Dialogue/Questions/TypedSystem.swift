/// A coordinate system as people name it.
public enum TypedSystem {
  /// The code of `EPSG:4525`, `epsg:4525` or `4525`; `nil` of anything else.
  public static func code(of text: String) -> Int? {
    let digits = text.uppercased().hasPrefix("EPSG:") ? text.dropFirst(5) : Substring(text)
    guard let code = Int(digits), (1_000...999_999).contains(code) else { return nil }
    return code
  }
}
