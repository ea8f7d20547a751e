/// A coordinate system of which everything is known without a table of the world.
public enum NationalCoordinateSystem: Hashable, Sendable {
  /// Degrees of a datum.
  case geographic(GeodeticDatum)
  /// Metres in a Gauss-Krüger zone.
  case grid(GaussKrugerGrid)
  /// The web maps' Mercator, EPSG 3857.
  case webMercator

  /// The system of an EPSG code; `nil` of another.
  public init?(epsg: Int) {
    if let datum = GeodeticDatum.allCases.first(where: { $0.geographicCode == epsg }) {
      self = .geographic(datum)
    } else if let grid = GaussKrugerGrid(epsg: epsg) {
      self = .grid(grid)
    } else if epsg == 3857 {
      self = .webMercator
    } else {
      return nil
    }
  }

  /// The EPSG code.
  public var epsg: Int {
    switch self {
    case .geographic(let datum): datum.geographicCode
    case .grid(let grid): grid.epsg
    case .webMercator: 3857
    }
  }

  /// The datum.
  public var datum: GeodeticDatum {
    switch self {
    case .geographic(let datum): datum
    case .grid(let grid): grid.datum
    case .webMercator: .wgs84
    }
  }

  /// The grid, where it is one.
  public var grid: GaussKrugerGrid? {
    guard case .grid(let grid) = self else { return nil }
    return grid
  }

  /// The name in Chinese.
  public var chineseName: String {
    switch self {
    case .geographic(let datum): "\(datum.chineseName) 经纬度"
    case .grid(let grid): grid.chineseName
    case .webMercator: "Web 墨卡托"
    }
  }

  /// The name in the EPSG register.
  public var name: String {
    switch self {
    case .geographic(.cgcs2000): "China Geodetic Coordinate System 2000"
    case .geographic(let datum): datum.name
    case .grid(let grid): grid.name
    case .webMercator: "WGS 84 / Pseudo-Mercator"
    }
  }
}
