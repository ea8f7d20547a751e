/// Where the parts of a JSON text stand that was written on one line and is known to be whole.
public enum JSONSpans {
  /// The members of an object, with the place of each value.
  ///
  /// - Parameter object: the place of the object, its braces included.
  public static func members(
    of object: Range<Int>, in bytes: [UInt8]
  ) -> [(key: String, value: Range<Int>)] {
    var members: [(key: String, value: Range<Int>)] = []
    var next = object.lowerBound + 1
    while next < object.upperBound - 1 {
      let key = value(from: next, in: bytes)
      let start = key.upperBound + 1
      let end = value(from: start, in: bytes).upperBound
      members.append(
        (
          String(decoding: bytes[key.lowerBound + 1..<key.upperBound - 1], as: UTF8.self),
          start..<end
        ))
      next = end + 1
    }
    return members
  }

  /// The elements of an array.
  ///
  /// - Parameter array: the place of the array, its brackets included.
  public static func elements(of array: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var next = array.lowerBound + 1
    while next < array.upperBound - 1 {
      let element = value(from: next, in: bytes)
      elements.append(element)
      next = element.upperBound + 1
    }
    return elements
  }

  /// The value that begins at a place.
  private static func value(from start: Int, in bytes: [UInt8]) -> Range<Int> {
    var (place, depth) = (start, 0)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""): place = end(ofString: place, in: bytes) - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return start..<place }
        depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return start..<place }
      default: break
      }
      place += 1
    }
    return start..<place
  }

  private static func end(ofString start: Int, in bytes: [UInt8]) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, bytes.count)
  }
}
