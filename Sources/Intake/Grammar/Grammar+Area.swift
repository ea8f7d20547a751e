import Planning
import Terms

/// Areas: `面积约22103平方米`, `用地面积由1.2公顷调整为1.5公顷`, `13.83亩`.
extension Grammar {
  /// Areas read behind a label.
  struct AreaPhrase {
    /// The areas: one, or several after 分别为.
    var areas: [StatedArea]
    /// The area before, where the text gives it.
    var previous: StatedArea?
    var end: Int
  }

  /// An area without a label, its number standing at `index`; 约 may stand before it.
  func area(at index: Int, unit: AreaUnit? = nil) -> (area: StatedArea, end: Int)? {
    var place = skippingBreaks(index)
    var isApproximate = false
    while kind(place) == .keyword(.about) {
      isApproximate = true
      place = skippingBreaks(place + 1)
    }
    guard case .number = kind(place) else { return nil }
    let digits = plain(place).filter { $0 != "," }
    let behind = skippingBreaks(place + 1)
    if case .area(let printedUnit) = kind(behind) {
      guard var area = StatedArea(digits: digits, unit: printedUnit, isApproximate: isApproximate)
      else { return nil }
      area.text = prose.text(
        tokens[place].range.lowerBound..<tokens[behind].range.upperBound)
      return (area, skippingConversion(behind + 1))
    }
    guard let unit, let area = StatedArea(digits: digits, unit: unit, isApproximate: isApproximate)
    else { return nil }
    return (area, place + 1)
  }

  /// What stands behind an area label, the token at `index` being the first behind it.
  ///
  /// - Parameter isDistributed: whether 依次 or 分别 stands before the label.
  func labelledArea(at index: Int, isDistributed: Bool = false) -> AreaPhrase? {
    var unit: AreaUnit?
    var place = index
    if kind(place) == .open, let close = closing(place), close - place == 3,
      case .area(let printed) = kind(place + 1)
    {
      unit = printed
      place = close
    }
    place = skippingFillers(place)
    if isDistributed { return distributed(at: place, unit: unit) }
    if kind(place) == .keyword(.respectively) {
      return distributed(at: skippingFillers(place + 1), unit: unit)
    }
    if kind(place) == .keyword(.from) {
      guard let old = area(at: skippingFillers(place + 1), unit: unit) else { return nil }
      var next = skippingBreaks(old.end)
      if kind(next) == .comma { next = skippingBreaks(next + 1) }
      guard kind(next) == .keyword(.adjustTo),
        let new = area(at: skippingFillers(next + 1), unit: unit)
      else { return nil }
      return AreaPhrase(areas: [new.area], previous: old.area, end: new.end)
    }
    if kind(place) == .keyword(.adjustTo) { place = skippingFillers(place + 1) }
    guard let first = area(at: place, unit: unit) else { return nil }
    // `面积1.2公顷调整为1.5公顷`.
    let next = skippingBreaks(first.end)
    if kind(next) == .keyword(.adjustTo), let new = area(at: skippingFillers(next + 1), unit: unit)
    {
      return AreaPhrase(areas: [new.area], previous: first.area, end: new.end)
    }
    return AreaPhrase(areas: [first.area], previous: nil, end: first.end)
  }

  /// `1.2公顷、2.3公顷和0.8公顷`, or `1.2、2.3公顷` with the unit at the end.
  private func distributed(at index: Int, unit: AreaUnit?) -> AreaPhrase? {
    var place = index
    var unit = unit
    if unit == nil {
      var scan = index
      while case .number = kind(scan), let next = kind(scan + 1) {
        if case .area(let printed) = next {
          unit = printed
          break
        }
        guard next == .listComma || next == .comma || next == .keyword(.and) else { break }
        scan += 2
      }
    }
    let approximate = index > 0 && text(index - 1).contains("约")
    var areas: [StatedArea] = []
    while var read = area(at: place, unit: unit) {
      if approximate { read.area.isApproximate = true }
      areas.append(read.area)
      place = skippingBreaks(read.end)
      guard kind(place) == .listComma || kind(place) == .comma || kind(place) == .keyword(.and),
        area(at: place + 1, unit: unit) != nil
      else { break }
      place += 1
    }
    guard !areas.isEmpty else { return nil }
    return AreaPhrase(areas: areas, previous: nil, end: place)
  }

  /// Skips `(合11.2亩)`, `(约合3.5亩)`, `,合11.2亩`: the same area in another unit.
  private func skippingConversion(_ index: Int) -> Int {
    let start = skippingBreaks(index)
    if kind(start) == .open, let close = closing(start), close - start <= 8 {
      let inside = text(start + 1..<close - 1)
      let isArea = (start + 1..<close - 1).contains {
        if case .area = kind($0) { true } else { false }
      }
      if isArea, !inside.contains("其中"), !inside.contains("含") { return close }
      return index
    }
    var place = start
    if kind(place) == .comma { place += 1 }
    guard ["合", "折"].contains(text(place)) else { return index }
    for offset in 1...3 {
      if case .number = kind(place + offset), case .area = kind(place + offset + 1) {
        return place + offset + 2
      }
    }
    return index
  }
}
