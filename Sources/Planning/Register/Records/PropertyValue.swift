/// A parcel's property as a value, so that changes of any property can stand in one list.
public enum PropertyValue: Hashable, Sendable {
  /// The land use, the main one first.
  case landUse([LandUse])
  /// The stated area.
  case area(StatedArea)
  /// An indicator.
  case interval(Interval)
  /// Words.
  case text(String)
  /// A list of words.
  case texts([String])
  /// Yes or no.
  case flag(Bool)
}

extension PropertyValue: Encodable {
  /// Writes the value plainly: a land use as a list, an area as its square metres, an interval as
  /// an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .landUse(let uses): try container.encode(uses)
    case .area(let area): try container.encode(area.squareMetres)
    case .interval(let interval): try container.encode(interval)
    case .text(let text): try container.encode(text)
    case .texts(let texts): try container.encode(texts)
    case .flag(let flag): try container.encode(flag)
    }
  }
}
