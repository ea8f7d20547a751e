extension LandUseVocabulary {
  /// What is wrong with a land use in a document of that day; nothing where code and name agree.
  ///
  /// The scheme is the land use's own; where that is unknown, letters are GB 50137 and digits the
  /// scheme in force on the day. A name may lack 用地, differ in spaces and width, or combine
  /// several uses, of which one must be the code's.
  public func findings(on landUse: LandUse, date: CalendarDate? = nil) -> [LandUseFinding] {
    guard let printed = landUse.code, !landUse.codeInferred else { return [] }
    let codes = LandUseCodes.split(printed)
    return codes.flatMap { code -> [LandUseFinding] in
      let scheme = self.scheme(of: code, landUse.scheme, date)
      guard scheme != .unknown else { return unsettled(code, landUse) }
      guard let item = self[scheme, code] else { return [notInScheme(code, scheme, landUse)] }
      return mismatch(item, code, landUse)
    }
  }

  /// The class that a name alone settles: the name, word for word but for width and spaces, of
  /// exactly one class of the scheme in force on the day; `nil` where that is not so.
  public func inferredCode(forName name: String, on date: CalendarDate?) -> LandUseClass? {
    let scheme = LandUseScheme.ofNumericCodes(on: date)
    guard scheme != .unknown else { return nil }
    let folded = LandUseName.folded(name)
    let found = classes(named: folded, in: scheme).filter { $0.name == folded }
    return found.count == 1 ? found[0] : nil
  }

  private func scheme(
    of code: String, _ stated: LandUseScheme, _ date: CalendarDate?
  ) -> LandUseScheme {
    guard stated == .unknown else { return stated }
    if let first = code.first, first.isLetter { return .gb50137 }
    return .ofNumericCodes(on: date)
  }

  private func unsettled(_ code: String, _ landUse: LandUse) -> [LandUseFinding] {
    let having = schemes(havingCode: code).compactMap { self[$0, code] }
    return [
      LandUseFinding(
        landUse: landUse, fact: .codeWithoutScheme(code), severity: .info, expected: nil,
        candidates: landUse.name.map { name in having.filter { agrees(name, with: $0) } } ?? having)
    ]
  }

  /// A code that only divides a class of GB 50137 further (A331, R2a) is local practice, not a fault.
  private func notInScheme(
    _ code: String, _ scheme: LandUseScheme, _ landUse: LandUse
  ) -> LandUseFinding {
    let isLocal = scheme == .gb50137 && self[scheme, String(code.prefix(2))] != nil
    var candidates = landUse.name.map { classes(named: $0, in: scheme) } ?? []
    if candidates.isEmpty { candidates = suggestions(for: code, in: scheme, limit: 3) }
    return LandUseFinding(
      landUse: landUse, fact: .codeNotInScheme(code, scheme),
      severity: isLocal ? .info : .warning, expected: nil,
      candidates: candidates + others(than: scheme, code, landUse.name))
  }

  /// A wider name (居住用地 for 070102) or the 2020 trial's name for the same land is only told;
  /// another name is a warning.
  private func mismatch(
    _ item: LandUseClass, _ code: String, _ landUse: LandUse
  ) -> [LandUseFinding] {
    guard let name = landUse.name, !name.isEmpty, !agrees(name, with: item) else { return [] }
    let isWiderName = path(of: item).dropLast().contains { agrees(name, with: $0) }
    let isFormerName =
      item.scheme == .mnr2023 && self[.mnr2020, code].map { agrees(name, with: $0) } == true
      && !codesWithChangedMeaning.contains { $0.now == item }
    return [
      LandUseFinding(
        landUse: landUse,
        fact: .codeNameMismatch(code, printed: name, expected: item.name, item.scheme),
        severity: isWiderName || isFormerName ? .info : .warning, expected: item,
        candidates: classes(named: name, in: item.scheme) + others(than: item.scheme, code, name))
    ]
  }

  private func others(
    than scheme: LandUseScheme, _ code: String, _ name: String?
  ) -> [LandUseClass] {
    guard let name else { return [] }
    return LandUseScheme.allCases.filter { $0 != scheme }.compactMap { self[$0, code] }
      .filter { agrees(name, with: $0) }
  }

  /// Whether a printed name, or one part of a combined name, is that of a class.
  private func agrees(_ name: String, with item: LandUseClass) -> Bool {
    let folded = LandUseName.folded(name)
    if folded.hasPrefix(item.name) { return true }
    return ([folded] + LandUseCodes.splitName(folded)).contains { part in
      classes(named: part, in: item.scheme).contains(item)
    }
  }
}

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

/// What is wrong with a land use as a document prints it.
public struct LandUseFinding: Hashable, Sendable {
  /// The land use that was judged.
  public let landUse: LandUse
  /// `codeNotInScheme`, `codeNameMismatch` or `codeWithoutScheme`.
  public let fact: Diagnostic.Fact
  /// How grave it is.
  public let severity: Diagnostic.Severity
  /// The class that the vocabulary has under the code, where it has one.
  public let expected: LandUseClass?
  /// Classes that may have been meant: those with the printed name in the scheme, and those of other
  /// schemes in which code and name agree (old and new codes mixed).
  public let candidates: [LandUseClass]
}
