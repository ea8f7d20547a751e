import ArgumentParser
import Exchange
import Foundation
import Registry

/// A format that `yulin export` writes.
enum ExportOutputFormat: String, ExpressibleByArgument, CaseIterable {
  case json, jsonl, csv, geojson, geojsonseq, txt, gpkg, shp, kml, dxf

  /// The format that a file's name tells.
  init?(fileName: String) {
    let ending = URL(fileURLWithPath: fileName).pathExtension.lowercased()
    switch ending {
    case "geojsonl", "geojsons", "ndjson": self = .geojsonseq
    default: self.init(rawValue: ending)
    }
  }

  /// The format of facts that come back without loss.
  var facts: ExportFormat? { ExportFormat(rawValue: rawValue) }

  /// Whether features with shapes can be written.
  var hasShapes: Bool { self != .json && self != .jsonl }

  /// The format that another program writes.
  var converted: ShapeExport.ConvertedFormat? {
    switch self {
    case .gpkg: .geoPackage
    case .shp: .shapefile
    case .kml: .kml
    case .dxf: .dxf
    default: nil
    }
  }
}
