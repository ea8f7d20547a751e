/// Unpacks what was packed with Deflate. Source: RFC 1951.
enum Inflation {
  /// The bytes unpacked; `nil` where they are broken, or more than the limit.
  static func inflated(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var stream = DeflateStream(Array(packed), limit: limit)
    return stream.inflate()
  }
}

/// A stream of bits, read from the lowest bit of each byte on, and what came out of it.
private struct DeflateStream {
  private let bytes: [UInt8]
  private let limit: Int
  private var place = 0
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var out: [UInt8] = []

  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
    out.reserveCapacity(min(limit, 64 << 20))
  }

  mutating func inflate() -> [UInt8]? {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return nil }
      let isWhole =
        switch kind {
        case 0: copyStored()
        case 1: block(HuffmanCode.fixedLengths, HuffmanCode.fixedDistances)
        case 2: dynamicBlock()
        default: false
        }
      guard isWhole else { return nil }
      if isLast == 1 { return out }
    }
  }

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard place < bytes.count else { return nil }
      bits |= UInt32(bytes[place]) << UInt32(bitCount)
      place += 1
      bitCount += 8
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func copyStored() -> Bool {
    bits = 0
    bitCount = 0
    guard place + 4 <= bytes.count else { return false }
    let length = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    place += 4
    guard place + length <= bytes.count, out.count + length <= limit else { return false }
    out += bytes[place..<place + length]
    place += length
    return true
  }

  private mutating func symbol(_ code: HuffmanCode) -> Int? {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  private mutating func block(_ lengths: HuffmanCode, _ distances: HuffmanCode) -> Bool {
    while let symbol = symbol(lengths) {
      if symbol < 256 {
        guard out.count < limit else { return false }
        out.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol - 257 < Self.lengthBases.count, let more = take(Self.lengthBits[symbol - 257]),
        let far = self.symbol(distances), far < Self.distanceBases.count,
        let further = take(max(0, far / 2 - 1))
      else { return false }
      let length = Self.lengthBases[symbol - 257] + more
      let distance = Self.distanceBases[far] + further
      guard distance <= out.count, out.count + length <= limit else { return false }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
    return false
  }

  private mutating func dynamicBlock() -> Bool {
    guard let lengthCount = take(5), let distanceCount = take(5), let codeCount = take(4) else {
      return false
    }
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for index in 0..<codeCount + 4 {
      guard let length = take(3) else { return false }
      lengths[order[index]] = length
    }
    let code = HuffmanCode(lengths)
    let all = lengthCount + 257 + distanceCount + 1
    var read: [Int] = []
    while read.count < all {
      guard let symbol = symbol(code) else { return false }
      switch symbol {
      case 0..<16: read.append(symbol)
      case 16:
        guard let last = read.last, let count = take(2) else { return false }
        read += [Int](repeating: last, count: count + 3)
      case 17:
        guard let count = take(3) else { return false }
        read += [Int](repeating: 0, count: count + 3)
      default:
        guard let count = take(7) else { return false }
        read += [Int](repeating: 0, count: count + 11)
      }
    }
    guard read.count == all else { return false }
    return block(
      HuffmanCode(Array(read[..<(lengthCount + 257)])),
      HuffmanCode(Array(read[(lengthCount + 257)...])))
  }
}

/// A prefix code, told by how long the code of each symbol is.
private struct HuffmanCode {
  /// How many codes have each length.
  var counts = [Int](repeating: 0, count: 16)
  /// The symbols in the order of their codes.
  var symbols: [Int]

  init(_ lengths: [Int]) {
    symbols = [Int](repeating: 0, count: lengths.count)
    for length in lengths where length > 0 { counts[length] += 1 }
    var places = [Int](repeating: 0, count: 16)
    for length in 1..<15 { places[length + 1] = places[length] + counts[length] }
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[length]] = symbol
      places[length] += 1
    }
  }

  static let fixedLengths = HuffmanCode(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  static let fixedDistances = HuffmanCode([Int](repeating: 5, count: 30))
}
