import Characters
import SimpleFeatures

/// What a collection says of its coordinate system.
struct GeoJSONFrame: Equatable {
  /// The code that `crs` names.
  var epsg: Int?
  /// The name in `crs`, where no code is in it.
  var name: String?
  /// The foreign member `coordinateFrame`.
  var frame: String?

  /// What it comes to. Longitude or easting is first, whatever the authority of the system says:
  /// RFC 7946 §3.1.1 and the custom of GeoJSON 2008.
  var coordinateSystem: StatedCoordinateSystem {
    var system = StatedCoordinateSystem()
    system.axisOrder = .eastingFirst
    if let epsg {
      system.epsg = epsg
    } else if let name {
      system.datum = name
    } else {
      system.epsg = frame?.uppercased() == "CGCS2000" ? 4490 : 4326
    }
    return system
  }

  /// The system as a diagnostic names it.
  var title: String {
    let system = coordinateSystem
    return system.epsg.map { "EPSG:\($0)" } ?? system.datum ?? ""
  }

  /// Reads the members of a collection that concern it.
  mutating func read(_ members: GeoJSONMembers, _ bytes: Span<UInt8>) throws(JSONFault) {
    if let place = members[.coordinateFrame], bytes[place] == 0x22 {
      var cursor = JSONCursor(offset: place)
      frame = try cursor.string(bytes)
    }
    guard let place = members[.crs], bytes[place] == 0x7B else { return }
    let crs = try GeoJSONMembers(at: place, bytes)
    guard let start = crs[.properties], bytes[start] == 0x7B else {
      throw JSONFault(.member, at: place)
    }
    let properties = try GeoJSONMembers(at: start, bytes)
    guard let text = properties[.name], bytes[text] == 0x22 else {
      throw JSONFault(.member, at: start)
    }
    var cursor = JSONCursor(offset: text)
    let name = try cursor.string(bytes)
    epsg = Self.code(name)
    if epsg == nil { self.name = name }
  }

  /// The code in `EPSG:4525`, `urn:ogc:def:crs:EPSG::4525`, `urn:ogc:def:crs:OGC:1.3:CRS84` or
  /// `http://www.opengis.net/def/crs/EPSG/0/4525`.
  static func code(_ name: String) -> Int? {
    let parts = name.uppercased().split { $0 == ":" || $0 == "/" }
    guard let last = parts.last else { return nil }
    if last == "CRS84" { return 4326 }
    guard parts.contains("EPSG"), let code = Int(last), code > 0 else { return nil }
    return code
  }
}
