internal import Characters
internal import Foundation
internal import Intake
internal import Planning

/// A file of shapes and how it is read.
public struct ShapeFile: Sendable {
  /// What the file is.
  enum Kind: Sendable {
    case coordinateText, geoJSON, delimited, geoPackage
    /// A format that ogr2ogr reads.
    case foreign
  }

  /// Its name as the user gave it.
  public let name: String
  let url: URL
  let kind: Kind

  /// The names among `files` that are no shapes, and the shapes, each in the order given.
  ///
  /// - Parameter asShapes: whether the user says that they are shapes; a table of coordinates and
  ///   a file whose name says nothing are then taken for some too.
  public static func sorted(
    _ files: [String], asShapes: Bool
  ) throws -> (others: [String], shapes: [ShapeFile]) {
    var others: [String] = []
    var shapes: [ShapeFile] = []
    for file in files {
      if let shape = ShapeFile(file, isStated: asShapes) {
        shapes.append(shape)
      } else {
        others.append(file)
      }
    }
    return (others, shapes)
  }

  /// A file, if it is one of shapes: by its first bytes where they tell, else by its ending.
  public init?(_ name: String, isStated: Bool) {
    let url = URL(fileURLWithPath: name)
    let head = ShapeFile.head(of: url)
    let ending = url.pathExtension.lowercased()
    self.name = name
    self.url = url
    if head.starts(with: Array("SQLite format 3\0".utf8)) {
      kind = .geoPackage
    } else if CoordinateTextReader.recognises(head) {
      kind = .coordinateText
    } else if ShapeFile.isGeoJSON(head, ending: ending, isStated: isStated) {
      kind = .geoJSON
    } else if ForeignFormat.endings.contains(ending), !ShapeFile.isPlainTable(head, ending) {
      kind = .foreign
    } else if isStated {
      kind = ["txt"].contains(ending) ? .coordinateText : .delimited
    } else {
      return nil
    }
  }

  private static func isGeoJSON(_ head: [UInt8], ending: String, isStated: Bool) -> Bool {
    if ["geojson", "geojsonl", "geojsons", "geojsonseq", "ndjson"].contains(ending) { return true }
    let text = String(decoding: head.prefix(4_096), as: UTF8.self)
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      first == "{" || first == "\u{1E}"
    else { return false }
    return isStated || text.contains("\"FeatureCollection\"")
      || (text.contains("\"Feature\"") && text.contains("\"geometry\""))
  }

  /// `.tab` is MapInfo's and that of tables with tabs.
  private static func isPlainTable(_ head: [UInt8], _ ending: String) -> Bool {
    ending == "tab" && !String(decoding: head.prefix(16), as: UTF8.self).hasPrefix("!table")
  }

  private static func head(of url: URL) -> [UInt8] {
    // What comes through a pipe can be read only once.
    guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
      let handle = try? FileHandle(forReadingFrom: url),
      let data = try? handle.read(upToCount: 65_536)
    else { return [] }
    return Array(data)
  }
}

extension ShapeFile {
  /// The file as Yulin itself reads it: of another program's format a converted copy.
  func readable(_ options: ShapeImportOptions) async throws -> ReadableShapes {
    guard kind == .foreign else { return ReadableShapes(url: url, converted: nil) }
    var known = ForeignFormat.Options()
    known.layer = options.sourceLayer
    let converted = try await ForeignFormat.convert(url.path, name: name, options: known)
    return ReadableShapes(url: URL(fileURLWithPath: converted.path), converted: converted)
  }

  /// About how many features it has: a boundary takes about a kilobyte.
  var featureEstimate: Int {
    let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
    return (size ?? 0) / 1_000
  }

  /// The SHA-256 of its bytes; `nil` of a folder.
  func digest() throws -> String? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    let digest = ContentDigest()
    while let data = try? handle.read(upToCount: 1 << 20), !data.isEmpty { digest.update(data) }
    return digest.hexadecimal()
  }
}
