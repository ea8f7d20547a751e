import Characters
import Planning

/// Reads the text of RTF: a line a paragraph, tables whole with their merged cells.
///
/// Source: Rich Text Format Specification 1.9.1.
struct RichText {
  /// What holds in a group and in those inside it.
  private struct State {
    var isSkipped = false
    var isHidden = false
    var isFontTable = false
    /// How many characters stand for one in `\u` for those who do not know it.
    var fallback = 1
    var font = 0
  }

  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var state = State()
  private var outer: [State] = []
  private var isGroupStart = false
  private var codePage = 1252
  private var charsets: [Int: Int] = [:]
  /// Bytes of a set of two bytes a character, until what they are is whole.
  private var pending: [UInt8] = []
  private var flow = RichTextFlow()

  /// The lines of a document.
  ///
  /// - Throws: ``IntakeError`` where characters are of a set that is not known, or broken.
  static func lines(of bytes: [UInt8], file: String) throws(IntakeError) -> [String] {
    var reader = RichText(bytes: bytes, file: file)
    return try reader.read()
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private mutating func read() throws(IntakeError) -> [String] {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "{"):
        try flush()
        outer.append(state)
        isGroupStart = true
      case UInt8(ascii: "}"):
        try flush()
        state = outer.popLast() ?? State()
      case UInt8(ascii: "\\"): try control()
      case 0x0A, 0x0D, 0x00: break
      default:
        isGroupStart = false
        put(byte)
      }
    }
    try flush()
    return flow.finished()
  }

  private mutating func put(_ byte: UInt8) {
    guard !state.isSkipped, !state.isHidden, !state.isFontTable else { return }
    pending.append(byte)
  }

  /// The bytes so far as text.
  private mutating func flush() throws(IntakeError) {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    if pending.allSatisfy({ $0 < 0x80 }) {
      flow.put(String(decoding: pending, as: UTF8.self))
      return
    }
    switch page {
    case 936, 54936:
      guard let text = GB18030.text(pending[...]) else {
        throw IntakeError(.notText(nil), file: file)
      }
      flow.put(text)
    case 65001:
      guard let text = String(validating: pending, as: UTF8.self) else {
        throw IntakeError(.notText(nil), file: file)
      }
      flow.put(text)
    case 1252, 0, 1:
      // Writers that say nothing of their set save Chinese as it is on their machine.
      if let text = pending.count > 1 ? GB18030.text(pending[...]) : nil,
        text.unicodeScalars.allSatisfy({ $0.isHan || $0.value < 0x80 || $0.value > 0x3000 })
      {
        flow.put(text)
      } else {
        flow.put(
          String(
            pending.lazy.compactMap { Unicode.Scalar(CodePage.windows1252(UInt32($0))) }))
      }
    default: throw IntakeError(.unknownEncoding("CP\(page)"), file: file)
    }
  }

  private var page: Int {
    switch charsets[state.font] {
    case 134: 936
    case 136: 950
    case 128: 932
    case 129: 949
    default: codePage
    }
  }

  // MARK: Control words

  private mutating func control() throws(IntakeError) {
    guard place < bytes.count else { return }
    let byte = bytes[place]
    guard (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) else {
      place += 1
      return try symbol(byte)
    }
    let start = place
    while place < bytes.count, (bytes[place] | 0x20) >= 0x61, (bytes[place] | 0x20) <= 0x7A {
      place += 1
    }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    var digits = ""
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      digits = "-"
      place += 1
    }
    while place < bytes.count, (0x30...0x39).contains(bytes[place]), digits.count < 10 {
      digits.append(Character(Unicode.Scalar(bytes[place])))
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x20 { place += 1 }
    if word == "bin", let count = Int(digits) {
      place = min(place + max(0, count), bytes.count)
      return
    }
    try flush()
    take(word, Int(digits))
    isGroupStart = false
  }

  private mutating func symbol(_ byte: UInt8) throws(IntakeError) {
    switch byte {
    case UInt8(ascii: "'"):
      let digits = String(decoding: bytes[place...].prefix(2), as: UTF8.self)
      place = min(place + 2, bytes.count)
      if let byte = UInt8(digits, radix: 16) { put(byte) }
    case UInt8(ascii: "*"):
      // A destination that older readers do not know; text boxes are told by one.
      if !bytes[place...].starts(with: Array("\\shpinst".utf8)) { state.isSkipped = true }
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
    case UInt8(ascii: "~"):
      try flush()
      put("\u{A0}")
    case UInt8(ascii: "_"): put(UInt8(ascii: "-"))
    case 0x0A, 0x0D:
      try flush()
      if isShown { flow.endParagraph() }
    default: break
    }
    isGroupStart = false
  }

  private var isShown: Bool { !state.isSkipped && !state.isHidden && !state.isFontTable }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if isShown { flow.put(String(Character(scalar))) }
  }

  private static let skipped: Set = [
    "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "sn", "sv", "objdata", "nonshppict", "listtable",
    "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "fldinst",
    "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", "xe", "tc", "nesttableprops",
  ]

  private static let signs: [String: Unicode.Scalar] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u{2003}", "enspace": "\u{2002}",
    "nestcell": " ", "nestrow": " ",
  ]

  private mutating func take(_ word: String, _ value: Int?) {
    if isGroupStart, Self.skipped.contains(word) { state.isSkipped = true }
    switch word {
    case "fonttbl": state.isFontTable = true
    case "f": state.font = value ?? 0
    case "fcharset": if state.isFontTable { charsets[state.font] = value }
    case "ansicpg": codePage = value ?? 1252
    case "uc": state.fallback = max(0, value ?? 1)
    case "u":
      put(unit: UInt16(truncatingIfNeeded: value ?? 63))
      skipFallback()
    case "v": state.isHidden = value != 0
    case "deleted": state.isHidden = value != 0
    case "plain": state.isHidden = false
    case _ where !isShown: break
    case "par", "sect", "page": flow.endParagraph()
    case "line": flow.endLine()
    case "tab": flow.tab()
    default:
      if let sign = Self.signs[word] { put(sign) } else { flow.take(word, value) }
    }
  }

  private var highSurrogate: UInt16?

  private mutating func put(unit: UInt16) {
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
      return
    }
    var value = UInt32(unit)
    if UTF16.isTrailSurrogate(unit), let high = highSurrogate {
      value = 0x1_0000 + (UInt32(high) - 0xD800) << 10 + (value - 0xDC00)
    }
    highSurrogate = nil
    put(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  /// Steps over what stands for a character for those who do not know it: never over more than a
  /// character or a byte each, so that no figure behind it is lost.
  private mutating func skipFallback() {
    for _ in 0..<state.fallback {
      guard place < bytes.count, bytes[place] != UInt8(ascii: "{"),
        bytes[place] != UInt8(ascii: "}")
      else { return }
      if bytes[place] != UInt8(ascii: "\\") {
        place += 1
      } else if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "'") {
        place = min(place + 4, bytes.count)
      } else {
        return
      }
    }
  }
}

