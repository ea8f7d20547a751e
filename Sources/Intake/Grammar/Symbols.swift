import Planning
import Terms

/// Letters that stand for indicators: `1.2≤R≤2.0`, `λg≥35%`, as the text introduces them
/// (`容积率（R）`) or, where it does not, as planners commonly use them.
enum Symbols {
  private static let common: [String: Indicator] = Dictionary(
    Indicator.allCases.flatMap { indicator in indicator.symbols.map { ($0, indicator) } },
    uniquingKeysWith: { first, _ in first })

  /// The indicator that a letter commonly stands for.
  static func indicator(_ letters: String) -> Indicator? { common[letters] }

  /// The tokens with indicators in place of the letters that touch a sign.
  ///
  /// Without a sign beside it a letter is left as it is: R is a land use and G the head of a number.
  static func settled(_ tokens: [Token], of prose: Prose) -> [Token] {
    guard tokens.contains(where: { if case .comparison = $0.kind { true } else { false } }) else {
      return tokens
    }
    var introduced: [String: Indicator] = [:]
    var settled: [Token] = []
    settled.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard let end = symbolEnd(tokens, at: index, prose) else {
        settled.append(token)
        index += 1
        continue
      }
      let range = token.range.lowerBound..<tokens[end - 1].range.upperBound
      let letters = String(prose.plain[range])
      if case .open = tokens[safe: index - 1]?.kind, case .close = tokens[safe: end]?.kind,
        case .indicator(let name) = tokens[safe: index - 2]?.kind
      {
        introduced[letters] = name
      } else if let name = introduced[letters] ?? common[letters],
        isSign(tokens, before: index) || isSign(tokens, from: end)
      {
        settled.append(Token(kind: .indicator(name), range: range))
        index = end
        continue
      }
      settled += tokens[index..<end]
      index = end
    }
    return settled
  }

  /// Behind one to three letters, the first of which may be λ.
  private static func symbolEnd(_ tokens: [Token], at index: Int, _ prose: Prose) -> Int? {
    let token = tokens[index]
    switch token.kind {
    case .identifier:
      return token.range.count <= 3 && prose.plain[token.range].allSatisfy(\.isLatin)
        ? index + 1 : nil
    case .other where prose.plain[token.range.lowerBound] == "λ":
      guard let next = tokens[safe: index + 1], next.kind == .identifier,
        next.range.lowerBound == token.range.upperBound, next.range.count == 1
      else { return index + 1 }
      return index + 2
    default: return nil
    }
  }

  private static func isSign(_ tokens: [Token], before index: Int) -> Bool {
    var place = index - 1
    while tokens[safe: place]?.kind == .softBreak { place -= 1 }
    return isPrefixSign(tokens[safe: place])
  }

  private static func isSign(_ tokens: [Token], from index: Int) -> Bool {
    var place = index
    while tokens[safe: place]?.kind == .softBreak { place += 1 }
    return isPrefixSign(tokens[safe: place])
  }

  private static func isPrefixSign(_ token: Token?) -> Bool {
    if case .comparison(let sign) = token?.kind { !sign.isPostfix } else { false }
  }
}
