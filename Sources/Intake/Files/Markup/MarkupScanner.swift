/// A piece of a text in HTML or XML.
enum MarkupToken {
  case start(String, attributes: [String: String], isEmpty: Bool)
  case end(String)
  case text(String)
}

/// Cuts a text in HTML or XML into tags and text, from the front to the end in one go.
///
/// Nothing is refused: pages are written by hand and by word processors, and a browser shows them all.
/// Source: HTML Living Standard §13.2.5, of which this is the part that matters for text.
struct MarkupScanner {
  private let bytes: [UInt8]
  private let isHTML: Bool
  private var place = 0
  /// The element whose content is no markup, while it is open.
  private var rawElement: String?
  private var hasNoMoreCommentEnds = false

  /// - Parameter isHTML: names are in lower case, and scripts are no markup.
  init(_ text: String, isHTML: Bool) {
    bytes = Array(text.utf8)
    self.isHTML = isHTML
  }

  /// The next piece; `nil` at the end.
  mutating func next() -> MarkupToken? {
    while place < bytes.count {
      if let name = rawElement {
        rawElement = nil
        let start = place
        place = rawEnd(of: name)
        if place > start { return .text(text(start..<place)) }
        continue
      }
      guard bytes[place] == UInt8(ascii: "<"), let second = byte(1) else { return plainText() }
      switch second {
      case UInt8(ascii: "!"):
        if let text = declaration() { return text }
      case UInt8(ascii: "?"): skip(past: ">")
      case UInt8(ascii: "/"):
        if let token = endTag() { return token }
      case _ where Self.isLetter(second): return startTag()
      default: return plainText()
      }
    }
    return nil
  }

  private func byte(_ offset: Int) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func text(_ range: Range<Int>) -> String {
    CharacterReference.replaced(in: String(decoding: bytes[range], as: UTF8.self))
  }

  /// Text up to what may be a tag.
  private mutating func plainText() -> MarkupToken {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return .text(text(start..<place))
  }

  private mutating func skip(past mark: StaticString) {
    let mark = Array("\(mark)".utf8)
    while place < bytes.count {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) {
        place += mark.count
        return
      }
      place += 1
    }
  }

  /// Steps over a comment or declaration; the text of a CDATA section is given back.
  private mutating func declaration() -> MarkupToken? {
    if bytes[place...].starts(with: Array("<![CDATA[".utf8)) {
      let start = place + 9
      place = start
      skip(past: "]]>")
      let end = max(start, bytes[..<place].suffix(3) == Array("]]>".utf8)[...] ? place - 3 : place)
      return .text(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    guard bytes[place...].starts(with: Array("<!--".utf8)), !hasNoMoreCommentEnds else {
      skip(past: ">")
      return nil
    }
    let start = place
    skip(past: "-->")
    // A comment that is never closed would swallow the page: only its tag is dropped.
    if bytes[..<place].suffix(3) != Array("-->".utf8)[...] {
      hasNoMoreCommentEnds = true
      place = start
      skip(past: ">")
    }
    return nil
  }

  private mutating func endTag() -> MarkupToken? {
    place += 2
    let name = self.name()
    skip(past: ">")
    return name.isEmpty ? nil : .end(name)
  }

  private mutating func name() -> String {
    let start = place
    while let byte = byte(0), !Self.isSpace(byte), byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">"), byte != UInt8(ascii: "=")
    {
      place += 1
    }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    return isHTML ? name.lowercased() : name
  }

  private mutating func startTag() -> MarkupToken {
    place += 1
    let name = self.name()
    var attributes: [String: String] = [:]
    var isEmpty = false
    while let byte = byte(0) {
      if byte == UInt8(ascii: ">") {
        place += 1
        break
      }
      if byte == UInt8(ascii: "/") {
        isEmpty = self.byte(1) == UInt8(ascii: ">")
        place += 1
      } else if Self.isSpace(byte) {
        place += 1
      } else {
        let key = self.name()
        if key.isEmpty { place += 1 }
        let value = attributeValue()
        if attributes[key] == nil { attributes[key] = value }
      }
    }
    if isHTML, ["script", "style", "title", "textarea", "xmp", "iframe"].contains(name), !isEmpty {
      rawElement = name
    }
    return .start(name, attributes: attributes, isEmpty: isEmpty)
  }

  private mutating func attributeValue() -> String {
    let before = place
    while let byte = byte(0), Self.isSpace(byte) { place += 1 }
    guard byte(0) == UInt8(ascii: "=") else {
      place = before
      return ""
    }
    place += 1
    while let byte = byte(0), Self.isSpace(byte) { place += 1 }
    let quote = byte(0)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = place
      while let byte = byte(0), !Self.isSpace(byte), byte != UInt8(ascii: ">") { place += 1 }
      return text(start..<place)
    }
    place += 1
    let start = place
    while let byte = byte(0), byte != quote { place += 1 }
    let value = text(start..<place)
    place += 1
    return value
  }

  /// Where the end tag of an element stands whose content is no markup.
  private func rawEnd(of name: String) -> Int {
    let tag = Array("</\(name)".utf8)
    var index = place
    while index < bytes.count {
      if bytes[index] == tag[0], index + tag.count <= bytes.count,
        zip(bytes[index..<index + tag.count], tag).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
      {
        return index
      }
      index += 1
    }
    return index
  }
}

