internal import Characters
internal import Foundation
internal import Intake
internal import Planning

/// The files that are meant by names of files, folders and archives.
///
/// What it unpacked it takes away again when it goes.
public final class SourceInputs {
  /// A file to be read.
  public struct Input: Hashable, Sendable {
    /// Its name as facts and diagnostics carry it: `archive.zip/inner.html`.
    public let name: String
    /// Where it lies.
    public let path: String
  }

  /// The files, in the order of the names given, those of a folder or archive in the order of theirs.
  public private(set) var inputs: [Input] = []
  /// What to know of folders and archives: what was passed over, and what cannot be opened.
  public private(set) var readings: [SourceReading] = []

  private var unpacked: URL?
  private var passedOver: [String: Int] = [:]
  /// So many archives lie in each other at most.
  private static let maximumDepth = 3
  private static let maximumCount = 20_000

  /// The files of some names.
  public init(_ names: [String]) {
    for name in names {
      passedOver = [:]
      take(name, at: name, depth: 0)
      let count = passedOver.values.reduce(0, +)
      guard count > 0 else { continue }
      let fact = Diagnostic.Fact.filesPassedOver(count: count, endings: passedOver.keys.sorted())
      readings.append(
        SourceReading(
          file: SourceFile(name: name, sha256: nil, extractor: DocumentIntake.extractor),
          documents: [], diagnostics: [Diagnostic(fact, .info, file: name)]))
    }
  }

  deinit {
    if let unpacked { try? FileManager.default.removeItem(at: unpacked) }
  }

  private func take(_ name: String, at path: String, depth: Int) {
    let url = URL(fileURLWithPath: path)
    guard name != "-",
      let values = try? url.resourceValues(forKeys: [.isDirectoryKey, .isRegularFileKey])
    else {
      inputs.append(Input(name: name, path: path))
      return
    }
    let isFolder = values.isDirectory == true
    if isFolder, url.pathExtension.lowercased() != "gdb" {
      takeFolder(name, at: path, depth: depth)
    } else if values.isRegularFile == true, depth < Self.maximumDepth, DocumentArchive.isOne(url) {
      takeArchive(name, url, depth: depth)
    } else if inputs.count < Self.maximumCount {
      inputs.append(Input(name: name, path: path))
    } else {
      refuse(name, .archiveRefused(.tooManyFiles, seen: "\(Self.maximumCount)"))
    }
  }

  private func takeFolder(_ name: String, at path: String, depth: Int) {
    let files: [String]
    do { files = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      return refuse(name, .notPermitted)
    }
    func base(_ text: String) -> String { text.hasSuffix("/") ? String(text.dropLast()) : text }
    for file in files.sorted(by: SourceInputs.precedes) {
      let inner = "\(base(path))/\(file)"
      // A link may lead back to where it stands.
      let type = try? FileManager.default.attributesOfItem(atPath: inner)[.type]
      if type as? FileAttributeType == .typeSymbolicLink { continue }
      guard !isPassedOver(file, among: files) else {
        count(file, at: inner)
        continue
      }
      take("\(base(name))/\(file)", at: inner, depth: depth)
    }
  }

  private func takeArchive(_ name: String, _ file: URL, depth: Int) {
    do {
      let folder = try newFolder()
      let members = try DocumentArchive.unpack(file, name: name, into: folder)
      let all = members.map(\.name)
      for member in members {
        let parts = member.name.split(separator: "/").map(String.init)
        let isOver = parts.indices.contains { index in
          let folder = parts[..<index].map { $0 + "/" }.joined()
          return isPassedOver(
            parts[index],
            among: all.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) })
        }
        if isOver {
          count(member.name, at: "")
        } else {
          take("\(name)/\(member.name)", at: member.path, depth: depth + 1)
        }
      }
    } catch let error as IntakeError {
      refuse(name, error.reason)
    } catch {
      refuse(name, .other("\(error)"))
    }
  }

  private func newFolder() throws -> URL {
    let base =
      unpacked
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("yulin-archive-\(UUID().uuidString)")
    unpacked = base
    let folder = base.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }

  private func refuse(_ name: String, _ reason: Diagnostic.Unreadable) {
    readings.append(
      SourceReading(
        refusedFile: name, because: Diagnostic(.unreadableFile(reason), .error, file: name)))
  }

  /// Parts of saved pages and of shapes, and what systems leave in folders.
  private static let passedEndings: Set = [
    "css", "js", "mjs", "map", "gif", "svg", "ico", "cur", "woff", "woff2", "ttf", "otf", "eot",
    "ini", "lnk", "url", "tmp", "bak", "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qmd",
  ]

  /// Whether a file or folder is no document by its name: of the files that a browser saves beside a
  /// page none is.
  private func isPassedOver(_ file: String, among files: [String]) -> Bool {
    if file.hasPrefix(".") || file.hasPrefix("~$") || file == "__MACOSX" || file == "Thumbs.db" {
      return true
    }
    for ending in ["_files", ".files", "_file"] where file.hasSuffix(ending) {
      let stem = file.dropLast(ending.count)
      if ["html", "htm", "shtml", "mht", "mhtml"].contains(where: {
        files.contains("\(stem).\($0)")
      }) {
        return true
      }
    }
    return Self.passedEndings.contains((file as NSString).pathExtension.lowercased())
  }

  /// Counts what is passed over, in a folder file by file.
  private func count(_ file: String, at path: String) {
    var names = [file]
    if let inside = FileManager.default.enumerator(atPath: path) {
      let found = inside.compactMap { $0 as? String }
      if !found.isEmpty { names = found }
    }
    for name in names {
      let ending = (name as NSString).pathExtension.lowercased()
      passedOver[
        ending.isEmpty ? (name as NSString).lastPathComponent : ".\(ending)", default: 0] += 1
    }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }
}
