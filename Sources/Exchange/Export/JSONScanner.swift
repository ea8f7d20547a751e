/// Finds the ends of JSON values in text, by RFC 8259 to the letter, without building them.
struct JSONScanner {
  private let bytes: [UInt8]
  private(set) var position: Int

  /// Values nested deeper than this are no JSON to the scanner: no record is so deep, and the stack
  /// is not endless.
  private static let depthLimit = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
  }

  /// Whether a text is one JSON value and nothing else, not even space around it.
  static func isValue(_ text: String) -> Bool {
    guard let first = text.utf8.first, starts[Int(first)] else { return false }
    var scanner = JSONScanner(Array(text.utf8))
    return scanner.skipValue(depth: 0) && scanner.position == scanner.bytes.count
  }

  /// The members of an object, each as the bytes of its key and of its value; `nil` where the text
  /// is no object.
  static func members(of object: [UInt8]) -> [(key: Range<Int>, value: Range<Int>)]? {
    var scanner = JSONScanner(object)
    var members: [(Range<Int>, Range<Int>)] = []
    guard scanner.take("{") else { return nil }
    scanner.skipSpace()
    if scanner.take("}") { return members }
    repeat {
      scanner.skipSpace()
      let keyStart = scanner.position
      guard scanner.skipString() else { return nil }
      let key = keyStart..<scanner.position
      scanner.skipSpace()
      guard scanner.take(":") else { return nil }
      scanner.skipSpace()
      let valueStart = scanner.position
      guard scanner.skipValue(depth: 0) else { return nil }
      members.append((key, valueStart..<scanner.position))
      scanner.skipSpace()
    } while scanner.take(",")
    return scanner.take("}") ? members : nil
  }

  private mutating func skipValue(depth: Int) -> Bool {
    guard depth < JSONScanner.depthLimit, position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "\""): return skipString()
    case UInt8(ascii: "{"): return skipList(from: "{", to: "}", isObject: true, depth: depth)
    case UInt8(ascii: "["): return skipList(from: "[", to: "]", isObject: false, depth: depth)
    case UInt8(ascii: "t"): return skipWord("true")
    case UInt8(ascii: "f"): return skipWord("false")
    case UInt8(ascii: "n"): return skipWord("null")
    default: return skipNumber()
    }
  }

  private mutating func skipList(
    from opening: Unicode.Scalar, to closing: Unicode.Scalar, isObject: Bool, depth: Int
  ) -> Bool {
    guard take(opening) else { return false }
    skipSpace()
    if take(closing) { return true }
    repeat {
      skipSpace()
      if isObject {
        guard skipString() else { return false }
        skipSpace()
        guard take(":") else { return false }
        skipSpace()
      }
      guard skipValue(depth: depth + 1) else { return false }
      skipSpace()
    } while take(",")
    return take(closing)
  }

  private mutating func skipString() -> Bool {
    guard take("\"") else { return false }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case 0..<0x20: return false
      case UInt8(ascii: "\\"): guard skipEscape() else { return false }
      default: break
      }
    }
    return false
  }

  private mutating func skipEscape() -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    position += 1
    guard byte == UInt8(ascii: "u") else { return Array("\"\\/bfnrt".utf8).contains(byte) }
    for _ in 0..<4 {
      guard position < bytes.count, Character(Unicode.Scalar(bytes[position])).isHexDigit else {
        return false
      }
      position += 1
    }
    return true
  }

  private mutating func skipNumber() -> Bool {
    _ = take("-")
    if !take("0") { guard skipDigits() else { return false } }
    if take(".") { guard skipDigits() else { return false } }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      return skipDigits()
    }
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position > start
  }

  private mutating func skipWord(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == scalar.value else { return false }
    position += 1
    return true
  }

  private static let starts: [Bool] = {
    var starts = [Bool](repeating: false, count: 256)
    for byte in "{[\"-0123456789tfn".utf8 { starts[Int(byte)] = true }
    return starts
  }()
}
