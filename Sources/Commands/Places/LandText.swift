import Answers
import Characters
import Exchange
import Planning
import SimpleFeatures
import Terms

/// What a found thing has in common with the asked shape, in words.
struct LandText {
  let land: SharedLand

  /// In one line: `6915.45 m² = 10.37 mu · 12.3 % of the asked shape · 100 % of the parcel`.
  func line(of asked: AskedPlace, search: PlaceQuestion.Search, found: Words) -> String {
    var parts: [String] = []
    if land.squareMetres > 0 {
      parts.append(
        AreaText.squareMetres(land.squareMetres, .current) + " = "
          + AreaText.mu(land.squareMetres, .current))
      if let share = land.shareOfAsked {
        parts.append(Wording.shareOfAsked(Self.percent(share)).text)
      }
      if let share = land.shareOfFound {
        parts.append(Wording.shareOfThing(found, Self.percent(share)).text)
      }
      if land.isSliver { parts.append(Wording.sliver.text) }
    } else if land.distance > 0 {
      parts.append(Wording.away(Self.metres(land.distance)).text)
    } else if land.isOnlyBoundary {
      let length = land.metres.map(Self.metres)
      parts.append(
        asked.kind == .point
          ? Wording.pointOnBoundary.text : Wording.boundaryInCommon(length).text)
    } else if let metres = land.metres {
      parts.append(Wording.lengthInCommon(Self.metres(metres)).text)
    } else if case .relation(.disjoint) = search {
      parts.append(Wording.nothingInCommon.text)
    } else {
      parts.append(asked.kind == .point ? Wording.pointInside.text : Wording.meets.text)
    }
    return parts.joined(separator: Wording.comma.text)
  }

  /// A share to the hundredth of a percent; a trace is told as such.
  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "<0.01%" : NumberText.decimal(share, places: 2) + "%"
  }

  /// Metres to the hundredth.
  static func metres(_ metres: Double) -> String { NumberText.decimal(metres, places: 2) + " m" }

  /// The cells of a table: m², 亩, share of the asked shape, share of the found thing.
  var cells: [String?] {
    guard land.squareMetres > 0 else { return [nil, nil, nil, nil] }
    return [
      NumberText.decimal(land.squareMetres, places: 2, keep: 2),
      NumberText.decimal(land.mu, places: 2, keep: 2),
      land.shareOfAsked.map(Self.percent), land.shareOfFound.map(Self.percent),
    ]
  }

  /// What the cells do not say.
  var remark: String? {
    if land.isSliver { return Wording.sliver.text }
    if land.squareMetres > 0 { return nil }
    if land.distance > 0 { return Wording.away(Self.metres(land.distance)).text }
    if land.isOnlyBoundary { return Wording.boundaryInCommon(land.metres.map(Self.metres)).text }
    return land.metres.map { Wording.lengthInCommon(Self.metres($0)).text }
  }
}
