/// Text as it may stand in HTML and in XML.
public enum Markup {
  /// A language of markup.
  public enum Language: Sendable {
    /// HTML, for people: characters that turn the direction of writing would show a name as another.
    case html
    /// XML 1.0, for programs: line ends and tabs are kept in attributes too.
    case xml
  }

  /// Text as it may stand in an element, and in an attribute between double quotes. Characters that
  /// the language does not allow become U+FFFD: a file with one of them is not read at all.
  public static func escaped(_ text: String, for language: Language) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'" where language == .html: out += "&#39;"
      case "\t" where language == .xml, "\n" where language == .xml, "\r" where language == .xml:
        out += "&#\(scalar.value);"
      case "\t", "\n": out.unicodeScalars.append(scalar)
      case _ where isForbidden(scalar.value, in: language): out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isForbidden(_ scalar: UInt32, in language: Language) -> Bool {
    switch scalar {
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    case _ where language == .xml: false
    case 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }
}
