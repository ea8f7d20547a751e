internal import Characters

/// The classes of the national land-use schemes, found by code and by name.
///
/// Built once, on first use, from tables that the program carries in itself (Data/vocabularies).
/// The digits of a code never tell its scheme; a question without a scheme has as many answers as
/// there are schemes with that code.
public struct LandUseVocabulary: Sendable {
  /// The vocabulary of this program.
  public static let standard = LandUseVocabulary()

  /// Every class of every scheme, in the order of the tables.
  public let classes: [LandUseClass]

  private let positions: [Key: Int]
  private let byFolded: [String: [Int]]
  private let byCore: [String: [Int]]
  private let byLoose: [String: [Int]]

  private struct Key: Hashable {
    let scheme: LandUseScheme
    let code: String
  }

  private init() {
    var classes: [LandUseClass] = []
    for (scheme, table) in LandUseVocabulary.tables {
      for row in SeparatedRows.cells(ofTable: table) where row.count == 8 {
        classes.append(
          LandUseClass(
            scheme: scheme, code: row[0], name: row[1], level: Int(row[2]) ?? 0,
            parent: row[3].isEmpty ? nil : row[3],
            confidence: LandUseConfidence(rawValue: row[4]) ?? .low,
            note: row[6].isEmpty ? nil : row[6], noteChinese: row[7].isEmpty ? nil : row[7]))
      }
    }
    var positions: [Key: Int] = [:]
    var byFolded: [String: [Int]] = [:]
    var byCore: [String: [Int]] = [:]
    var byLoose: [String: [Int]] = [:]
    positions.reserveCapacity(classes.count)
    for (index, item) in classes.enumerated() {
      positions[Key(scheme: item.scheme, code: item.code)] = index
      let core = LandUseName.core(item.name)
      byFolded[item.name, default: []].append(index)
      byCore[core, default: []].append(index)
      byLoose[LandUseName.loose(core), default: []].append(index)
    }
    self.classes = classes
    self.positions = positions
    self.byFolded = byFolded
    self.byCore = byCore
    self.byLoose = byLoose
  }

  private static var tables: [(LandUseScheme, String)] {
    [
      (.mnr2023, "mnr-2023"), (.mnr2020, "mnr-2020"), (.gbt21010, "gbt21010-2017"),
      (.gb50137, "gb50137-2011"), (.survey3, "survey-3"),
    ]
  }
}

extension LandUseVocabulary {
  /// The class with a code, or `nil` where the scheme has none.
  ///
  /// Tolerates full width, spaces, small letters and, in the MNR schemes, codes padded with zeros to
  /// six digits (`070200` for `0702`). Which code was matched is in the answer's `code`.
  public subscript(scheme: LandUseScheme, code: String) -> LandUseClass? {
    if let index = positions[Key(scheme: scheme, code: code)] { return classes[index] }
    var folded = LandUseName.folded(code).uppercased()
    if let index = positions[Key(scheme: scheme, code: folded)] { return classes[index] }
    guard scheme == .mnr2023 || scheme == .mnr2020, folded.count == 6 || folded.count == 4 else {
      return nil
    }
    while folded.hasSuffix("00"), folded.count > 2 {
      folded.removeLast(2)
      if let index = positions[Key(scheme: scheme, code: folded)] { return classes[index] }
    }
    return nil
  }

  /// The classes with a name, of one scheme or of all.
  ///
  /// In each scheme the best agreement counts alone: the exact name; else the name but for an ending
  /// 用地 or 地 (`中小学`, `公园绿地`); else the name but for 设施 and 与, 和, 及 (`文化设施用地` for
  /// `文化用地`). Spaces and width never matter.
  public func classes(named name: String, in scheme: LandUseScheme? = nil) -> [LandUseClass] {
    let folded = LandUseName.folded(name)
    guard !folded.isEmpty else { return [] }
    let core = LandUseName.core(folded)
    let tiers = [byFolded[folded], byCore[core], byLoose[LandUseName.loose(core)]]
    var answered: Set<LandUseScheme> = []
    var found: [Int] = []
    for tier in tiers {
      let hits = (tier ?? []).filter { index in
        let itsScheme = classes[index].scheme
        return !answered.contains(itsScheme) && (scheme == nil || scheme == itsScheme)
      }
      found += hits
      answered.formUnion(hits.map { classes[$0].scheme })
    }
    return found.sorted().map { classes[$0] }
  }

  /// Every name of every scheme once, the longest first, for a scanner of running text.
  public var names: [String] {
    byFolded.keys.sorted { ($0.count, $1) > ($1.count, $0) }
  }

