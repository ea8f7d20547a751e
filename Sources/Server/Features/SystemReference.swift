internal import Dialogue
internal import Exchange
internal import Judging
internal import Planning
internal import Registry
internal import SimpleFeatures

/// A coordinate system as OGC APIs name it: by a URI, with the numbers in the order of its authority.
///
/// Source: OGC 18-058r1 (OGC API – Features, part 2), 6.2 and 7.
struct SystemReference: Hashable, Sendable {
  /// The URI.
  let uri: String
  /// The code in the register of EPSG; that of CGCS2000 for CRS84.
  let epsg: Int
  /// Whether northing or latitude comes first.
  let isNorthingFirst: Bool

  /// Longitude and latitude. China's CGCS2000 stands in for WGS 84, from which it differs by
  /// decimetres at most.
  static let crs84 = SystemReference(
    uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84", epsg: 4490, isNorthingFirst: false)

  /// A system of EPSG's register.
  ///
  /// - Throws: ``ShapeExportFault`` of a code that is not known.
  static func epsg(_ code: Int) throws -> SystemReference {
    SystemReference(
      uri: "http://www.opengis.net/def/crs/EPSG/0/\(code)", epsg: code,
      isNorthingFirst: try LandRegister.isNorthingFirst(code))
  }

  /// The systems that a collection is handed out in: CRS84 first, then degrees, Web Mercator, the
  /// one it is kept in and that grid's twin with or without the zone's number before the easting.
  static func all(of epsg: Int?) throws -> [SystemReference] {
    guard let epsg else { return [crs84] }
    var codes = [4490, 4326, 3857, epsg]
    if let grid = GaussKrugerGrid(epsg: epsg),
      let twin = GaussKrugerGrid(
        datum: grid.datum, zone: grid.zone, isPrefixed: !grid.isPrefixed)
    {
      codes.append(twin.epsg)
    }
    var seen: Set<Int> = []
    return try [crs84] + codes.filter { seen.insert($0).inserted }.map(SystemReference.epsg)
  }

  /// The system of a parameter, of those a collection has: its URI, or the same as a CURIE
  /// (`[EPSG:4490]`) or `EPSG:4490`.
  ///
  /// - Throws: ``Failure`` of any other.
  static func named(
    _ text: String?, _ parameter: String, of known: [SystemReference]
  ) throws -> SystemReference {
    guard let text else { return crs84 }
    let bare =
      text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    let code = bare.uppercased().hasPrefix("EPSG:") ? Int(bare.dropFirst(5)) : nil
    let found = known.first { system in
      system.uri == bare || (code != nil && system.uri.hasSuffix("/EPSG/0/\(code ?? 0)"))
        || (system == crs84 && bare == "OGC:CRS84")
    }
    guard let found else { throw Failure.badParameter(parameter, text, known.map(\.uri)) }
    return found
  }

  /// A box of a parameter: four numbers, or six with heights, which take no part.
  ///
  /// - Returns: the boxes, x before y; two where it reaches over the meridian of 180 degrees.
  func boxes(_ text: String) throws -> [Envelope] {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      part.allSatisfy { "+-.eE0123456789".contains($0) } ? Double(part) : nil
    }
    guard numbers.count == 4 || numbers.count == 6, !numbers.contains(nil),
      numbers.allSatisfy({ $0?.isFinite == true })
    else { throw Failure.badParameter("bbox", text, ["minx,miny,maxx,maxy"]) }
    let all = numbers.compactMap(\.self)
    let half = all.count / 2
    var (low, high) = (Array(all[0..<2]), Array(all[half..<half + 2]))
    if isNorthingFirst { (low, high) = (low.reversed(), high.reversed()) }
    guard low[1] <= high[1] else {
      throw Failure.badParameter("bbox", text, ["minx,miny,maxx,maxy"])
    }
    if low[0] <= high[0] {
      return [Envelope(minX: low[0], minY: low[1], maxX: high[0], maxY: high[1])]
    }
    guard [4490, 4326].contains(epsg) else {
      throw Failure.badParameter("bbox", text, ["minx,miny,maxx,maxy"])
    }
    return [
      Envelope(minX: low[0], minY: low[1], maxX: 180, maxY: high[1]),
      Envelope(minX: -180, minY: low[1], maxX: high[0], maxY: high[1]),
    ]
  }

  /// Puts the numbers of shapes in the order of the authority.
  func order(_ shapes: inout GeometryColumn) {
    guard isNorthingFirst else { return }
    var xy = shapes.xy
    for index in stride(from: 0, to: xy.count, by: 2) { xy.swapAt(index, index + 1) }
    shapes.replaceCoordinates(with: xy)
  }

  /// The decimals that tell a tenth of a millimetre.
  var places: Int { [4490, 4326].contains(epsg) ? 9 : 4 }
}
