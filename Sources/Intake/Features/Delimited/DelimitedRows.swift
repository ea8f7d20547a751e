import Foundation
import Planning

/// Rows of a text with separated values, read as bytes, chunk by chunk (RFC 4180).
///
/// In UTF-8 and in GB18030 no part of another character looks like a separator, a quotation mark or
/// a line end, so that rows are split before they are decoded. UTF-16 is turned into UTF-8 first.
struct DelimitedRows {
  /// A row with more bytes is given up: 256 MiB.
  static let maximumRow = 256 << 20

  /// One row: its cells, quotes resolved, one behind the other.
  struct Row {
    /// The line it begins on.
    var line = 1
    /// The cells' bytes.
    var bytes: [UInt8] = []
    /// Where each cell ends.
    var ends: [Int] = []
    /// Whether the text ends in quotes that were never closed.
    var isCut = false

    /// The bytes of a cell, without spaces at its ends.
    func cell(_ index: Int) -> Range<Int> {
      var (start, end) = (index == 0 ? 0 : ends[index - 1], ends[index])
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      return start..<end
    }

    /// Whether all cells are blank.
    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
  }

  private var source: ByteSource
  private var chunk: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var unit: UTF16Stream?
  private let isUTF8: Bool
  /// What separates cells.
  let separator: UInt8

  /// The rows of a text. The separator is a comma, a tab or a semicolon: the one that the first line
  /// has most of.
  init(_ source: ByteSource) throws(IntakeError) {
    self.source = source
    guard let head = try self.source.peek() else {
      throw IntakeError(.empty, file: source.name)
    }
    unit = UTF16Stream(head: head)
    isUTF8 = Self.isUTF8(head)
    let line = head.prefix { $0 != 0x0A }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    separator =
      candidates.max { a, b in
        line.count(where: { $0 == a }) < line.count(where: { $0 == b })
      } ?? UInt8(ascii: ",")
    if unit == nil, head.starts(with: [0xEF, 0xBB, 0xBF]) {
      _ = try fill()
      offset = 3
    }
  }

  /// Whether bytes are UTF-8, a character cut at their end apart.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (0...min(3, bytes.count)).contains {
      String(validating: bytes.dropLast($0), as: UTF8.self) != nil
    }
  }

  /// The text of a cell; `nil` where its bytes are no text.
  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if isUTF8 || unit != nil, let text = String(validating: bytes, as: UTF8.self) { return text }
    // kCFStringEncodingGB_18030_2000 as Foundation's encodings count it.
    return String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  private mutating func fill() throws(IntakeError) -> Bool {
    guard let next = try source.next() else { return false }
    chunk = unit?.utf8(next) ?? next
    offset = 0
    return true
  }

  /// Reads the next row into `row`; `false` at the end of the text.
  mutating func next(_ row: inout Row) throws(IntakeError) -> Bool {
    row.line = line
    row.bytes.removeAll(keepingCapacity: true)
    row.ends.removeAll(keepingCapacity: true)
    var (isQuoted, isAfterQuote, hasByte, isCellStart) = (false, false, false, true)
    while true {
      while offset == chunk.count {
        if try fill() { continue }
        row.isCut = isQuoted
        guard hasByte else { return false }
        row.ends.append(row.bytes.count)
        return true
      }
      let byte = chunk[offset]
      offset += 1
      hasByte = true
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte == 0x22 {
          isQuoted = false
          isAfterQuote = true
        } else {
          row.bytes.append(byte)
        }
        continue
      }
      if byte == 0x22 && isAfterQuote {
        row.bytes.append(byte)
        isQuoted = true
        isAfterQuote = false
        continue
      }
      isAfterQuote = false
      switch byte {
      case separator:
        row.ends.append(row.bytes.count)
        isCellStart = true
        continue
      case 0x0A:
        row.ends.append(row.bytes.count)
        return true
      case 0x22 where isCellStart: isQuoted = true
      case 0x0D: break
      default: row.bytes.append(byte)
      }
      if byte > 0x20 { isCellStart = false }
      guard row.bytes.count <= Self.maximumRow else {
        row.isCut = true
        row.ends.append(row.bytes.count)
        return true
      }
    }
  }
}

/// Turns UTF-16 into UTF-8, chunk by chunk.
private struct UTF16Stream {
  private let isLittleEndian: Bool
  private var left: [UInt8] = []
  private var isStart = true

  /// A stream, where the first bytes are UTF-16: by their mark, or by the zeros in every other place.
  init?(head: [UInt8]) {
    if head.starts(with: [0xFF, 0xFE]) {
      isLittleEndian = true
    } else if head.starts(with: [0xFE, 0xFF]) {
      isLittleEndian = false
    } else {
      let zeros = head.prefix(4096).enumerated().filter { $0.element == 0 }
      let odd = zeros.count(where: { $0.offset % 2 == 1 })
      guard zeros.count > 2, odd == 0 || odd == zeros.count else { return nil }
      isLittleEndian = odd > 0
    }
  }

  mutating func utf8(_ chunk: [UInt8]) -> [UInt8] {
    let bytes = left + chunk
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittleEndian ? a | b << 8 : a << 8 | b)
      index += 2
    }
    // Half a character waits for the next chunk.
    if let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      index -= 2
    }
    left = Array(bytes[index...])
    if isStart, units.first == 0xFEFF { units.removeFirst() }
    isStart = false
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
