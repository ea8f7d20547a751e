/// What a definition as WKT (a `.prj` file, a layer of a GeoPackage) says.
///
/// A definition is known by its EPSG code, by its name, or by datum and parameters. Where a name or
/// a code is that of a national grid and the parameters are not, it is contradictory: some bureaus
/// keep the name and change the central meridian.
enum WellKnownTextSystem: Hashable, Sendable {
  /// A system that is known.
  case national(NationalCoordinateSystem)
  /// The EPSG code of another.
  case other(epsg: Int)
  /// A full definition that is of no national system: an own central meridian, say.
  case own(GeodeticDatum)
  /// Name or code, and the parameters, which are of another system.
  case contradiction(String, String)
  /// Nothing that is known.
  case unknown

  /// Reads a definition.
  init(_ text: String) {
    guard let root = WellKnownTextNode(parsing: text) else {
      self = .unknown
      return
    }
    self = Self.reading(root)
  }

  private static func reading(_ root: WellKnownTextNode) -> WellKnownTextSystem {
    switch root.keyword {
    case "COMPD_CS", "COMPOUNDCRS":
      return root.nodes.first { $0.keyword != "AUTHORITY" && $0.keyword != "ID" }
        .map(reading) ?? .unknown
    case "BOUNDCRS":
      return root.child("SOURCECRS")?.nodes.first.map(reading) ?? .unknown
    default: break
    }
    let named = code(of: root).map(system(epsg:)) ?? system(named: root.texts.first ?? "")
    guard ["PROJCS", "PROJCRS", "PROJECTEDCRS"].contains(root.keyword) else { return named }
    guard case .national(.webMercator) = named else {
      return compared(named, with: parameters(of: root), name: root.texts.first ?? "")
    }
    return named
  }

  private static func code(of node: WellKnownTextNode) -> Int? {
    guard let authority = node.child("AUTHORITY", "ID"),
      authority.texts.first?.uppercased() == "EPSG"
    else { return nil }
    return authority.numbers.first.map { Int($0) }
      ?? authority.texts.dropFirst().first.flatMap(Int.init)
  }

  private static func system(epsg: Int) -> WellKnownTextSystem {
    NationalCoordinateSystem(epsg: epsg).map(WellKnownTextSystem.national) ?? .other(epsg: epsg)
  }

  private static func system(named name: String) -> WellKnownTextSystem {
    if let grid = GaussKrugerGrid(name: name) { return .national(.grid(grid)) }
    let folded = GeodeticDatum.folded(name)
    if ["webmercator", "pseudomercator"].contains(where: folded.contains) {
      return .national(.webMercator)
    }
    let isGrid = ["gk", "gauss", "utm", "mercator"].contains(where: folded.contains)
    guard !isGrid, let datum = GeodeticDatum(printed: name) else { return .unknown }
    return .national(.geographic(datum))
  }

  /// Central meridian, false easting and datum of a transverse Mercator grid.
  private struct Parameters {
    var datum: GeodeticDatum?
    var centralMeridian: Double
    var falseEasting: Double
    var isPlain: Bool
  }

  private static func parameters(of root: WellKnownTextNode) -> Parameters? {
    var values: [String: Double] = [:]
    for parameter in root.all("PARAMETER") {
      guard let name = parameter.texts.first, let value = parameter.numbers.first else { continue }
      values[GeodeticDatum.folded(name)] = value
    }
    let meridian = values["centralmeridian"] ?? values["longitudeofnaturalorigin"]
    guard let meridian, let easting = values["falseeasting"] else { return nil }
    let scale = values["scalefactor"] ?? values["scalefactoratnaturalorigin"] ?? 1
    let latitude = values["latitudeoforigin"] ?? values["latitudeofnaturalorigin"] ?? 0
    let base = root.child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS")
    let datum = [base?.texts.first, base?.child("DATUM")?.texts.first].compactMap(\.self)
      .compactMap(GeodeticDatum.init(printed:)).first
    return Parameters(
      datum: datum, centralMeridian: meridian, falseEasting: easting,
      isPlain: scale == 1 && latitude == 0 && (values["falsenorthing"] ?? 0) == 0)
  }

  private static func compared(
    _ named: WellKnownTextSystem, with parameters: Parameters?, name: String
  ) -> WellKnownTextSystem {
    guard let parameters else { return named }
    let found = grid(of: parameters)
    switch named {
    case .national(.grid(let grid)):
      let isSame =
        parameters.isPlain && parameters.centralMeridian == Double(grid.centralMeridian)
        && parameters.falseEasting == grid.falseEasting
        && (parameters.datum ?? grid.datum) == grid.datum
      let other =
        found?.name ?? "CM \(parameters.centralMeridian), FE \(parameters.falseEasting)"
      return isSame ? named : .contradiction(grid.name, other)
    case .unknown:
      if let found { return .national(.grid(found)) }
      return parameters.datum.map(WellKnownTextSystem.own) ?? .unknown
    default: return named
    }
  }

  private static func grid(of parameters: Parameters) -> GaussKrugerGrid? {
    let meridian = Int(parameters.centralMeridian.rounded().clamped(to: -360...360))
    guard let datum = parameters.datum, parameters.isPlain,
      Double(meridian) == parameters.centralMeridian
    else { return nil }
    for width in GaussKrugerGrid.ZoneWidth.allCases {
      for isPrefixed in [false, true] {
        let grid = GaussKrugerGrid(
          datum: datum, width: width, centralMeridian: meridian, isPrefixed: isPrefixed)
        if let grid, grid.falseEasting == parameters.falseEasting { return grid }
      }
    }
    return nil
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
