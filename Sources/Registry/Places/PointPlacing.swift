internal import Answers
internal import Judging
internal import Planning
internal import Projection
internal import SimpleFeatures

/// Brings typed coordinates into the register's coordinate system.
///
/// Which system they are in is judged as of a file that is imported: by their size, by what the user
/// names, and by where the register lies. Degrees are those of CGCS2000, for which WGS 84 is taken on
/// purpose. Between the grids and degrees of CGCS2000 the series is used without opening PROJ, which
/// would take longer than all the rest of a question.
struct PointPlacing {
  /// The register's coordinate system and extent.
  let register: RegisterExtent
  /// The EPSG code that the user named.
  let named: Int?

  /// The place of a typed point.
  ///
  /// - Throws: ``PlaceFault/refused(_:)`` of numbers that are of no place, ``ShapeExportFault``
  ///   where there is no way between the systems.
  func place(of point: TypedPoint, text: String) throws -> AskedPlace {
    var tally = CoordinateTally()
    tally.add(first: point.first, second: point.second)
    var stated = StatedCoordinateSystem()
    stated.axisOrder = .eastingFirst
    if named == nil { stated.datum = "CGCS2000" }
    guard !tally.isEmpty else {
      throw PlaceFault.refused([
        Diagnostic(.localGrid("\(point.first), \(point.second)"), .error, file: text)
      ])
    }
    let judged = CoordinateJudgement(
      tally: tally, stated: stated, named: named, register: register)
    let told = judged.diagnostics(file: text)
    guard let system = judged.system, !told.contains(where: { $0.severity == .error }) else {
      throw PlaceFault.refused(told)
    }
    let (x, y) =
      judged.exchangesAxes ? (point.second, point.first) : (point.first, point.second)
    let moved = try move(x, y, from: system)
    var place = AskedPlace(
      kind: .point, label: text, shape: Geometry(pointX: moved.x, y: moved.y))
    place.epsg = register.epsg
    place.givenCRS = judged.epsg.map { "EPSG:\($0)" }
    place.projection = moved.steps
    place.diagnostics = told
    return place
  }

  private func move(
    _ x: Double, _ y: Double, from system: CoordinateJudgement.System
  ) throws -> (x: Double, y: Double, steps: [String]) {
    if case .national(let source) = system,
      let target = NationalCoordinateSystem(epsg: register.epsg),
      let moved = PointPlacing.bySeries(x, y, from: source, to: target)
    {
      return moved
    }
    let source: CoordinateSystem
    switch system {
    case .national(let national): source = try Systems.system(national.epsg)
    case .named(let epsg): source = try Systems.system(epsg)
    case .defined, .local: throw PlaceFault.refused([])
    }
    let way = try Systems.transformation(from: source, to: Systems.system(register.epsg))
    do {
      let moved = try way.transform(x: x, y: y)
      return (moved.x, moved.y, way.steps)
    } catch {
      throw PlaceFault.outside("EPSG:\(register.epsg)")
    }
  }

  /// Between degrees and Gauss-Krüger grids of CGCS2000; `nil` of other systems, and of points so far
  /// from the central meridian that the grid is not meant for them.
  static func bySeries(
    _ x: Double, _ y: Double, from source: NationalCoordinateSystem,
    to target: NationalCoordinateSystem
  ) -> (x: Double, y: Double, steps: [String])? {
    guard isOfCGCS2000(source), isOfCGCS2000(target) else { return nil }
    var steps: [String] = []
    var (x, y) = (x, y)
    if let from = source.grid, let to = target.grid, from.zone == to.zone {
      let shift = to.falseEasting - from.falseEasting
      if shift != 0 { steps.append("x + \(Int(shift))") }
      return (x + shift, y, steps)
    }
    if let grid = source.grid {
      let projection = TransverseMercator(grid.parameters)
      let found = projection.inverse(easting: .init(repeating: x), northing: .init(repeating: y))
      guard found.inside[0] else { return nil }
      (x, y) = (found.longitude[0], found.latitude[0])
      steps.append("inverse \(grid.seriesText)")
    }
    if let grid = target.grid {
      guard abs(x - Double(grid.centralMeridian)) <= grid.widest else { return nil }
      let projection = TransverseMercator(grid.parameters)
      let found = projection.forward(
        longitude: .init(repeating: x), latitude: .init(repeating: y))
      guard found.inside[0] else { return nil }
      (x, y) = (found.easting[0], found.northing[0])
      steps.append(grid.seriesText)
    }
    return (x, y, steps)
  }

  /// Whether the datum is CGCS2000, or degrees of WGS 84, which are taken for its own.
  private static func isOfCGCS2000(_ system: NationalCoordinateSystem) -> Bool {
    switch system {
    case .geographic(let datum): datum == .cgcs2000 || datum == .wgs84
    case .grid(let grid): grid.datum == .cgcs2000
    case .webMercator: false
    }
  }
}

extension GaussKrugerGrid {
  /// The grid as a transverse Mercator projection.
  fileprivate var parameters: TransverseMercator.Parameters {
    TransverseMercator.Parameters(
      ellipsoid: .cgcs2000, centralMeridian: Double(centralMeridian), falseEasting: falseEasting)
  }

  /// How far from its central meridian the grid may be used, in degrees: half a zone, and the three
  /// degrees that a transformation allows beyond its area of use.
  fileprivate var widest: Double { Double(width.rawValue) / 2 + 3 }

  /// The projection in PROJ's words.
  fileprivate var seriesText: String {
    "+proj=tmerc +lat_0=0 +lon_0=\(centralMeridian) +k=1 +x_0=\(Int(falseEasting)) +y_0=0 "
      + "+a=6378137 +rf=298.257222101 (series to n⁶)"
  }
}