  /// The classes directly below one, in the order of the scheme.
  public func children(of parent: LandUseClass) -> [LandUseClass] {
    classes.filter { $0.scheme == parent.scheme && $0.parent == parent.code }
  }

  /// The classes from the root down to one, itself included.
  public func path(of item: LandUseClass) -> [LandUseClass] {
    var path = [item]
    while let code = path[0].parent, let index = positions[Key(scheme: item.scheme, code: code)] {
      path.insert(classes[index], at: 0)
    }
    return path
  }

  /// The root classes of a scheme.
  public func roots(of scheme: LandUseScheme) -> [LandUseClass] {
    classes.filter { $0.scheme == scheme && $0.parent == nil }
  }

  /// The schemes that have a code, in the order of `LandUseScheme.allCases`.
  public func schemes(havingCode code: String) -> [LandUseScheme] {
    LandUseScheme.allCases.filter { self[$0, code] != nil }
  }
}

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

extension LandUseVocabulary {
  /// The counterparts of a class in another scheme, the closest and surest first.
  ///
  /// The crosswalk joins every scheme to MNR-2023; between two others the way goes over MNR-2023,
  /// which `via` says. A class of MNR-2023 without a row of its own stands under the counterpart of
  /// the class above it. An answer with `to == nil` is a row that says there is none; no answer at
  /// all means that the crosswalk does not know.
  public func equivalents(of item: LandUseClass, in scheme: LandUseScheme) -> [LandUseEquivalent] {
    guard item.scheme != scheme, scheme != .unknown else { return [] }
    if scheme == .mnr2023 { return ordered(forward(from: item)) }
    if item.scheme == .mnr2023 { return ordered(backward(from: item, to: scheme)) }

    var best: [String: LandUseEquivalent] = [:]
    for first in forward(from: item) {
      guard let middle = first.to else { return [first] }
      for second in backward(from: middle, to: scheme) {
        guard let target = second.to else { continue }
        let joined = LandUseEquivalent(
          from: item, to: target, relation: first.relation.followed(by: second.relation),
          confidence: min(first.confidence, second.confidence), via: [middle] + second.via,
          note: second.note ?? first.note,
          noteChinese: second.noteChinese ?? first.noteChinese)
        if let known = best[target.code], precedes(known, joined) { continue }
        best[target.code] = joined
      }
    }
    return ordered(best.values.sorted { ($0.to?.code ?? "") < ($1.to?.code ?? "") })
  }

  /// The codes that stand for one class in the 2020 trial and for another in MNR-2023.
  public var codesWithChangedMeaning: [(trial: LandUseClass, now: LandUseClass)] {
    LandUseCrosswalk.standard.rows.filter { $0.relation == .reused }.compactMap { row in
      guard let trial = self[row.scheme, row.code], let now = self[.mnr2023, row.target] else {
        return nil
      }
      return (trial, now)
    }
  }

  private func forward(from item: LandUseClass) -> [LandUseEquivalent] {
    LandUseCrosswalk.standard.rows(from: item).map { row in
      LandUseEquivalent(
        from: item, to: row.target.isEmpty ? nil : self[.mnr2023, row.target],
        relation: row.relation, confidence: row.confidence, note: row.note,
        noteChinese: row.noteChinese)
    }
  }

  private func backward(from item: LandUseClass, to scheme: LandUseScheme) -> [LandUseEquivalent] {
    for (depth, ancestor) in path(of: item).reversed().enumerated() {
      let rows = LandUseCrosswalk.standard.rows(to: ancestor.code, from: scheme)
      guard !rows.isEmpty else { continue }
      let found = rows.compactMap { row -> LandUseEquivalent? in
        guard let target = self[scheme, row.code] else { return nil }
        let relation = row.relation.inverse
        return LandUseEquivalent(
          from: item, to: target,
          relation: depth == 0 ? relation : LandUseRelation.broader.followed(by: relation),
          confidence: row.confidence, via: depth == 0 ? [] : [ancestor], note: row.note,
          noteChinese: row.noteChinese)
      }
      // Where a counterpart of the class above holds the whole class, those that only touch it say
      // nothing more.
      let whole = found.filter { $0.relation == .broader }
      return depth == 0 || whole.isEmpty ? found : whole
    }
    return []
  }

  private func ordered(_ rows: [LandUseEquivalent]) -> [LandUseEquivalent] {
    rows.enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      if precedes(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// Same extent first, then the surer.
  private func precedes(_ a: LandUseEquivalent, _ b: LandUseEquivalent) -> Bool {
    if a.relation.keepsExtent != b.relation.keepsExtent { return a.relation.keepsExtent }
    return a.confidence > b.confidence
  }
}
