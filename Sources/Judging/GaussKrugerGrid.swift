/// A Gauss-Krüger grid of a Chinese datum: a zone of 3° or 6°, with the zone's number before the
/// easting or without.
///
/// Scale 1 on the central meridian, false easting 500 km, with a prefix also zone · 1000 km.
/// Source: the EPSG register, 256 grids and 11 deprecated codes.
public struct GaussKrugerGrid: Hashable, Sendable {
  /// How wide a zone is.
  public enum ZoneWidth: Int, Hashable, Sendable, Codable, CaseIterable {
    case three = 3
    case six = 6

    /// The zones that reach China: 13 to 23 of six degrees, 25 to 45 of three. They are disjoint,
    /// so a zone's number tells the width.
    public var zones: ClosedRange<Int> { self == .six ? 13...23 : 25...45 }

    /// The width of a zone; `nil` where no zone in China has the number.
    public init?(ofZone zone: Int) {
      guard let width = Self.allCases.first(where: { $0.zones.contains(zone) }) else { return nil }
      self = width
    }
  }

  /// The datum; never WGS 84.
  public let datum: GeodeticDatum
  /// The zone's number.
  public let zone: Int
  /// How wide the zone is.
  public let width: ZoneWidth
  /// Whether eastings begin with the zone's number.
  public let isPrefixed: Bool

  /// A grid; `nil` where the datum has none, or the zone is not in China.
  public init?(datum: GeodeticDatum, zone: Int, isPrefixed: Bool) {
    guard datum != .wgs84, let width = ZoneWidth(ofZone: zone) else { return nil }
    self.datum = datum
    self.zone = zone
    self.width = width
    self.isPrefixed = isPrefixed
  }

  /// The grid of a central meridian in whole degrees.
  public init?(
    datum: GeodeticDatum, width: ZoneWidth, centralMeridian: Int, isPrefixed: Bool
  ) {
    let zone = width == .six ? (centralMeridian + 3) / 6 : centralMeridian / 3
    self.init(datum: datum, zone: zone, isPrefixed: isPrefixed)
    guard self.width == width, self.centralMeridian == centralMeridian else { return nil }
  }

  /// The grid of an EPSG code; `nil` where the code is of another system. Deprecated codes of
  /// Beijing 1954 are read as those that replaced them.
  public init?(epsg: Int) {
    guard let row = Self.codes.first(where: { $0.zones.contains(epsg - $0.offset) }) else {
      return nil
    }
    self.init(datum: row.datum, zone: epsg - row.offset, isPrefixed: row.isPrefixed)
  }

  /// The EPSG code.
  public var epsg: Int {
    let row = Self.codes.first {
      $0.datum == datum && $0.isPrefixed == isPrefixed && $0.zones.contains(zone)
    }
    return (row?.offset ?? 0) + zone
  }

  /// The zone's central meridian in degrees east.
  public var centralMeridian: Int { width == .six ? 6 * zone - 3 : 3 * zone }

  /// The easting of the central meridian in metres.
  public var falseEasting: Double { (isPrefixed ? Double(zone) * 1e6 : 0) + 500_000 }

  /// The same grid, with the zone's number before eastings or without.
  public func prefixed(_ isPrefixed: Bool) -> GaussKrugerGrid {
    GaussKrugerGrid(datum: datum, zone: zone, isPrefixed: isPrefixed) ?? self
  }

  /// Codes that count zones: code = offset + zone. The first row that fits is the one to write.
  private static let codes:
    [(datum: GeodeticDatum, isPrefixed: Bool, zones: ClosedRange<Int>, offset: Int)] = [
      (.cgcs2000, true, 13...23, 4478), (.cgcs2000, false, 13...23, 4489),
      (.cgcs2000, true, 25...45, 4488), (.cgcs2000, false, 25...45, 4509),
      (.xian1980, true, 13...23, 2314), (.xian1980, false, 13...23, 2325),
      (.xian1980, true, 25...45, 2324), (.xian1980, false, 25...45, 2345),
      (.beijing1954, true, 13...23, 21400), (.beijing1954, false, 13...23, 21440),
      (.beijing1954, true, 25...45, 2376), (.beijing1954, false, 25...45, 2397),
      (.beijing1954, false, 13...23, 21460),  // 21473 to 21483: deprecated
      (.newBeijing, true, 13...23, 4555), (.newBeijing, false, 13...23, 4566),
      (.newBeijing, true, 25...29, 4627), (.newBeijing, true, 30...45, 4736),
      (.newBeijing, false, 25...43, 4757),
      (.newBeijing, false, 44...44, 4768), (.newBeijing, false, 45...45, 4777),
    ]
}

extension GaussKrugerGrid {
  /// The name in the EPSG register: `CGCS2000 / 3-degree Gauss-Kruger zone 37`.
  public var name: String {
    "\(datum.name) / \(width == .three ? "3-degree " : "")Gauss-Kruger "
      + (isPrefixed ? "zone \(zone)" : "CM \(centralMeridian)E")
  }

  /// The name in Chinese: `2000国家大地坐标系 3度带 第37带（中央经线111度，东坐标带带号）`.
  public var chineseName: String {
    "\(datum.chineseName) \(width.rawValue)度带 第\(zone)带"
      + "（中央经线\(centralMeridian)度，东坐标\(isPrefixed ? "带" : "不带")带号）"
  }

  /// The name in ESRI's `.prj` files: `CGCS2000_3_Degree_GK_Zone_37`.
  public var esriName: String {
    let datumName = datum.name.split(separator: " ").joined(separator: "_")
    return "\(datumName)_\(width == .three ? "3_Degree_" : "")GK_"
      + (isPrefixed ? "Zone_\(zone)" : "CM_\(centralMeridian)E")
  }

  /// The grid of a name in the EPSG register or in a `.prj` file, whatever its case and
  /// punctuation.
  public init?(name: String) {
    guard let grid = Self.byName[GeodeticDatum.folded(name)] else { return nil }
    self = grid
  }

  private static let byName: [String: GaussKrugerGrid] = {
    var grids: [String: GaussKrugerGrid] = [:]
    for datum in GeodeticDatum.allCases {
      for zone in [13...23, 25...45].joined() {
        for isPrefixed in [true, false] {
          guard let grid = GaussKrugerGrid(datum: datum, zone: zone, isPrefixed: isPrefixed) else {
            continue
          }
          grids[GeodeticDatum.folded(grid.name)] = grid
          grids[GeodeticDatum.folded(grid.esriName)] = grid
        }
        // The deprecated names of Beijing 1954: `Beijing 1954 / Gauss-Kruger 19N`.
        if datum == .beijing1954, zone <= 23 {
          let grid = GaussKrugerGrid(datum: datum, zone: zone, isPrefixed: false)
          grids[GeodeticDatum.folded("Beijing 1954 / Gauss-Kruger \(zone)N")] = grid
          grids[GeodeticDatum.folded("Beijing_1954_GK_Zone_\(zone)N")] = grid
        }
      }
    }
    return grids
  }()
}
