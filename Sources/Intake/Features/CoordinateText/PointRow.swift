import Characters
import Planning

/// A row that gives one boundary point: `J1,1,N,E`, or `J1,N,E,side,1,` of 增减挂钩.
struct PointRow {
  /// The bytes of the point's name, without blanks around.
  var name: Range<Int>
  /// The number of the ring (地块圈号).
  var ring: Int32
  /// The first number.
  var first: Double
  /// The second number.
  var second: Double
  /// Whether the side's length stands before the ring's number, as in 增减挂钩.
  var hasSide: Bool

  /// Reads a row from the bytes of one line; `nil` where it is no point, or its name is not ASCII
  /// and `anyName` is not set.
  @inline(__always)
  init?(_ bytes: [UInt8], from start: Int, to end: Int, anyName: Bool = false) {
    var index = start
    PointRow.skipBlanks(bytes, &index, end)
    if index < end, bytes[index] == 0x7B {
      index += 1
      PointRow.skipBlanks(bytes, &index, end)
    }
    let nameStart = index
    while index < end, bytes[index] != 0x2C {
      guard bytes[index] < 0x80 || anyName else { return nil }
      index += 1
    }
    guard index < end else { return nil }
    var nameEnd = index
    while nameEnd > nameStart, PointRow.isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
    name = nameStart..<nameEnd
    index += 1
    let afterName = index
    if let ring = PointRow.ringNumber(bytes, &index, end), PointRow.comma(bytes, &index, end) {
      guard let first = PointRow.coordinate(bytes, &index, end), PointRow.comma(bytes, &index, end),
        let second = PointRow.coordinate(bytes, &index, end),
        PointRow.isBlankToEnd(bytes, index, end)
      else { return nil }
      (self.ring, self.first, self.second) = (ring, first, second)
      hasSide = false
      return
    }
    index = afterName
    guard let first = PointRow.coordinate(bytes, &index, end), PointRow.comma(bytes, &index, end),
      let second = PointRow.coordinate(bytes, &index, end), PointRow.comma(bytes, &index, end)
    else { return nil }
    while index < end, bytes[index] != 0x2C { index += 1 }
    guard PointRow.comma(bytes, &index, end), let ring = PointRow.ringNumber(bytes, &index, end),
      PointRow.isBlankToEnd(bytes, index, end)
    else { return nil }
    (self.ring, self.first, self.second) = (ring, first, second)
    hasSide = true
  }

  /// The row with a name that stands elsewhere.
  func named(_ name: Range<Int>) -> PointRow {
    var row = self
    row.name = name
    return row
  }

  /// What is wrong with a row that is no point.
  static func fault(of bytes: [UInt8]) -> Diagnostic.RecordFlaw {
    var fields = bytes.split(separator: 0x2C, omittingEmptySubsequences: false)
    while let last = fields.last, last.allSatisfy({ isBlank($0) || $0 == 0x7D }) {
      fields.removeLast()
    }
    guard (4...5).contains(fields.count) else { return .fields }
    var index = fields[1].startIndex
    let hasRingSecond = ringNumber(bytes, &index, fields[1].endIndex) != nil
    return hasRingSecond == (fields.count == 4) ? .coordinate : .fields
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  private static func skipBlanks(_ bytes: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end, isBlank(bytes[index]) { index += 1 }
  }

  @inline(__always)
  private static func comma(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Bool {
    guard index < end, bytes[index] == 0x2C else { return false }
    index += 1
    return true
  }

  /// A whole number of at most five digits, before a comma or the end.
  @inline(__always)
  private static func ringNumber(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Int32? {
    skipBlanks(bytes, &index, end)
    var value: Int32 = 0
    let start = index
    while index < end, bytes[index] &- 0x30 < 10, index - start < 5 {
      value = value &* 10 &+ Int32(bytes[index] &- 0x30)
      index += 1
    }
    guard index > start else { return nil }
    skipBlanks(bytes, &index, end)
    return index == end || bytes[index] == 0x2C || bytes[index] == 0x7D ? value : nil
  }

  @inline(__always)
  private static func coordinate(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Double? {
    skipBlanks(bytes, &index, end)
    // A line's end is no part of a number, so that the bytes behind it may be seen.
    guard let value = DecimalNumber.read(bytes.span, at: &index), value.isFinite else { return nil }
    skipBlanks(bytes, &index, end)
    return value
  }

  /// Whether only blank fields and a closing brace follow.
  @inline(__always)
  private static func isBlankToEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      guard isBlank(bytes[index]) || bytes[index] == 0x2C || bytes[index] == 0x7D else {
        return false
      }
      index += 1
    }
    return true
  }
}
