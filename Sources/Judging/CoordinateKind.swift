/// What one number of a vertex can be, told by its size alone.
///
/// The ranges hold for mainland China and do not overlap, so order, unit and zone prefix can always
/// be told. Web Mercator is not among them: it overlaps and must be named.
/// Source: reference values of the land survey exchange format and the extent of the EPSG zones.
enum CoordinateKind: Hashable, Sendable {
  case latitude
  case longitude
  case northing
  /// An easting without prefix that a zone of three degrees has.
  case easting
  /// An easting without prefix that only a zone of six degrees has.
  case wideEasting
  /// An easting with the zone's number before it.
  case zonedEasting(Int)
  /// In no range.
  case outside

  /// Degrees, or metres.
  static let ranges: [(kind: CoordinateKind, range: ClosedRange<Double>)] = [
    (.latitude, 16...54), (.longitude, 73...136),
    (.easting, 3.3e5...6.7e5), (.wideEasting, 1.8e5...8.2e5), (.northing, 1.9e6...6.0e6),
  ]

  /// The numbers that stand before an easting of a zone: 13 to 23 of 6°, 25 to 45 of 3°.
  static let prefixes: [ClosedRange<Int>] = GaussKrugerGrid.ZoneWidth.allCases.map(\.zones)

  /// The kind of a number.
  init(_ value: Double) {
    if let row = Self.ranges.first(where: { $0.range.contains(value) }) {
      self = row.kind
      return
    }
    guard value > 1e7, value < 1e8 else {
      self = .outside
      return
    }
    let zone = Int(value / 1e6)
    switch CoordinateKind(value - Double(zone) * 1e6) {
    case .easting, .wideEasting:
      self = Self.prefixes.contains { $0.contains(zone) } ? .zonedEasting(zone) : .outside
    default: self = .outside
    }
  }

  /// Whether it stands for easting or longitude; `nil` where it is in no range.
  var isEastward: Bool? {
    switch self {
    case .longitude, .easting, .wideEasting, .zonedEasting: true
    case .latitude, .northing: false
    case .outside: nil
    }
  }
}

/// What the two numbers of a vertex can be.
enum CoordinateLayout: Hashable, Sendable {
  /// Degrees.
  case degrees(eastingFirst: Bool)
  /// Metres without zone prefix; `isWide` where the easting is beyond a zone of three degrees.
  case metres(eastingFirst: Bool, isWide: Bool)
  /// Metres with zone prefix.
  case zoned(Int, eastingFirst: Bool)
  /// No pair of any national system.
  case outside

  /// The layout of a vertex.
  init(_ first: Double, _ second: Double) {
    let kinds = (CoordinateKind(first), CoordinateKind(second))
    let eastingFirst = kinds.0.isEastward == true
    switch eastingFirst ? kinds : (kinds.1, kinds.0) {
    case (.longitude, .latitude): self = .degrees(eastingFirst: eastingFirst)
    case (.easting, .northing): self = .metres(eastingFirst: eastingFirst, isWide: false)
    case (.wideEasting, .northing): self = .metres(eastingFirst: eastingFirst, isWide: true)
    case (.zonedEasting(let zone), .northing): self = .zoned(zone, eastingFirst: eastingFirst)
    default: self = .outside
    }
  }

  /// Whether easting or longitude stands first; `nil` where it is none.
  var eastingFirst: Bool? {
    switch self {
    case .degrees(let first), .metres(let first, _), .zoned(_, let first): first
    case .outside: nil
    }
  }
}
