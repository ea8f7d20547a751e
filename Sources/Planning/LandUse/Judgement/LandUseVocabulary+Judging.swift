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
