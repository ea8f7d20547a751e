/// One line of a source: what is printed, and the same in one spelling for reading.
///
/// `plain` has one scalar for each scalar of `printed`: full-width ASCII, the many dashes and the
/// variants of ≤ ≥ ~ are folded. So a place in one is the same place in the other.
struct SourceLine: Sendable {
  /// The line's number in the file, counted from 1.
  let number: Int
  /// The line as printed, without its end.
  let printed: [Unicode.Scalar]
  /// The line in one spelling.
  let plain: [Unicode.Scalar]

  /// Whether a page's head or foot stands between this line and the one before: the page broke the text.
  var isAfterPageHead = false
  /// The line in one spelling without any space.
  let compact: String

  init(number: Int, printed: [Unicode.Scalar]) {
    self.number = number
    self.printed = printed
    plain = printed.map(SourceLine.folded)
    compact = String(plain.lazy.filter { !$0.isSpace })
  }

  init(number: Int, text: some StringProtocol) {
    self.init(number: number, printed: Array(text.unicodeScalars))
  }

  /// The line as printed.
  var text: String { String(printed) }

  /// Whether nothing but space is printed.
  var isBlank: Bool { plain.allSatisfy(\.isSpace) }

  /// How many columns the line fills, a Chinese character counting two.
  var width: Int {
    plain.reduce(0) { $0 + ($1.isSpace ? 0 : $1.value < 0x2E80 ? 1 : 2) }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2015, 0x2212, 0xFE63, 0x2500, 0x30FC: return "-"
    case 0x223C, 0x301C, 0x02DC: return "~"
    case 0x2266, 0x2A7D: return "≤"
    case 0x226F: return "≤"
    case 0x2267, 0x2A7E: return "≥"
    case 0x226E: return "≥"
    case 0xFE64: return "<"
    case 0xFE65: return ">"
    case 0x00B2: return "2"
    case 0x3000, 0x00A0, 0x2002...0x200B, 0xFEFF: return " "
    case 0x3014, 0xFE5D: return "〔"
    case 0x3015, 0xFE5E: return "〕"
    case 0xFF61: return "。"
    case 0x2022, 0x30FB: return "·"
    case 0xFE50: return ","
    case 0xFE51: return "、"
    case 0xFE55: return ":"
    case 0xFE59: return "("
    case 0xFE5A: return ")"
    default: return scalar
    }
  }
}

extension Unicode.Scalar {
  /// Space, tab or another blank.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x0D, 0x0C, 0x0B, 0x3000, 0xA0, 0x2002...0x200B, 0xFEFF: true
    default: false
    }
  }

  /// 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// A to Z, a to z.
  var isLatin: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

  /// A Chinese character.
  var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3007
      || (0x20000...0x3FFFF).contains(value)
  }
}

extension String {
  /// The text of some scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
