extension LandUseVocabulary {
  /// The classes that a text which names none may have meant, the likeliest first.
  ///
  /// For a code: the code with the leading zero that spreadsheets drop; else the longest code that
  /// the text begins with, and the classes below it. For a name: names that contain it or lie in
  /// it, then names that differ in few characters.
  public func suggestions(
    for text: String, in scheme: LandUseScheme? = nil, limit: Int = 6
  ) -> [LandUseClass] {
    let folded = LandUseName.folded(text)
    guard !folded.isEmpty, limit > 0 else { return [] }
    let schemes = scheme.map { [$0] } ?? LandUseScheme.allCases
    let isCode = folded.utf8.allSatisfy { (48...57).contains($0) || (65...122).contains($0) }
    let found = isCode ? nearCodes(folded, schemes) : nearNames(folded, schemes)
    return Array(found.prefix(limit))
  }

  private func nearCodes(_ code: String, _ schemes: [LandUseScheme]) -> [LandUseClass] {
    if !code.count.isMultiple(of: 2) {
      let restored = schemes.compactMap { self[$0, "0" + code] }
      if !restored.isEmpty { return restored }
    }
    return schemes.flatMap { scheme -> [LandUseClass] in
      var prefix = code.uppercased()
      while !prefix.isEmpty {
        if let item = self[scheme, prefix], item.code == prefix {
          return [item] + children(of: item)
        }
        prefix.removeLast()
      }
      return []
    }
  }

  private func nearNames(_ name: String, _ schemes: [LandUseScheme]) -> [LandUseClass] {
    let core = LandUseName.core(name)
    let allowed = max(1, core.count / 3)
    var scored: [(score: Int, position: Int)] = []
    for (position, item) in classes.enumerated() where schemes.contains(item.scheme) {
      let other = LandUseName.core(item.name)
      if other.contains(core) || core.contains(other) {
        scored.append((abs(other.count - core.count), position))
      } else if LandUseName.isScattered(core, in: other) {
        scored.append((other.count - core.count + 1, position))
      } else if abs(other.count - core.count) <= allowed {
        let distance = LandUseName.distance(core, other)
        if distance <= allowed { scored.append((distance * 4, position)) }
      }
    }
    var seen: Set<String> = []
    return scored.sorted { ($0.score, $0.position) < ($1.score, $1.position) }
      .map { classes[$0.position] }
      .filter { schemes.count == 1 || seen.insert($0.name).inserted }
  }
}

extension LandUseName {
  /// Whether a name's characters stand in another in their order, with others between: 加油站 in
  /// 加油加气站.
  static func isScattered(_ part: String, in whole: String) -> Bool {
    guard part.count >= 2 else { return false }
    var rest = part[...]
    for character in whole where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The least number of characters to add, drop or change between two names (Levenshtein).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let replaced = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
