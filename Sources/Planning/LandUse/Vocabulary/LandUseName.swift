/// The spellings of a land-use name that count as one.
public enum LandUseName {
  /// The name in half width and without spaces, quotes and brackets' content kept.
  public static func folded(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if (0xFF01...0xFF5E).contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        result.unicodeScalars.append(half)
      } else if !ignored.contains(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let ignored: Set<Unicode.Scalar> = [
    "\u{200B}", "\u{FEFF}", "“", "”", "‘", "’", "\"", "'",
  ]

  /// The folded name without its ending 用地, 用海 or 地: `中小学用地` and `中小学` are one.
  public static func core(_ folded: String) -> String {
    for suffix in ["用地", "地"] where folded.hasSuffix(suffix) {
      let rest = folded.dropLast(suffix.count)
      return rest.count >= 2 ? String(rest) : folded
    }
    return folded
  }

  /// The core without 设施 at its end and without 与, 和, 及: `文化设施` and `文化` are one.
  public static func loose(_ core: String) -> String {
    var result = core.hasSuffix("设施") && core.count > 3 ? String(core.dropLast(2)) : core
    result.removeAll { $0 == "与" || $0 == "和" || $0 == "及" }
    return result
  }
}
