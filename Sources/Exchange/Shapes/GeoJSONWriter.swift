internal import Characters
public import SimpleFeatures

/// Writes tables of features as text, on several threads at once: it keeps no state.
public protocol FeatureWriter: Sendable {
  /// What stands before the first feature.
  func beginning(name: String, fields: [String]) -> [UInt8]

  /// What stands between two tables that both have features.
  var separator: [UInt8] { get }

  /// The features of a table.
  func text(of table: FeatureTable) -> [UInt8]

  /// What stands behind the last feature.
  func end(isSchematic: Bool) -> [UInt8]
}

/// Features as GeoJSON (RFC 7946) or as a sequence of GeoJSON texts (RFC 8142).
///
/// Coordinates are longitude and latitude in degrees, in that order; the caller has moved them.
/// China's CGCS2000 stands in for WGS 84, from which it differs by decimetres at most: the foreign
/// member `coordinateFrame` says so. A `crs` is never written.
///
/// A value that is not known is left out of `properties`. A feature without shape has the geometry
/// `null`. The writer keeps no state: tables may be written on several threads.
public struct GeoJSONWriter: Sendable {
  /// How features stand beside one another.
  public enum Layout: Sendable {
    /// One object, a `FeatureCollection`.
    case collection
    /// One feature a line; with record separators (U+001E, RFC 8142) before each or without.
    case sequence(hasSeparators: Bool)
  }

  /// What is written and how.
  public struct Options: Sendable {
    /// How features stand beside one another.
    public var layout = Layout.collection
    /// Decimals of degrees, 0 to 15. 7 decimals are about a centimetre.
    public var places = 7
    /// The attribute that is the feature's `id` too.
    public var idField: String?
    /// Whether the place in the table is the feature's `id`, where no attribute is.
    public var placesAreIDs = false
    /// Attributes whose numbers 0 and 1 are written as `false` and `true`.
    public var flags: Set<String> = []
    /// Whether an attribute without value is written as `null`, so that a reader who takes the first
    /// features for all knows of it; else it is left out.
    public var writesNull = false
    /// Whether outer rings run against the clock, as RFC 7946 asks of longitude and latitude.
    public var turnsRings = true
    /// Whether shapes are written; a feature then has the geometry `null`.
    public var hasShapes = true

    /// A collection with 7 decimals.
    public init() {}
  }

  /// What it does.
  public let options: Options
  private let shapes: ShapeText

  /// A writer.
  public init(_ options: Options = Options()) {
    self.options = options
    shapes = ShapeText(
      notation: .json, numbers: FixedPoint(places: options.places, keepsPoint: true),
      turnsRings: options.turnsRings)
  }

  /// What stands before the first feature.
  public func beginning(name: String) -> [UInt8] {
    guard case .collection = options.layout else { return [] }
    var bytes = Array("{\"type\":\"FeatureCollection\",\"name\":".utf8)
    JSONText.append(name, to: &bytes)
    bytes += ",\"coordinateFrame\":\"CGCS2000\",\"features\":[\n".utf8
    return bytes
  }

  /// What stands between two tables that both have features.
  public var separator: [UInt8] {
    guard case .collection = options.layout else { return [] }
    return Array(",\n".utf8)
  }

  /// What stands behind the last feature.
  ///
  /// - Parameters:
  ///   - isSchematic: whether a shape shows only roughly where something lies (示意).
  ///   - box: the box around all features, where it is to be written.
  public func end(isSchematic: Bool = false, box: Envelope? = nil) -> [UInt8] {
    guard case .collection = options.layout else { return [] }
    var bytes = Array("\n]".utf8)
    if let box {
      bytes += ",\"bbox\":[".utf8
      for (index, edge) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        shapes.numbers.append(edge, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    if isSchematic { bytes += ",\"quality\":\"schematic\"".utf8 }
    bytes += "}\n".utf8
    return bytes
  }

  /// The features of a table.
  public func text(of table: FeatureTable) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.shapes.vertexCount * 30 + table.count * 256)
    let keys = table.fields.map { field in
      var key: [UInt8] = []
      JSONText.append(field.name, to: &key)
      key.append(UInt8(ascii: ":"))
      return key
    }
    let isFlag = table.fields.map { options.flags.contains($0.name) }
    let id = options.idField.flatMap { name in table.fields.firstIndex { $0.name == name } }
    for feature in 0..<table.count {
      switch options.layout {
      case .collection: if feature > 0 { bytes += separator }
      case .sequence(let hasSeparators): if hasSeparators { bytes.append(0x1E) }
      }
      bytes += "{\"type\":\"Feature\"".utf8
      if let id, table.fields[id].values[feature] != .none {
        bytes += ",\"id\":".utf8
        JSONBytes.append(table.fields[id].values[feature], to: &bytes)
      } else if id == nil, options.placesAreIDs {
        bytes += ",\"id\":\(table.places[feature])".utf8
      }
      bytes += ",\"properties\":{".utf8
      var isFirst = true
      for (index, field) in table.fields.enumerated() {
        let value = field.values[feature]
        if case .none = value, !options.writesNull { continue }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes += keys[index]
        JSONBytes.append(value, isFlag: isFlag[index], to: &bytes)
      }
      bytes += "},\"geometry\":".utf8
      appendShape(of: feature, in: table, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
      if case .sequence = options.layout { bytes.append(UInt8(ascii: "\n")) }
    }
    return bytes
  }

  private func appendShape(of feature: Int, in table: FeatureTable, to bytes: inout [UInt8]) {
    let mark = bytes.count
    if options.hasShapes, let type = table.shapes.types[feature],
      !table.shapes.vertices(of: feature).isEmpty
    {
      bytes += "{\"type\":\"".utf8
      bytes += type.geoJSONName.utf8
      bytes += "\",\"coordinates\":".utf8
      if shapes.append(feature, type: type, of: table.shapes, to: &bytes) {
        bytes.append(UInt8(ascii: "}"))
        return
      }
      bytes.removeLast(bytes.count - mark)
    }
    bytes += "null".utf8
  }
}

extension GeometryType {
  /// The type's name in GeoJSON.
  var geoJSONName: String {
    switch self {
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    }
  }
}

extension GeoJSONWriter: FeatureWriter {
  /// What stands before the first feature; each names its attributes itself.
  public func beginning(name: String, fields: [String]) -> [UInt8] { beginning(name: name) }

  /// What stands behind the last feature, without a box.
  public func end(isSchematic: Bool) -> [UInt8] { end(isSchematic: isSchematic, box: nil) }
}
