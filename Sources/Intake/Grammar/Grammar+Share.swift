import Planning
import Terms

/// Shares of mixed uses: `占65%`, `占比不低于15%、不高于25%`, `（占60%）`.
extension Grammar {
  /// The share behind a use's name or code.
  func share(at index: Int) -> (share: UseShare, end: Int)? {
    var place = skippingBreaks(index)
    if kind(place) == .open, let close = closing(place), close - place <= 10,
      let inner = percentage(at: place + 1) ?? share(at: place + 1), inner.end == close - 1
    {
      return (inner.share, close)
    }
    guard text(place) == "占" || text(place) == "比" else { return nil }
    while ["占", "比", "例", "总", "面", "积"].contains(text(place))
      || kind(place) == .areaLabel(.land) || kind(place) == .areaLabel(.other)
    {
      place += 1
    }
    return percentage(at: place)
  }

  /// Percent as a share; one number is both ends.
  func percentage(at place: Int) -> (share: UseShare, end: Int)? {
    // A share is read like a density: both are percent of one whole.
    guard let density = Indicator.allCases.first(where: \.isPercentage),
      let read = bounds(of: density, at: skippingFillers(place)),
      text(place..<read.end).contains("%") || text(place..<read.end).contains("％")
    else { return nil }
    return (
      UseShare(
        least: read.interval.undirected ?? read.interval.lower?.value,
        greatest: read.interval.undirected ?? read.interval.upper?.value), read.end
    )
  }
}
