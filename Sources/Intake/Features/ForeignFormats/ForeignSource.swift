import Foundation
import Planning

/// A file that is to be converted: looked at before any other program does.
struct ForeignSource {
  let format: ForeignFormat
  /// How GDAL is told of it.
  let dataset: String

  /// - Throws: ``IntakeError`` where it is not what its name says, or not safe to open.
  init(_ path: String, name: String, options: inout ForeignFormat.Options) throws {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: url.resolvingSymlinksInPath().path)
    guard let kind = attributes?[.type] as? FileAttributeType else {
      throw IntakeError(.missing, file: name)
    }
    let isFolder = kind == .typeDirectory
    let ending = url.pathExtension.lowercased()
    if ending == "zip" || ending == "kmz", !isFolder {
      let archive = try ZipDirectory(file: url, name: name)
      try archive.check(size: options.size)
      if ending == "kmz" {
        format = .kml
        dataset = url.path
        return
      }
      let member = try ForeignSource.member(of: archive, name: name, options: &options)
      format = member.format
      dataset = "/vsizip/{\(url.path)}/\(member.path)"
      return
    }
    guard let format = ForeignFormat.named(url.lastPathComponent) else {
      throw IntakeError(.notOfFormat(ending), file: name)
    }
    self.format = format
    dataset = url.path
    guard isFolder == (format == .fileGeodatabase) else {
      throw IntakeError(.notOfFormat(format.rawValue), file: name)
    }
    if isFolder {
      try ForeignSource.checkFolder(url, name: name)
    } else {
      try ForeignSource.checkHead(url, format, name: name)
    }
  }

  /// The file or folder in an archive that is meant.
  private static func member(
    of archive: ZipDirectory, name: String, options: inout ForeignFormat.Options
  ) throws -> (path: String, format: ForeignFormat) {
    var found: [(path: String, format: ForeignFormat)] = []
    for entry in archive.entries {
      var parts = entry.path.split(separator: "/").map(String.init)
      if let folder = parts.firstIndex(where: { $0.lowercased().hasSuffix(".gdb") }) {
        parts.removeLast(parts.count - folder - 1)
      }
      let path = parts.joined(separator: "/")
      guard !parts.contains("__MACOSX"), let format = ForeignFormat.named(path),
        !path.lowercased().hasSuffix(".kmz"), !found.contains(where: { $0.path == path })
      else { continue }
      found.append((path, format))
    }
    func stem(_ path: String) -> String {
      ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    }
    if found.count > 1, let layer = options.layer,
      let one = found.first(where: { stem($0.path).lowercased() == layer.lowercased() })
    {
      options.layer = nil
      return one
    }
    guard found.count <= 1 else {
      throw IntakeError(.severalLayers(found.map { stem($0.path) }), file: name)
    }
    guard let one = found.first else {
      throw IntakeError(
        .notOfFormat(ForeignFormat.allCases.map(\.rawValue).joined(separator: "/")), file: name)
    }
    return one
  }

  /// A geodatabase has tables, and no link in it leads out of it.
  private static func checkFolder(_ url: URL, name: String) throws {
    let base = url.resolvingSymlinksInPath().path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    guard files.contains(where: { $0.lowercased().hasSuffix(".gdbtable") }) else {
      throw IntakeError(.notOfFormat(ForeignFormat.fileGeodatabase.rawValue), file: name)
    }
    for file in files {
      let target = url.appendingPathComponent(file).resolvingSymlinksInPath().path
      guard target.hasPrefix(base + "/") else {
        throw IntakeError(.archiveRefused(.link, seen: file), file: name)
      }
    }
  }

  /// The first bytes are those of the format; a Shapefile is as long as it says.
  private static func checkHead(_ url: URL, _ format: ForeignFormat, name: String) throws {
    var bytes = try ByteSource(file: url, name: name, chunkSize: 4096)
    guard let head = try bytes.next() else { throw IntakeError(.empty, file: name) }
    let text = String(decoding: head, as: UTF8.self)
    let isRight =
      switch format {
      case .shapefile: head.starts(with: [0, 0, 0x27, 0x0A])
      case .dxf: text.contains("SECTION") || text.hasPrefix("AutoCAD Binary DXF")
      case .kml: text.contains("<kml") || text.contains(":kml")
      case .mapInfo:
        url.pathExtension.lowercased() == "tab"
          ? text.lowercased().contains("!table") : text.lowercased().hasPrefix("version")
      case .fileGeodatabase: true
      }
    guard isRight else { throw IntakeError(.notOfFormat(format.rawValue), file: name) }
    guard format == .shapefile else { return }
    let size =
      (try? FileManager.default.attributesOfItem(atPath: url.path))?[.size] as? Int ?? 0
    guard head.count >= 100 else { throw IntakeError(.truncated, file: name) }
    let words = head[24..<28].reduce(0) { $0 << 8 | Int($1) }
    guard size >= words * 2 else { throw IntakeError(.truncated, file: name) }
  }
}
