/// Finds the longest of many phrases at a place of a text.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let scalars: [Unicode.Scalar]
    let value: Value
  }
  private var entries: [Unicode.Scalar: [Entry]] = [:]

  init(_ phrases: [(String, Value)]) {
    for (phrase, value) in phrases {
      let scalars = Array(phrase.unicodeScalars)
      guard let first = scalars.first else { continue }
      entries[first, default: []].append(Entry(scalars: scalars, value: value))
    }
    for key in entries.keys {
      entries[key]?.sort { $0.scalars.count > $1.scalars.count }
    }
  }

  /// The longest phrase that begins at `index`, with its length in scalars.
  func match(_ text: [Unicode.Scalar], at index: Int) -> (value: Value, length: Int)? {
    guard let candidates = entries[text[index]] else { return nil }
    for entry in candidates where text.count - index >= entry.scalars.count {
      var offset = 1
      while offset < entry.scalars.count, text[index + offset] == entry.scalars[offset] {
        offset += 1
      }
      if offset == entry.scalars.count { return (entry.value, offset) }
    }
    return nil
  }
}
