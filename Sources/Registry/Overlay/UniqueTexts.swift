/// Tells many texts apart.
enum UniqueTexts {
  /// Whether no text stands twice.
  ///
  /// Compares digests of 64 bits (FNV-1a), sorted; where two are alike, the texts themselves. Texts
  /// that are equal only once they are normalised may count as different.
  static func areUnique(_ texts: [String]) -> Bool {
    var digests = texts.map { text in
      text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    digests.sort()
    let areApart = zip(digests, digests.dropFirst()).allSatisfy { $0 != $1 }
    return areApart || Set(texts).count == texts.count
  }
}
