internal import Characters
import Foundation
import Planning

extension ForeignFormat {
  private static let tools = "gdal-bin"

  /// Converts a file, or the one file or layer of an archive or folder, into a temporary GeoPackage.
  ///
  /// GDAL's programs do it, as children with a limit of time, memory and size, without network and
  /// with the drivers of these formats alone. Nothing is transformed: coordinates, their system,
  /// heights, measures and types are those of the source. A source that breaks off in the middle is
  /// refused whole.
  ///
  /// - Parameters:
  ///   - path: a file (.shp, .dxf, .kml, .kmz, .tab, .mif, .zip) or a folder (.gdb).
  ///   - name: its name as the user gave it.
  /// - Throws: ``IntakeError``: the tool is missing or failed, the content is not of the format,
  ///   several layers and none named, an archive that is not safe to unpack.
  public static func convert(
    _ path: String, name: String? = nil, options: Options = Options()
  ) async throws -> ConvertedFile {
    let name = name ?? path
    var options = options
    let source = try ForeignSource(path, name: name, options: &options)
    let converter = Converter(file: name)
    let limits = Converter.Limits(
      seconds: options.seconds, memory: options.memory, fileSize: options.size)
    var environment = self.environment.merging(options.environment) { _, own in own }
    var encoding: TextEncodingFinding?
    if source.format == .dxf {
      encoding = try drawingEncoding(source, options.encoding, name: name)
      environment["DXF_ENCODING"] = encoding?.name
    }
    let variables = environment
    func gdal(_ tool: String, _ arguments: [String]) async throws -> Converter.Outcome {
      let outcome = try await converter.run(
        tool, package: tools, arguments, environment: variables, limits: limits)
      // GDAL goes on behind a broken record and ends well.
      guard let error = outcome.messages.first(where: { $0.hasPrefix("ERROR") }) else {
        return outcome
      }
      let isCut = ["fread", "truncated", "Truncated", "end of file"].contains(where: error.contains)
      throw IntakeError(
        isCut ? .truncated : .toolFailed(name: tool, message: error), file: name)
    }

    let listed = try await gdal("ogrinfo", ["-ro", "-q", source.dataset])
    let layers = layerNames(String(decoding: listed.output, as: UTF8.self))
    let layer = try chosen(options.layer, from: layers, file: name, format: source.format)
    if source.format == .shapefile {
      encoding = try await shapefileEncoding(source.dataset, layer, options.encoding, gdal)
    }

    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("yulin-convert-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let target = folder.appendingPathComponent("converted.gpkg").path
    do {
      let outcome = try await gdal(
        "ogr2ogr",
        [
          "-f", "GPKG", target, source.dataset, layer, "-nln", layer, "-gt", "65536",
          "-lco", "SPATIAL_INDEX=NO", "-lco", "FID=yulin_record",
          "-lco", "GEOMETRY_NAME=yulin_shape",
          "-mapFieldType",
          "StringList=String,IntegerList=String,Integer64List=String,RealList=String",
        ] + (source.format == .shapefile ? ["-oo", "ENCODING=\(encoding?.name ?? "")"] : []))
      return ConvertedFile(
        folder: folder, path: target, format: source.format, layer: layer, layers: layers,
        encoding: encoding, messages: outcome.messages.filter { !$0.contains("_SKIP") })
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  /// The layers with shapes in a listing of ogrinfo: `1: parcels (Polygon)`, of a geodatabase
  /// `Layer: parcels (Multi Polygon)`.
  static func layerNames(_ listing: String) -> [String] {
    listing.split(separator: "\n").compactMap { line in
      guard let colon = line.range(of: ": ") else { return nil }
      let mark = line[..<colon.lowerBound].trimmingCharacters(in: .whitespaces)
      guard Int(mark) != nil || mark == "Layer" else { return nil }
      let rest = line[colon.upperBound...]
      guard rest.hasSuffix(")"), let open = rest.range(of: " (", options: .backwards) else {
        return String(rest)
      }
      return rest[open.upperBound...] == "None)" ? nil : String(rest[..<open.lowerBound])
    }
  }

  private static func chosen(
    _ wanted: String?, from layers: [String], file: String, format: ForeignFormat
  ) throws -> String {
    // A name that looks like an option would be taken for one.
    guard !layers.isEmpty, !layers.contains(where: { $0.hasPrefix("-") }) else {
      throw IntakeError(.notOfFormat(format.rawValue), file: file)
    }
    if let wanted {
      let found =
        layers.first { $0 == wanted } ?? layers.first { $0.lowercased() == wanted.lowercased() }
      guard let found else { throw IntakeError(.noLayer(wanted, known: layers), file: file) }
      return found
    }
    guard layers.count == 1 else { throw IntakeError(.severalLayers(layers), file: file) }
    return layers[0]
  }

  /// The encoding of a Shapefile's texts: the option's; that of a .cpg, unless it says UTF-8 and the
  /// texts are none; strict UTF-8; GB18030.
  private static func shapefileEncoding(
    _ dataset: String, _ layer: String, _ option: String?,
    _ gdal: (String, [String]) async throws -> Converter.Outcome
  ) async throws -> TextEncodingFinding {
    if let option { return TextEncodingFinding(name: option, origin: .option) }
    let info = try await gdal("ogrinfo", ["-ro", "-so", "-mdd", "SHAPEFILE", dataset, layer])
    var stated: [String: String] = [:]
    for line in String(decoding: info.output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      stated[parts[0].trimmingCharacters(in: .whitespaces)] = String(parts[1])
    }
    // Read as it stands: an empty encoding turns recoding off.
    let sample = try await gdal(
      "ogr2ogr",
      [
        "-f", "CSV", "/vsistdout/", dataset, layer, "-limit", "5000", "-oo", "ENCODING=",
      ])
    let isUnicode = UTF8Sample.isValid(sample.output)
    if let name = stated["ENCODING_FROM_CPG"], !name.isEmpty,
      isUnicode || name.uppercased() != "UTF-8"
    {
      return TextEncodingFinding(name: name, origin: .stated)
    }
    if isUnicode { return TextEncodingFinding(name: "UTF-8", origin: .tried) }
    // The mark for Big5 is only written on purpose; the others come with every program's default.
    if stated["ENCODING_FROM_LDID"] == "CP950" {
      return TextEncodingFinding(name: "CP950", origin: .stated)
    }
    return TextEncodingFinding(name: "GB18030", origin: .tried)
  }
}

extension ForeignFormat {
  /// The encoding of a drawing's texts by trying, strict UTF-8 and else GB18030: drawings often name
  /// the code page of the program that wrote them and not their own. Of one in an archive and of a
  /// binary one GDAL decides.
  private static func drawingEncoding(
    _ source: ForeignSource, _ option: String?, name: String
  ) throws -> TextEncodingFinding? {
    if let option { return TextEncodingFinding(name: option, origin: .option) }
    guard !source.dataset.hasPrefix("/vsi") else { return nil }
    var bytes = try ByteSource(
      file: URL(fileURLWithPath: source.dataset), name: name, chunkSize: 32 << 20)
    guard let head = try bytes.next(), !head.starts(with: Array("AutoCAD Binary".utf8)) else {
      return nil
    }
    let isUnicode = UTF8Sample.isValid(head)
    return TextEncodingFinding(name: isUnicode ? "UTF-8" : "GB18030", origin: .tried)
  }
}

/// Whether fields of fixed width hold UTF-8.
enum UTF8Sample {
  /// Whether bytes of a CSV text are UTF-8. A character cut off at the end of a value is let pass:
  /// fields end where their width does.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length =
        lead < 0x80
        ? 1
        : (0xC2...0xDF).contains(lead)
          ? 2 : lead & 0xF0 == 0xE0 ? 3 : (0xF0...0xF4).contains(lead) ? 4 : 0
      guard length > 0 else { return false }
      for offset in 1..<max(1, length) {
        let next = index + offset < bytes.count ? bytes[index + offset] : UInt8(ascii: "\n")
        if next & 0xC0 == 0x80 { continue }
        guard [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n")].contains(next) else {
          return false
        }
        index += offset - length
        break
      }
      index += length
    }
    return true
  }
}
