internal import Answers
internal import Exchange
internal import Foundation
internal import Planning
internal import Storage

extension LandRegister {
  /// Writes a clean single-file GeoPackage of what is in force: the layers with their styles (QML and
  /// SLD, the national colours of land use), descriptions of the columns, and where everything comes
  /// from. It has no history and no side files, and is no register.
  ///
  /// - Parameters:
  ///   - target: the file to write; it appears whole or not at all.
  ///   - overwriting: whether a file that is there is replaced.
  ///   - program: the program and its version, for the metadata.
  /// - Returns: the names of the layers' tables.
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there and is not to be replaced, or
  ///   is the register itself; `notPermitted` where it cannot be written.
  @discardableResult
  public func publish(
    to target: String, overwriting: Bool = false, program: String
  ) throws -> [String] {
    let now = Moment.instant(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    return try store.publish(to: target, overwriting: overwriting) { reader in
      let uses = try reader.landUsesInForce().compactMap { use in
        use.code.map { MapStyle.Use(scheme: use.scheme, code: $0, name: use.name) }
      }
      let layers = try reader.shapeLayers()
      let sources = try reader.publicationSources()
      let counties = try reader.counties()
      let isSchematic = sources.contains { $0.quality == .schematic }
      let metadata = PublicationMetadata(
        title: counties.joined(separator: "、") + "土地与规划登记", creator: program, created: now,
        spatial: counties, description: LandRegister.note(isSchematic: isSchematic),
        source: sources)
      return Publication(
        styles: layers.compactMap { LandRegister.style(of: $0, uses: uses) },
        metadata: String(decoding: try JSONText.line(metadata), as: UTF8.self))
    }
  }

  private static func note(isSchematic: Bool) -> String {
    let note = "现行内容的副本，不含历史；依据以所列文件为准。"
    return isSchematic ? note + "部分图形仅为示意，未经测量，不得作为权属或审批依据。" : note
  }

  private static func style(of layer: ShapeLayer, uses: [MapStyle.Use]) -> Publication.Style? {
    let shape: MapStyle.Shape
    switch layer.geometryType.uppercased() {
    case "POINT", "MULTIPOINT": shape = .point
    case "LINESTRING", "MULTILINESTRING": shape = .line
    case "POLYGON", "MULTIPOLYGON": shape = .polygon
    // One style cannot draw points and areas.
    default: return nil
    }
    let style =
      layer.role.map {
        MapStyle.layer($0, title: layer.title, shape: shape, isSchematic: layer.isSchematic)
      } ?? MapStyle.parcels(uses: uses)
    return Publication.Style(
      table: layer.table, name: style.name, qml: QMLStyle.text(style),
      sld: SLDStyle.text(style, layer: layer.table))
  }
}
