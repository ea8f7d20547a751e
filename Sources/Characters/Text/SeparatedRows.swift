/// Rows of a text with separated values (RFC 4180), read from its bytes, chunk by chunk.
///
/// Lines end in CR, LF or both. A cell that begins with a quotation mark, blanks before it apart, goes
/// on to the next single one: separators and line ends in it belong to it, a doubled mark stands for
/// one. A first line `sep=;`, as spreadsheets write it, names the separator and is no row.
///
/// Bytes are taken as they are: UTF-8, or GB18030, in which no part of another character looks like
/// what divides rows. A row is handed out as bytes with the ends of its cells; text is made of those
/// that somebody wants.
public struct SeparatedRows: Sendable {
  /// A row with more bytes is given up: 256 MiB.
  public static let longestRow = 256 << 20

  /// One row: its cells, quotes resolved, one behind the other.
  public struct Row: Sendable {
    /// The line it begins on.
    public fileprivate(set) var line = 1
    /// The cells' bytes.
    public fileprivate(set) var bytes: [UInt8] = []
    /// Where each cell ends.
    public fileprivate(set) var ends: [Int] = []
    /// Whether the text ends in quotes that were never closed, or the row is longer than any.
    public fileprivate(set) var isCut = false

    /// A row to read into.
    public init() {}

    /// The place of a cell's bytes.
    public func cell(_ index: Int) -> Range<Int> {
      (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// The place of a cell's bytes without blanks around.
    public func trimmed(_ index: Int) -> Range<Int> {
      var (start, end) = (index == 0 ? 0 : ends[index - 1], ends[index])
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      return start..<end
    }

    /// The text of a cell of a row that is in UTF-8.
    public func text(_ index: Int) -> String { String(decoding: bytes[cell(index)], as: UTF8.self) }

    /// Whether all cells are blank.
    public var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
  }

  /// What separates cells, once the first row was read.
  public private(set) var separator: UInt8?
  private var chunk: [UInt8] = []
  private var offset = 0
  private var line = 1
  /// Whether the last line ended in CR, so that LF belongs to it.
  private var endedInReturn = false
  private var hasBegun = false

  /// The rows of a text. Where no separator is given it is a comma, a tab or a semicolon: the one
  /// that the first line has most of.
  public init(separator: UInt8? = nil) { self.separator = separator }

  /// Reads the next row into `row`; `false` at the end of the text.
  ///
  /// - Parameter more: gives the next bytes of the text; `nil` at its end. The first must have the
  ///   first line.
  public mutating func next<Fault: Error>(
    _ row: inout Row, more: () throws(Fault) -> [UInt8]?
  ) throws(Fault) -> Bool {
    row.bytes.removeAll(keepingCapacity: true)
    row.ends.removeAll(keepingCapacity: true)
    row.isCut = false
    var (hasBegun, isQuoted, isAfterQuote, isCellStart) = (false, false, false, true)
    while true {
      if offset == chunk.count {
        guard let bytes = try more() else { break }
        (chunk, offset) = (bytes, 0)
        if !self.hasBegun { begin() }
        continue
      }
      if endedInReturn {
        endedInReturn = false
        if chunk[offset] == 0x0A {
          offset += 1
          if isQuoted { row.bytes.append(0x0A) }
          continue
        }
      }
      if !hasBegun {
        hasBegun = true
        row.line = line
      }
      if isQuoted {
        isQuoted = takeQuoted(to: &row)
        isAfterQuote = !isQuoted
      } else {
        let byte = chunk[offset]
        switch byte {
        case 0x22 where isAfterQuote || isCellStart:
          if isAfterQuote {
            row.bytes.append(byte)
          } else {
            // Blanks before the mark are not the cell's.
            row.bytes.removeLast(row.bytes.count - (row.ends.last ?? 0))
          }
          isQuoted = true
          (isAfterQuote, isCellStart) = (false, false)
          offset += 1
        case 0x0A, 0x0D:
          offset += 1
          line += 1
          endedInReturn = byte == 0x0D
          row.ends.append(row.bytes.count)
          return true
        case separator:
          offset += 1
          row.ends.append(row.bytes.count)
          (isAfterQuote, isCellStart) = (false, true)
        default:
          isAfterQuote = false
          if takePlain(to: &row, isCellStart) { isCellStart = false }
        }
      }
      if row.bytes.count > Self.longestRow { break }
    }
    guard hasBegun else { return false }
    row.isCut = isQuoted || row.bytes.count > Self.longestRow
    row.ends.append(row.bytes.count)
    return true
  }

  /// Takes what stands in quotes, up to the mark, a line's end or the chunk's.
  ///
  /// - Returns: whether the quotes go on.
  private mutating func takeQuoted(to row: inout Row) -> Bool {
    // A mark is passed over, a line's end is the cell's.
    let end = Self.end(in: chunk.span, from: offset, separator: 0x22)
    let last = end < chunk.count ? chunk[end] : 0
    let isLineEnd = last == 0x0A || last == 0x0D
    if isLineEnd {
      line += 1
      endedInReturn = last == 0x0D
    }
    row.bytes += chunk[offset..<(isLineEnd ? end + 1 : end)]
    offset = min(end + 1, chunk.count)
    return last != 0x22
  }

  /// Takes plain bytes, up to what may divide or to the chunk's end; at a cell's start a blank alone.
  ///
  /// - Returns: whether one of them is not blank.
  private mutating func takePlain(to row: inout Row, _ isCellStart: Bool) -> Bool {
    if isCellStart, chunk[offset] <= 0x20 {
      row.bytes.append(chunk[offset])
      offset += 1
      return false
    }
    let end = Self.end(in: chunk.span, from: offset, separator: separator ?? 0x2C)
    row.bytes += chunk[offset..<end]
    offset = end
    return true
  }

  /// The next separator or byte of a line's end; the bytes' end where there is none.
  private static func end(in bytes: Span<UInt8>, from start: Int, separator: UInt8) -> Int {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      place += 1
    }
    return place
  }

  /// Finds out the separator from the first line.
  private mutating func begin() {
    hasBegun = true
    let line = chunk.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.count == 5, line.starts(with: "sep=".utf8) {
      separator = line[4]
      offset = 5
      // The line's end is no row of its own.
      guard offset < chunk.count else { return }
      endedInReturn = chunk[offset] == 0x0D
      offset += 1
      self.line += 1
      return
    }
    guard separator == nil else { return }
    let candidates: [UInt8] = [0x2C, 0x09, 0x3B]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    let most = counts.max() ?? 0
    separator = counts.firstIndex(of: most).map { candidates[$0] }
  }
}

extension SeparatedRows {
  /// All rows of a text in memory, a mark of UTF-8 passed over.
  public static func rows(of text: String, separator: UInt8? = nil) -> [Row] {
    var source: [UInt8]? = Array(text.utf8)
    if source?.starts(with: [0xEF, 0xBB, 0xBF]) == true { source?.removeFirst(3) }
    var reader = SeparatedRows(separator: separator)
    var (rows, row) = ([Row](), Row())
    while reader.next(
      &row,
      more: {
        defer { source = nil }
        return source
      })
    {
      rows.append(row)
    }
    return rows
  }

  /// The cells of a table of Data/vocabularies, without its headings and empty lines.
  public static func cells(ofTable name: String) -> [[String]] {
    rows(of: Resource.text("Data/vocabularies/\(name).csv") ?? "", separator: 0x2C).dropFirst()
      .filter { $0.ends.count > 1 }
      .map { row in row.ends.indices.map(row.text) }
  }
}