/// Paragraphs and rows as they come, made into lines.
private struct RichTextFlow {
  /// A cell as its row defines it.
  private struct Definition {
    var edge: Int
    var isMergedDown = false
    var isMergedAcross = false
  }

  private var lines: [String] = []
  private var text = ""
  private var cells: [String] = []
  private var isInTable = false
  private var definitions: [Definition] = []
  private var next = Definition(edge: 0)
  private var rows: [[(text: String, definition: Definition)]] = []

  private var isInRow: Bool { isInTable || !cells.isEmpty }

  mutating func put(_ text: String) { self.text += text }

  mutating func tab() { text += isInRow ? " " : "\t" }

  mutating func endLine() {
    if isInRow { text += " " } else { endParagraph() }
  }

  mutating func endParagraph() {
    if isInRow {
      text += " "
    } else {
      endTable()
      lines.append(text)
      text = ""
    }
  }

  mutating func take(_ word: String, _ value: Int?) {
    switch word {
    case "pard": isInTable = false
    case "intbl": isInTable = true
    case "trowd":
      definitions = []
      next = Definition(edge: 0)
    case "clvmrg": next.isMergedDown = true
    case "clmrg": next.isMergedAcross = true
    case "cellx":
      next.edge = value ?? 0
      definitions.append(next)
      next = Definition(edge: 0)
    case "cell":
      cells.append(TableFinder.trimmed(text.unicodeScalars))
      text = ""
    case "row":
      if !cells.isEmpty {
        rows.append(
          cells.enumerated().map { index, text in
            (text, definitions[safe: index] ?? Definition(edge: (index + 1) * 10_000_000))
          })
      }
      cells = []
      text = ""
      isInTable = false
    default: break
    }
  }

  mutating func finished() -> [String] {
    endTable()
    if !text.isEmpty || !cells.isEmpty { lines.append((cells + [text]).joined(separator: "\t")) }
    return lines
  }

  private mutating func endTable() {
    guard !rows.isEmpty else { return }
    defer { rows = [] }
    let edges = Tracks.clustered(rows.flatMap { $0.map { Double($0.definition.edge) } }, within: 60)
    var table: [[SpannedCell]] = []
    // Where in the table the cell stands that goes on downwards, by its first column.
    var open: [Int: (row: Int, index: Int)] = [:]
    for row in rows {
      var line: [SpannedCell] = []
      var column = 0
      for (text, definition) in row {
        let end = Tracks.index(of: Double(definition.edge), in: edges) + 1
        let across = max(1, end - column)
        if definition.isMergedAcross, !line.isEmpty {
          line[line.count - 1].across += across
        } else if definition.isMergedDown, let above = open[column] {
          table[above.row][above.index].down += 1
        } else {
          open[column] = (table.count, line.count)
          line.append(SpannedCell(text: text, across: across))
        }
        column = max(end, column + 1)
      }
      table.append(line)
    }
    lines += SpannedTable.lines(table)
  }
}
