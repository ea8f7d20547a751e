/// Many texts that differ in a few words, each kept as what differs from one of some patterns.
///
/// A text is cut into words behind the signs of JSON. Parcels of one file have the same keys and all
/// but a dozen values in common: of 800 bytes 200 are left.
struct SimilarTexts {
  /// A text that others are told by.
  private struct Pattern {
    var bytes: [UInt8]
    var words: [Range<Int32>]
  }

  private var patterns: [Pattern] = []
  private var buffer: [UInt8] = []
  /// Where the text of each key stands in the buffer.
  private var places: [Int64: (start: Int, end: Int)] = [:]

  private static let mostPatterns = 32

  /// The number of bytes that are kept.
  var size: Int { buffer.count + places.count * 40 }

  /// Keeps a text.
  mutating func keep(_ key: Int64, _ text: [UInt8]) {
    guard places[key] == nil else { return }
    let words = SimilarTexts.words(of: text)
    var best: (pattern: Int, different: [Int])?
    for (index, pattern) in patterns.enumerated() where pattern.words.count == words.count {
      let different = words.indices.filter { word in
        let (own, other) = (words[word], pattern.words[word])
        return own.count != other.count
          || text[Int(own.lowerBound)..<Int(own.upperBound)]
            != pattern.bytes[Int(other.lowerBound)..<Int(other.upperBound)]
      }
      if different.count < (best?.different.count ?? .max) { best = (index, different) }
    }
    if best.map({ $0.different.count > words.count / 2 }) ?? true,
      patterns.count < SimilarTexts.mostPatterns
    {
      patterns.append(Pattern(bytes: text, words: words))
      best = (patterns.count - 1, [])
    }
    let start = buffer.count
    if let best {
      append(number: best.pattern + 1)
      append(number: best.different.count)
      var last = 0
      for word in best.different {
        let own = words[word]
        append(number: word - last)
        append(number: own.count)
        buffer += text[Int(own.lowerBound)..<Int(own.upperBound)]
        last = word
      }
    } else {
      append(number: 0)
      buffer += text
    }
    places[key] = (start, buffer.count)
  }

  /// Appends the texts of some keys as a list of JSON.
  ///
  /// - Returns: whether all are there.
  func appendList(_ keys: some Sequence<Int64>, to bytes: inout [UInt8]) -> Bool {
    bytes.append(UInt8(ascii: "["))
    for (index, key) in keys.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      guard append(key, to: &bytes) else { return false }
    }
    bytes.append(UInt8(ascii: "]"))
    return true
  }

  /// Appends the text of a key.
  ///
  /// - Returns: whether there is one.
  func append(_ key: Int64, to bytes: inout [UInt8]) -> Bool {
    guard let place = places[key] else { return false }
    var next = place.start
    let number = self.number(&next)
    guard number > 0 else {
      bytes += buffer[next..<place.end]
      return true
    }
    let pattern = patterns[number - 1]
    let count = self.number(&next)
    var (word, done) = (0, 0)
    for _ in 0..<count {
      word += self.number(&next)
      let length = self.number(&next)
      let replaced = pattern.words[word]
      bytes += pattern.bytes[done..<Int(replaced.lowerBound)]
      bytes += buffer[next..<next + length]
      next += length
      done = Int(replaced.upperBound)
    }
    bytes += pattern.bytes[done...]
    return true
  }

  /// The words, each with the sign behind it; together they are the text.
  private static func words(of text: [UInt8]) -> [Range<Int32>] {
    var words: [Range<Int32>] = []
    var start = 0
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "["), UInt8(ascii: "]"):
        words.append(Int32(start)..<Int32(place + 1))
        start = place + 1
      default: break
      }
    }
    words.append(Int32(start)..<Int32(text.count))
    return words
  }

  private mutating func append(number: Int) {
    var rest = number
    while rest > 127 {
      buffer.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    buffer.append(UInt8(rest))
  }

  private func number(_ next: inout Int) -> Int {
    var (number, shift) = (0, 0)
    while true {
      let byte = buffer[next]
      next += 1
      number |= Int(byte & 127) << shift
      if byte < 128 { return number }
      shift += 7
    }
  }
}
