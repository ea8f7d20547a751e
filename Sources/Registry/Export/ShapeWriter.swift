internal import Exchange
internal import SimpleFeatures

/// Writes features in the format of an export.
enum ShapeWriter: Sendable {
  case geoJSON(GeoJSONWriter)
  case csv(ShapeCSVWriter)

  init(_ export: ShapeExport, flags: Set<String>, usualPlaces: Int) {
    var options = GeoJSONWriter.Options()
    options.places = export.places ?? 7
    options.flags = flags
    options.hasShapes = export.hasShapes
    if export.subject == .parcels && !export.isIntermediate { options.idField = "parcel_id" }
    switch export.format {
    case .geoJSON, .coordinateText: break
    case .geoJSONSequence(let hasSeparators):
      options.layout = .sequence(hasSeparators: hasSeparators)
    case .csv(let byteOrderMark):
      var csv = ShapeCSVWriter.Options()
      csv.places = export.places ?? usualPlaces
      csv.byteOrderMark = byteOrderMark
      csv.flags = flags
      csv.hasShapes = export.hasShapes
      self = .csv(ShapeCSVWriter(csv))
      return
    }
    self = .geoJSON(GeoJSONWriter(options))
  }

  func beginning(name: String, fields: [String]) -> [UInt8] {
    switch self {
    case .geoJSON(let writer): writer.beginning(name: name)
    case .csv(let writer): writer.beginning(fields: fields)
    }
  }

  var separator: [UInt8] {
    switch self {
    case .geoJSON(let writer): writer.separator
    case .csv: []
    }
  }

  func text(of table: FeatureTable) -> [UInt8] {
    switch self {
    case .geoJSON(let writer): writer.text(of: table)
    case .csv(let writer): writer.text(of: table)
    }
  }

  func end(isSchematic: Bool) -> [UInt8] {
    switch self {
    case .geoJSON(let writer): writer.end(isSchematic: isSchematic)
    case .csv: []
    }
  }
}
