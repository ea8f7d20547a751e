/// How many columns of a terminal a text takes: two for Chinese characters and full-width signs,
/// none for combining marks, one for the rest.
///
/// Source: Unicode Standard Annex 11, East Asian Width W and F; ambiguous characters (≤, “) count
/// as one column, as terminals do by default.
public enum DisplayWidth {
  /// The columns of a text.
  public static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of a character.
  public static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x300 { return 1 }
    if (0x4E00...0x9FFF).contains(scalar.value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The text without control characters, so that nothing a document holds can steer a terminal.
  public static func printable(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// The text with spaces behind it (or before it) up to a number of columns.
  public static func padded(
    _ text: String, to columns: Int, alignRight: Bool = false
  ) -> String {
    let space = String(repeating: " ", count: max(0, columns - of(text)))
    return alignRight ? space + text : text + space
  }

  /// The text cut to a number of columns, with … where something was cut.
  public static func truncated(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var used = 0
    let kept = text.prefix {
      used += of($0)
      return used <= columns - 1
    }
    return kept + "…"
  }

  /// The text broken into lines of at most so many columns: between Chinese characters anywhere but
  /// before closing signs, in other text at spaces where there are any.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    var lastSpace: String.Index?
    for character in text {
      let next = of(character)
      if width + next > columns, !line.isEmpty, !closing.contains(character) {
        if let cut = lastSpace, character != " " {
          let rest = String(line[line.index(after: cut)...])
          lines.append(String(line[..<cut]))
          line = rest
        } else {
          while line.last == " " { line.removeLast() }
          lines.append(line)
          line = ""
        }
        width = of(line)
        lastSpace = nil
      }
      if line.isEmpty, character == " " { continue }
      if character == " " {
        lastSpace = line.endIndex
      } else if next == 2 {
        lastSpace = nil
      }
      line.append(character)
      width += next
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static let closing: Set<Character> = [
    "，", "。", "；", "、", "）", "〕", "》", "”", "：", "％", "%",
  ]

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
    0x2614...0x2615, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
