public import Foundation
import Planning

/// A ZIP archive of documents, as people send them.
public enum DocumentArchive {
  /// So much an archive may unpack to.
  private static let maximumSize = 2 << 30

  /// Whether a file is an archive of files: a document that is packed itself is none, nor is one of
  /// shapes.
  public static func isOne(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    let head = (try? handle.read(upToCount: 4)) ?? nil
    try? handle.close()
    guard head == Data("PK\u{3}\u{4}".utf8),
      let directory = try? ZipDirectory(file: file, name: ""),
      let data = try? Data(contentsOf: file, options: .mappedIfSafe)
    else { return false }
    let holdsShapes = directory.entries.contains { entry in
      entry.path.split(separator: "/").contains { ForeignFormat.named(String($0)) != nil }
    }
    return !holdsShapes && FileContent.detect(name: "", bytes: Array(data)) == .archive
  }

  /// Unpacks an archive into a folder under plain names.
  ///
  /// - Returns: the paths in the archive, in order, and where each file lies now.
  /// - Throws: ``IntakeError`` where it is broken, encrypted, or not safe to unpack.
  public static func unpack(
    _ file: URL, name: String, into folder: URL
  ) throws -> [(name: String, path: String)] {
    let bytes = Array(try Data(contentsOf: file))
    let directory = try ZipDirectory(bytes, name: name)
    try directory.check(size: maximumSize)
    var members: [(name: String, path: String)] = []
    for (index, entry) in directory.entries.enumerated() where !entry.isFolder {
      let ending = (entry.path as NSString).pathExtension.filter { $0.isASCII && $0.isLetter }
      let target = folder.appendingPathComponent("\(index)" + (ending.isEmpty ? "" : ".\(ending)"))
      try Data(try directory.content(of: entry, in: bytes)).write(to: target)
      members.append((entry.path, target.path))
    }
    return members.sorted {
      $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }
}
