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
    let limit = limit ?? max(1, scalars.count / 3)
    var found: [(distance: Int, word: String)] = []
    for candidate in words {
      guard let distance = between(scalars, candidate, atMost: limit) else { continue }
      found.append((distance, candidate))
    }
    return found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(count).map(
      \.word)
  }
}
