/// How far apart two words are, for "did you mean".
public enum EditDistance {
  /// The number of characters to insert, delete or replace to make one word of the other; `nil`
  /// where it is more than the limit.
  public static func between(_ a: String, _ b: String, atMost limit: Int) -> Int? {
    between(Array(a.unicodeScalars), b, atMost: limit)
  }

  private static func between(
    _ first: [Unicode.Scalar], _ word: String, atMost limit: Int
  ) -> Int? {
    let second = Array(word.unicodeScalars)
    guard abs(first.count - second.count) <= limit else { return nil }
    var row = Array(0...second.count)
    for i in first.indices {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in second.indices {
        let replaced = diagonal + (first[i] == second[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, min(row[j], diagonal) + 1)
        least = min(least, row[j + 1])
      }
      guard least <= limit else { return nil }
    }
    return row[second.count] <= limit ? row[second.count] : nil
  }

  /// The words nearest to a given one, the nearest first, then in their order.
  ///
  /// - Parameters:
  ///   - limit: the greatest distance; a third of the word's length where not given.
  ///   - count: how many at most.
  public static func nearest(
    to word: String, among words: some Sequence<String>, atMost limit: Int? = nil, count: Int = 5
  ) -> [String] {
    let scalars = Array(word.unicodeScalars)
    let pattern = EditPattern(scalars)
    var limit = limit ?? max(1, scalars.count / 3)
    var found: [(distance: Int, word: String)] = []
    for candidate in words {
      // An ASCII word's length is known without a walk.
      guard !candidate.utf8.isEmpty, candidate.utf8.count >= scalars.count - limit else { continue }
      let distance =
        pattern.map { $0.distance(to: candidate) } ?? between(scalars, candidate, atMost: limit)
      guard let distance, distance <= limit else { continue }
      let place = found.firstIndex { ($0.distance, $0.word) > (distance, candidate) } ?? found.count
      found.insert((distance, candidate), at: place)
      guard found.count > count else { continue }
      found.removeLast()
      limit = min(limit, found.last?.distance ?? limit)
    }
    return found.map(\.word)
  }
}

/// A word of up to 64 characters, prepared to be compared with many.
///
/// Source: G. Myers, A fast bit-vector algorithm for approximate string matching, JACM 46 (1999);
/// for the distance of whole words after H. Hyyrö (2001).
private struct EditPattern {
  private let length: Int
  /// For each character the places in the word where it stands.
  private var ascii = [UInt64](repeating: 0, count: 128)
  private var others: [Unicode.Scalar: UInt64] = [:]

  /// `nil` for an empty or a longer word.
  init?(_ word: [Unicode.Scalar]) {
    guard (1...64).contains(word.count) else { return nil }
    length = word.count
    for (place, scalar) in word.enumerated() {
      if scalar.isASCII {
        ascii[Int(scalar.value)] |= 1 << UInt64(place)
      } else {
        others[scalar, default: 0] |= 1 << UInt64(place)
      }
    }
  }

  /// The distance to a word.
  func distance(to word: String) -> Int {
    let last: UInt64 = 1 << UInt64(length - 1)
    var (more, less) = (UInt64.max, UInt64.zero)
    var score = length
    for scalar in word.unicodeScalars {
      let equal = scalar.isASCII ? ascii[Int(scalar.value)] : others[scalar] ?? 0
      let vertical = equal | less
      let horizontal = (((equal & more) &+ more) ^ more) | equal
      var up = less | ~(horizontal | more)
      var down = more & horizontal
      if up & last != 0 { score += 1 }
      if down & last != 0 { score -= 1 }
      up = (up << 1) | 1
      down <<= 1
      more = down | ~(vertical | up)
      less = up & vertical
    }
    return score
  }
}
