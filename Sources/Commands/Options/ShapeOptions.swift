import ArgumentParser
import Exchange
import Planning
import Registry
import SimpleFeatures

/// Which features are exported, and how.
struct ShapeOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.bbox.text, valueName: "minx,miny,maxx,maxy"))
  var bbox: String?

  @Option(help: .init(Wording.Help.bboxCRS.text, valueName: "EPSG:code"))
  var bboxCrs: String?

  @OptionGroup var filter: FilterOptions

  @Option(help: .init(Wording.Help.fields.text, valueName: "a,b"))
  var fields: String?

  @Flag(help: .init(Wording.Help.noGeometry.text))
  var noGeometry = false

  @Option(help: .init(Wording.Help.limit.text, valueName: "number"))
  var limit: Int?

  @Option(help: .init(Wording.Help.crs.text, valueName: "EPSG:code"))
  var crs: String?

  @Option(help: .init(Wording.Help.precision.text, valueName: "0-15"))
  var precision: Int?

  @Flag(help: .init(Wording.Help.all.text))
  var all = false

  @Flag(help: .init(Wording.Help.rs.text))
  var rs = false

  @Option(help: .init(Wording.Help.dialect.text, valueName: "dialect"))
  var dialect: CoordinateTextDialect?

  @Option(help: .init(Wording.Help.encoding.text, valueName: "encoding"))
  var encoding: CoordinateTextOptions.Encoding?

  /// Whether any of them is given.
  var areGiven: Bool {
    bbox != nil || bboxCrs != nil || !filter.conditions.isEmpty || filter.sort != nil
      || fields != nil || noGeometry
      || limit != nil || crs != nil || precision != nil || all || rs || isOfText
  }

  /// Whether something is said of coordinate text.
  var isOfText: Bool { dialect != nil || encoding != nil }

  /// Whether something is said that coordinate text cannot follow.
  var isAgainstText: Bool { fields != nil || noGeometry || all }

  func validate() throws {
    _ = try export()
  }

  /// The options as the register takes them.
  func export() throws -> ShapeExport {
    var export = ShapeExport()
    if let limit, limit < 1 { throw ValidationError(Wording.limitTooSmall.text) }
    if let precision, !(0...15).contains(precision) {
      throw ValidationError(Wording.notAPrecision(precision).text)
    }
    export.limit = limit
    export.places = precision
    export.box = try bbox.map(ShapeOptions.box)
    export.boxEPSG = try bboxCrs.flatMap(ShapeOptions.code)
    export.epsg = try crs.flatMap(ShapeOptions.code)
    export.conditions = filter.conditions
    export.order = filter.sort
    export.fields = fields.map { list in
      list.split { $0 == "," || $0 == "，" }.map { String($0.filter { !$0.isWhitespace }) }
    }
    export.hasShapes = !noGeometry
    export.includesShapeless = all || noGeometry
    return export
  }

  private static func box(_ text: String) throws -> Envelope {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.filter { !$0.isWhitespace })
    }
    let edges = numbers.compactMap(\.self)
    guard numbers.count == 4, edges.count == 4, edges.allSatisfy(\.isFinite), edges[0] <= edges[2],
      edges[1] <= edges[3]
    else { throw ValidationError(Wording.notABox(text).text) }
    return Envelope(minX: edges[0], minY: edges[1], maxX: edges[2], maxY: edges[3])
  }

  /// The code of `EPSG:4525` or `4525`; `nil` of CRS84.
  private static func code(_ text: String) throws -> Int? {
    let folded = text.uppercased()
    if ["CRS84", "OGC:CRS84"].contains(folded) { return nil }
    let digits = folded.hasPrefix("EPSG:") ? folded.dropFirst(5) : folded[...]
    guard let code = Int(digits), code > 0 else {
      throw ValidationError(Wording.notASystem(text).text)
    }
    return code
  }
}
