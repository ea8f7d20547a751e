import Planning
import Terms

/// Shares of a mixed use: `科研用地（0802）占65%`, `文化用地占比不低于15%、不高于25%`, `商业用地（≤30%）`.
extension Grammar {
  /// A share that begins at a token, behind the use's name or code; a bracket around it is taken too.
  func share(at index: Int) -> (share: UseShare, end: Int)? {
    guard let measure = Indicator.allCases.first(where: \.isPercentage) else { return nil }
    var place = skippingBreaks(index)
    let isOpen = kind(place) == .open
    if isOpen { place += 1 }
    let start = place
    while place - start < 10, isShareWord(place) { place += 1 }
    let words = text(start..<place)
    guard isOpen || words.mentions(anyOf: "占 比例 比重") else { return nil }
    guard let read = bounds(of: measure, at: place), read.end > place,
      tokens[place..<read.end].contains(where: { $0.kind == .percent })
    else { return nil }
    var end = read.end
    if isOpen {
      guard kind(skippingBreaks(end)) == .close else { return nil }
      end = skippingBreaks(end) + 1
    }
    let interval = read.interval
    return (
      UseShare(
        least: interval.undirected ?? interval.lower?.value,
        greatest: interval.undirected ?? interval.upper?.value), end
    )
  }

  private func isShareWord(_ index: Int) -> Bool {
    switch kind(index) {
    case .other: "占比例重总量的约".has(text(index))
    case .areaLabel(.other), .keyword(.filler), .keyword(.copula), .keyword(.about), .colon,
      .softBreak:
      true
    default: false
    }
  }
}
