/// Leads land uses of any scheme to MNR-2023, in which rules name their classes; remembers what it
/// led before, because a register has few uses and many parcels.
///
/// The scheme is the land use's own; a use without code, or whose scheme has no such code, is led by
/// its name.
struct LandUseBridge: Sendable {
  /// A class of MNR-2023 that a use means, or that its land is part of.
  struct Extent: Hashable, Sendable {
    /// The class's code.
    let code: String
    /// Whether the use is the class, and not only akin to it.
    let isExact: Bool
  }

  private var known: [LandUse: [Extent]] = [:]
  private var knownNames: [String: [Extent]] = [:]

  /// What a use means; nothing where it is not known.
  mutating func extents(of use: LandUse) -> [Extent] {
    if let found = known[use] { return found }
    var found: [Extent] = []
    let vocabulary = LandUseVocabulary.standard
    if use.scheme != .unknown, let code = use.code, let item = vocabulary[use.scheme, code] {
      found = LandUseBridge.extents(of: item)
    }
    if found.isEmpty, let name = use.name { found = extents(ofName: name) }
    known[use] = found
    return found
  }

  /// What a name means: the classes of all schemes that have it, the same class once.
  mutating func extents(ofName name: String) -> [Extent] {
    if let found = knownNames[name] { return found }
    var found: [Extent] = []
    for item in LandUseVocabulary.standard.classes(named: name) {
      for extent in LandUseBridge.extents(of: item) where !found.contains(extent) {
        found.append(extent)
      }
    }
    knownNames[name] = found
    return found
  }

  private static func extents(of item: LandUseClass) -> [Extent] {
    if item.scheme == .mnr2023 { return [Extent(code: item.code, isExact: true)] }
    return LandUseVocabulary.standard.equivalents(of: item, in: .mnr2023).compactMap { row in
      row.to.map { Extent(code: $0.code, isExact: row.relation.keepsExtent) }
    }
  }
}

/// How one use stands to another that was planned for the same land.
enum LandUseAgreement: String, Hashable, Sendable, CaseIterable {
  /// The same.
  case equal
  /// One holds the other.
  case compatible
  /// Only one of several agrees.
  case mixed
  /// They do not meet.
  case conflicting

  /// How supplied uses stand to planned ones, each given by what it means; the benefit of a doubtful
  /// name goes to agreement.
  init(supplied: [[LandUseBridge.Extent]], planned: [[LandUseBridge.Extent]]) {
    var isEqual = true
    var met: Set<Int> = []
    var unmet = 0
    for use in supplied {
      let matches = planned.map { LandUseAgreement.of(use, $0) }
      let best = matches.contains(.equal) ? LandUseAgreement.equal : .compatible
      let agreeing = matches.indices.filter { matches[$0] != .conflicting }
      if agreeing.isEmpty { unmet += 1 }
      if best != .equal { isEqual = false }
      met.formUnion(agreeing)
    }
    if met.isEmpty {
      self = .conflicting
    } else if unmet > 0 || met.count < planned.count {
      self = .mixed
    } else {
      self = isEqual ? .equal : .compatible
    }
  }

  private static func of(
    _ a: [LandUseBridge.Extent], _ b: [LandUseBridge.Extent]
  ) -> LandUseAgreement {
    var best = LandUseAgreement.conflicting
    for one in a {
      for other in b {
        if one.code == other.code, one.isExact, other.isExact { return .equal }
        if one.code.hasPrefix(other.code) || other.code.hasPrefix(one.code) { best = .compatible }
      }
    }
    return best
  }
}
