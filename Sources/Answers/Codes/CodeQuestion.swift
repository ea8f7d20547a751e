public import Planning

/// A question about a code or a name, as `yulin codes` is asked: `070102`, `二类城镇住宅`, `R2`.
public struct CodeQuestion: Hashable, Sendable {
  /// A code, a run of codes of a mixed use, or a name.
  public var text: String
  /// The scheme meant, or `nil` for every scheme.
  public var scheme: LandUseScheme?
  /// The scheme in which counterparts are wanted, or `nil` for all that a row joins directly.
  public var target: LandUseScheme?

  /// A question.
  public init(_ text: String, scheme: LandUseScheme? = nil, to target: LandUseScheme? = nil) {
    self.text = text
    self.scheme = scheme
    self.target = target
  }

  /// The answer. A code without a scheme is answered under each scheme that has it.
  public func answer(from vocabulary: LandUseVocabulary = .standard) -> CodeAnswer {
    var matches = matches(of: text, part: nil, in: vocabulary)
    if matches.isEmpty {
      let parts = LandUseCodes.split(text)
      if parts.count > 1 {
        matches = parts.flatMap { self.matches(of: $0, part: $0, in: vocabulary) }
      }
    }
    return CodeAnswer(
      query: text, scheme: scheme, target: target,
      answer: outcome(of: matches, vocabulary), matches: matches,
      suggestions: matches.isEmpty ? vocabulary.suggestions(for: text, in: scheme) : [])
  }

  private func matches(
    of text: String, part: String?, in vocabulary: LandUseVocabulary
  ) -> [CodeMatch] {
    let schemes = scheme.map { [$0] } ?? LandUseScheme.allCases
    let folded = LandUseName.folded(text).uppercased()
    let byCode = schemes.compactMap { vocabulary[$0, text] }
    if !byCode.isEmpty {
      return byCode.map {
        match($0, $0.code == folded ? .code : .paddedCode, part, vocabulary)
      }
    }
    return vocabulary.classes(named: text, in: scheme).map {
      match($0, $0.name == folded ? .name : .nearName, part, vocabulary)
    }
  }

  private func match(
    _ item: LandUseClass, _ matchedBy: CodeMatch.MatchedBy, _ part: String?,
    _ vocabulary: LandUseVocabulary
  ) -> CodeMatch {
    CodeMatch(
      item: item, matchedBy: matchedBy, part: part,
      path: vocabulary.path(of: item), children: vocabulary.children(of: item),
      equivalents: targets(for: item).flatMap { vocabulary.equivalents(of: item, in: $0) })
  }

  private func targets(for item: LandUseClass) -> [LandUseScheme] {
    if let target { return [target] }
    return item.scheme == .mnr2023 ? [.mnr2020, .gbt21010, .gb50137] : [.mnr2023]
  }

  /// Ambiguous are codes that stand for different land in different schemes.
  private func outcome(
    of matches: [CodeMatch], _ vocabulary: LandUseVocabulary
  ) -> CodeAnswer.Outcome {
    guard !matches.isEmpty else { return .none }
    for (index, first) in matches.enumerated() where first.matchedBy.isCode {
      for second in matches[(index + 1)...]
      where second.part == first.part && !vocabulary.agree(first.item, second.item) {
        return .ambiguous
      }
    }
    return .found
  }
}

extension LandUseVocabulary {
  /// Whether two classes of two schemes stand for the same land, by their names or by the crosswalk.
  func agree(_ a: LandUseClass, _ b: LandUseClass) -> Bool {
    func key(_ item: LandUseClass) -> String { LandUseName.loose(LandUseName.core(item.name)) }
    if key(a) == key(b) { return true }
    return equivalents(of: a, in: b.scheme).contains { $0.to == b && $0.relation.keepsExtent }
  }
}
