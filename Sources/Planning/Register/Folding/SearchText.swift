/// Text brought to the form in which the register compares it.
///
/// Documents print the same words with and without spaces, full-width and half-width, with several
/// brackets and dashes. Two texts that differ only so are the same here.
public enum SearchText {
  /// The text without spaces and quotation marks, half-width, upper case, one kind of bracket and
  /// dash.
  public static func normalized(_ text: some StringProtocol) -> String {
    // Most codes and numbers are as they should be.
    if text.utf8.allSatisfy({ (0x21...0x5A).contains($0) && $0 != 0x22 && $0 != 0x27 }) {
      return String(text)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let kept = normalized(scalar) else { continue }
      result.append(kept)
    }
    return String(result)
  }

  /// Several texts in one, apart from each other so that no match runs over a seam.
  public static func joined(_ texts: [String?]) -> String {
    texts.compactMap { $0.map(normalized) }.filter { !$0.isEmpty }.joined(separator: "\u{1F}")
  }

  private static func normalized(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x61...0x7A: return Unicode.Scalar(scalar.value - 0x20)
    case 0x21...0x5A where scalar != "\"" && scalar != "'": return scalar
    case 0x4E00...0x9FFF: return scalar
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(normalized)
    default: break
    }
    switch scalar {
    case "[", "{", "〔", "【", "﹝": return "("
    case "]", "}", "〕", "】", "﹞": return ")"
    case "‐", "‑", "‒", "–", "—", "―", "−", "﹣": return "-"
    case "\"", "'", "“", "”", "‘", "’", "《", "》", "〈", "〉", "「", "」", "『", "』": return nil
    default: return scalar.properties.isWhitespace || scalar.value == 0x200B ? nil : scalar
    }
  }
}
