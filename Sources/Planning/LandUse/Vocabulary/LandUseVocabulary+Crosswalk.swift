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
