internal import Answers
internal import Characters
internal import Foundation
internal import Planning
internal import Storage

extension CheckRun {
  /// Looks for the files that the register was filled from.
  ///
  /// A path without folder at its beginning is looked for beside the register and where the program
  /// runs. Of a path in a folder that is not here nothing can be said: it is another computer's.
  mutating func judgeFiles(beside register: String) throws {
    guard rules.asks(.documentFileMissing) else { return }
    let folders = [
      FileManager.default.currentDirectoryPath,
      URL(fileURLWithPath: register).deletingLastPathComponent().path,
    ]
    var seen: Set<String> = []
    for source in try reader.publicationSources(at: request.moment)
    where seen.insert("\(source.file)|\(source.sha256 ?? "")").inserted {
      let file = SourceFile(
        name: source.file, sha256: source.sha256, extractor: source.extractor)
      let subject: FindingSubject? =
        source.kind == .document
        ? nil
        : FindingSubject(
          kind: source.kind == .layer ? .layer : .boundary, key: source.identifier ?? source.file,
          label: source.identifier ?? source.file)
      self.register.judge(
        file: file, state: CheckRun.state(of: file, in: folders), subject: subject,
        into: &findings)
    }
  }

  private static func state(of file: SourceFile, in folders: [String]) -> SourceFileState {
    let places =
      file.name.hasPrefix("/") ? [file.name] : folders.map { "\($0)/\(file.name)" }
    for place in places {
      guard let handle = FileHandle(forReadingAtPath: place) else { continue }
      defer { try? handle.close() }
      let digest = ContentDigest()
      while let data = try? handle.read(upToCount: 1 << 20), !data.isEmpty { digest.update(data) }
      let found = digest.hexadecimal()
      return found == file.sha256 ? .present : .changed(sha256: found)
    }
    // Only a folder of its own tells that the path is of this computer.
    let isHere = places.contains { place in
      let folder = URL(fileURLWithPath: place).deletingLastPathComponent()
      let values = try? folder.resourceValues(forKeys: [.isDirectoryKey])
      return !folders.contains(folder.path) && values?.isDirectory == true
    }
    return isHere ? .missing : .elsewhere
  }
}
