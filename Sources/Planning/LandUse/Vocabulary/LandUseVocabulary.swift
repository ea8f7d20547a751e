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
      for row in CSVText.rows(ofTable: table) where row.count == 8 {
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
