public import Exchange
public import Planning

/// A format of `yulin export`. The formats are the rows of ``all``: a new one is a row there and what
/// writes it.
public struct ExportedFormat: Hashable, Sendable {
  /// What the terminal says of how a format is written.
  public struct Options: Sendable {
    /// Whether lines of GeoJSON have the record separators of RFC 8142.
    public var hasSeparators = false
    /// Whether CSV begins with a mark that it is UTF-8.
    public var byteOrderMark = false
    /// Whom coordinate text is for.
    public var dialect = CoordinateTextDialect.landSupply
    /// In what characters coordinate text is written.
    public var encoding = CoordinateTextOptions.Encoding.gbk

    /// As usual.
    public init() {}
  }

  /// What writes features with shapes.
  public enum Writing: Sendable {
    /// Yulin itself, as a stream.
    case own(@Sendable (Options) -> ShapeExport.Format)
    /// ogr2ogr, into a file.
    case converted(ShapeExport.ConvertedFormat)
  }

  /// Its name, which a file's name may end in.
  public let name: String
  /// What else a file's name may end in.
  public let endings: [String]
  /// What writes all facts, where they come back from it without loss.
  public let facts: ExportFormat?
  /// What writes features with shapes.
  public let shapes: Writing?
  /// Whether it has places of its own for attributes, and a dialect and characters to choose.
  public let isCoordinateText: Bool

  private init(
    _ name: String, endings: [String] = [], facts: ExportFormat? = nil, shapes: Writing? = nil,
    isCoordinateText: Bool = false
  ) {
    self.name = name
    self.endings = endings
    self.facts = facts
    self.shapes = shapes
    self.isCoordinateText = isCoordinateText
  }

  /// All facts as one JSON object: the usual format of facts.
  public static let json = ExportedFormat("json", facts: .json)
  /// GeoJSON: the usual format of shapes.
  public static let geoJSON = ExportedFormat("geojson", shapes: .own { _ in .geoJSON })

  /// The formats, in the order of the help.
  public static let all = [
    json, ExportedFormat("jsonl", facts: .jsonl),
    ExportedFormat(
      "csv", facts: .csv, shapes: .own { .csv(byteOrderMark: $0.byteOrderMark) }),
    geoJSON,
    ExportedFormat(
      "geojsonseq", endings: ["geojsonl", "geojsons", "ndjson"],
      shapes: .own { .geoJSONSequence(hasSeparators: $0.hasSeparators) }),
    ExportedFormat(
      "txt", shapes: .own { .coordinateText($0.dialect, $0.encoding) }, isCoordinateText: true),
    ExportedFormat("gpkg", shapes: .converted(.geoPackage)),
    ExportedFormat("shp", shapes: .converted(.shapefile)),
    ExportedFormat("kml", shapes: .converted(.kml)),
    ExportedFormat("dxf", shapes: .converted(.dxf)),
  ]

  /// The format of a name.
  public init?(named name: String) {
    guard let found = ExportedFormat.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The format that the ending of a file's name tells.
  public init?(ending: String) {
    let folded = ending.lowercased()
    let found = ExportedFormat.all.first { $0.name == folded || $0.endings.contains(folded) }
    guard let found else { return nil }
    self = found
  }

  /// Whether two are the same: names are unique.
  public static func == (a: ExportedFormat, b: ExportedFormat) -> Bool { a.name == b.name }

  /// Its name alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ShapeExport {
  /// A format that Yulin writes itself.
  public struct Format: Sendable {
    /// How it is written.
    enum Writing: Sendable {
      /// Batch by batch.
      case features(
        @Sendable (_ export: ShapeExport, _ flags: Set<String>, _ usualPlaces: Int)
          -> any FeatureWriter)
      /// Parcels only, with the attributes that a dialect has places for.
      case coordinateText(CoordinateTextDialect, CoordinateTextOptions.Encoding)
    }

    let writing: Writing
    /// Whether it is in longitude and latitude alone.
    let isGeographic: Bool

    /// RFC 7946.
    public static let geoJSON = geoJSON(.collection)

    /// One feature a line, with or without the record separators of RFC 8142.
    public static func geoJSONSequence(hasSeparators: Bool) -> Format {
      geoJSON(.sequence(hasSeparators: hasSeparators))
    }

    private static func geoJSON(_ layout: GeoJSONWriter.Layout) -> Format {
      let writing = Writing.features { export, flags, _ in
        var options = GeoJSONWriter.Options()
        options.layout = layout
        options.places = export.places ?? 7
        options.flags = flags
        options.hasShapes = export.hasShapes
        if export.subject == .parcels && !export.isIntermediate { options.idField = "parcel_id" }
        return GeoJSONWriter(options)
      }
      return Format(writing: writing, isGeographic: true)
    }

    /// Comma-separated values, shapes as WKT.
    public static func csv(byteOrderMark: Bool) -> Format {
      let writing = Writing.features { export, flags, usualPlaces in
        var options = ShapeCSVWriter.Options()
        options.places = export.places ?? usualPlaces
        options.byteOrderMark = byteOrderMark
        options.flags = flags
        options.hasShapes = export.hasShapes
        return ShapeCSVWriter(options)
      }
      return Format(writing: writing, isGeographic: false)
    }

    /// Coordinate text of a dialect.
    public static func coordinateText(
      _ dialect: CoordinateTextDialect, _ encoding: CoordinateTextOptions.Encoding
    ) -> Format {
      Format(writing: .coordinateText(dialect, encoding), isGeographic: false)
    }
  }

  /// A format that ogr2ogr writes.
  public struct ConvertedFormat: Hashable, Sendable {
    /// GDAL's name of it.
    let driver: String
    /// What ogr2ogr is told beside.
    let arguments: [String]
    /// Makes an export as the format needs it.
    let prepare: @Sendable (inout ShapeExport) -> Void

    private init(
      _ driver: String, _ arguments: [String] = [],
      prepare: @escaping @Sendable (inout ShapeExport) -> Void = { _ in }
    ) {
      self.driver = driver
      self.arguments = arguments
      self.prepare = prepare
    }

    /// Whether two are the same: a driver has one row.
    public static func == (a: ConvertedFormat, b: ConvertedFormat) -> Bool {
      a.driver == b.driver
    }

    /// The driver alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(driver) }

    /// GeoPackage, a plain layer.
    public static let geoPackage = ConvertedFormat(
      "GPKG",
      ["-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid", "-nlt", "PROMOTE_TO_MULTI"])
    /// Shapefile: .shp, .shx, .dbf in UTF-8, .prj, .cpg. Its names are short.
    public static let shapefile = ConvertedFormat(
      "ESRI Shapefile", ["-lco", "ENCODING=UTF-8"]
    ) { export in
      if export.subject == .parcels { export.names = PlanningNames.short }
    }
    /// KML, which is in degrees.
    public static let kml = ConvertedFormat("KML") { $0.epsg = 4490 }
    /// DXF: outlines on layers named after the land use.
    public static let dxf = ConvertedFormat(
      "DXF", ["--config", "DXF_WRITE_HATCH", "NO"]
    ) { export in
      export.fields = export.subject == .parcels ? ["land_use_code"] : []
      export.names = ["land_use_code": "Layer"]
    }
  }
}