/// Characters that markup writes by name or by number: `&nbsp;`, `&#8804;`, `&#x2264;`.
enum CharacterReference {
  /// A text with its references replaced; one that is not known stays as it is printed.
  static func replaced(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "&", let (value, length) = reference(rest) else {
        out.append(scalar)
        continue
      }
      out.append(value)
      rest = rest.dropFirst(length)
    }
    return String(out)
  }

  /// The character that a text names behind `&`, and how many characters name it.
  private static func reference(
    _ text: Substring.UnicodeScalarView
  ) -> (Unicode.Scalar, Int)? {
    let head = text.prefix(12)
    if head.first == "#" {
      let isHex = head.dropFirst().first == "x" || head.dropFirst().first == "X"
      let digits = head.dropFirst(isHex ? 2 : 1).prefix { $0.properties.isASCIIHexDigit }
      guard let value = UInt32(String(digits.map(Character.init)), radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(CodePage.windows1252(value))
      else { return nil }
      let length = digits.count + (isHex ? 2 : 1)
      return (scalar, length + (text.dropFirst(length).first == ";" ? 1 : 0))
    }
    let name = head.prefix { $0.isLatin || $0.isDigit }
    guard let scalar = names[String(name.map(Character.init))] else { return nil }
    let isClosed = text.dropFirst(name.count).first == ";"
    // Old pages leave the semicolon out of these.
    guard isClosed || ["nbsp", "lt", "gt", "amp"].contains(String(name.map(Character.init))) else {
      return nil
    }
    return (scalar, name.count + (isClosed ? 1 : 0))
  }

  private static let names: [String: Unicode.Scalar] = [
    "nbsp": "\u{A0}", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "le": "≤",
    "ge": "≥", "ne": "≠", "times": "×", "divide": "÷", "plusmn": "±", "minus": "−", "middot": "·",
    "bull": "•", "mdash": "—", "ndash": "–", "hellip": "…", "ldquo": "“", "rdquo": "”",
    "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "deg": "°", "sup1": "¹", "sup2": "²", "sup3": "³",
    "frac12": "½", "frac14": "¼", "frac34": "¾", "permil": "‰", "sect": "§", "para": "¶",
    "copy": "©", "reg": "®", "yen": "¥", "euro": "€", "cent": "¢", "rarr": "→", "larr": "←",
    "uarr": "↑", "darr": "↓", "radic": "√", "lambda": "λ", "alpha": "α", "beta": "β",
    "asymp": "≈", "equiv": "≡", "sim": "∼", "prime": "′", "Prime": "″", "shy": "\u{AD}",
    "zwnj": "\u{200C}", "zwj": "\u{200D}", "micro": "µ", "ordm": "º", "sum": "∑", "tilde": "˜",
  ]
}

/// Old sets of characters of one byte.
enum CodePage {
  /// The scalar of a byte in Windows' Latin set, where it differs from Latin 1.
  static func windows1252(_ value: UInt32) -> UInt32 {
    guard (0x80...0x9F).contains(value) else { return value }
    let table: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
    return table[Int(value - 0x80)]
  }
}
