import Foundation

/// A format of features that other programs write and GDAL reads.
public enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
  case shapefile = "Shapefile"
  case fileGeodatabase = "FileGDB"
  case dxf = "DXF"
  case kml = "KML"
  case mapInfo = "MapInfo"

  /// What is known about the file to be converted.
  public struct Options: Sendable {
    /// The layer, where there are several; in an archive also the name of one of its files.
    public var layer: String?
    /// The encoding of a Shapefile's texts, where the file is wrong about it.
    public var encoding: String?
    /// How long the conversion may take, in seconds.
    public var seconds = 600
    /// How much address space it may use, in bytes.
    public var memory = 4 << 30
    /// How large an archive may unpack, and the GeoPackage may become, in bytes.
    public var size = 8 << 30
    /// Environment variables besides the own ones.
    var environment: [String: String] = [:]

    /// The usual limits.
    public init() {}
  }

  /// The endings by which a file is taken for one of these formats; `zip` may hold any of them.
  public static let endings: Set<String> = [
    "shp", "gdb", "dxf", "kml", "kmz", "tab", "mif", "zip",
  ]

  /// The format by a file's name; `nil` of archives and of all others.
  static func named(_ name: String) -> ForeignFormat? {
    switch (name as NSString).pathExtension.lowercased() {
    case "shp": .shapefile
    case "gdb": .fileGeodatabase
    case "dxf": .dxf
    case "kml", "kmz": .kml
    case "tab", "mif": .mapInfo
    default: nil
    }
  }

  /// Drivers that take a file for theirs by its content, and so could be led to other files or to
  /// the network, whatever the file's ending.
  private static let skipped = [
    "OGR_VRT", "VRT", "WFS", "OAPIF", "OGCAPI", "CSW", "HTTP", "GMLAS", "GML", "NAS", "PLSCENES",
    "Elasticsearch", "Carto", "AmigoCloud", "NGW", "EEDA", "EEDAI", "GeoJSON", "GeoJSONSeq",
    "ESRIJSON", "TopoJSON", "ODBC", "PGeo", "MSSQLSpatial", "PostgreSQL", "MySQL", "OGR_OGDI",
    "SQLite", "GeoRSS", "GPX", "SVG", "JML", "MapML", "OSM", "PDF", "WMS", "WMTS", "WCS",
    "LVBAG", "TIGER", "AVCBin", "AVCE00", "Selafin", "VDV", "XLSX", "XLS", "ODS", "Interlis 1",
    "Interlis 2", "S57", "DGN", "CAD", "SXF", "UK .NTF", "EDIGEO", "VFK", "GPSBabel",
  ]

  /// What every run of GDAL gets: no network, no other drivers.
  static let environment: [String: String] = {
    let names = skipped.joined(separator: ",")
    return [
      "OGR_SKIP": names, "GDAL_HTTP_PROXY": "127.0.0.1:9",
      "GDAL_HTTP_TIMEOUT": "1", "GDAL_HTTP_CONNECTTIMEOUT": "1", "GDAL_HTTP_MAX_RETRY": "0",
      "CPL_ZIP_ENCODING": "CP936", "OGR_SQLITE_SYNCHRONOUS": "OFF", "CPL_LOG": "",
      "LIBKML_RESOLVE_STYLE": "NO", "CPL_DEBUG": "OFF",
    ]
  }()
}
