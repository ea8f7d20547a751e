internal import Characters
public import Foundation
public import Planning
internal import Storage

/// Adds to a register the texts and the originals of files that were imported before registers kept
/// them, or elsewhere: files are recognised by their bytes, whatever they are called now.
public struct LandArchive: LandQuestions {
  let register: LandRegister
  private let keepsOriginals: Bool

  /// An archive.
  ///
  /// - Parameter keepsOriginals: whether files whose text does not say all are kept too.
  public init(_ register: LandRegister, keepsOriginals: Bool = true) {
    self.register = register
    self.keepsOriginals = keepsOriginals
  }

  /// A file that the register was filled from.
  public struct File: Hashable, Sendable {
    /// Its name as the register has it.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// Where it was found; `nil` where it was not.
    public fileprivate(set) var path: String?
    /// Whether its text was added.
    public fileprivate(set) var hasNewText = false
    /// Whether the file itself was added.
    public fileprivate(set) var hasNewOriginal = false
  }

  /// What became of the register.
  public struct Outcome: Sendable {
    /// How many files were looked at.
    public fileprivate(set) var seen = 0
    /// The files of which something was added.
    public fileprivate(set) var filled: [File] = []
    /// The files whose text is still lacking.
    public fileprivate(set) var lacking: [File] = []
    /// Files that were found and cannot be read, and originals that are not kept.
    public fileprivate(set) var diagnostics: [Diagnostic] = []
  }

  /// Looks for the files that the register lacks, and adds what is found.
  ///
  /// - Parameters:
  ///   - places: files, and folders that are looked through with all folders in them.
  ///   - progress: told how many files were looked at.
  /// - Throws: ``RegisterError`` where the register cannot be written, and what the system says of a
  ///   place that is not there.
  public func run(
    _ places: [URL], progress: (Int) -> Void = { _ in }
  ) async throws -> Outcome {
    var outcome = Outcome()
    var wanted: [String: StoredSources.Missing] = [:]
    let all = try store.read { try $0.sources.missing() }
    for file in all where file.lacksText || (keepsOriginals && file.lacksOriginal) {
      wanted[file.sha256] = file
    }
    for path in try places.flatMap(LandArchive.files) where !wanted.isEmpty {
      outcome.seen += 1
      progress(outcome.seen)
      guard let sha256 = ContentDigest.hexadecimal(ofFileAt: path),
        let file = wanted.removeValue(forKey: sha256)
      else { continue }
      try await add(file, at: path, to: &outcome)
    }
    let filled = Set(outcome.filled.lazy.filter(\.hasNewText).map(\.sha256))
    outcome.lacking = all.filter { $0.lacksText && !filled.contains($0.sha256) }
      .map { File(name: $0.name, sha256: $0.sha256) }
    return outcome
  }

  private func add(
    _ missing: StoredSources.Missing, at path: String, to outcome: inout Outcome
  ) async throws {
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let reading = await SourceReader().read(Array(data), name: path, path: path)
    outcome.diagnostics += reading.diagnostics.filter { $0.severity == .error }
    guard !reading.isRefused else { return }
    let kept = reading.kept(withOriginal: keepsOriginals && missing.lacksOriginal)
    outcome.diagnostics += kept.told
    var file = File(name: missing.name, sha256: missing.sha256, path: path)
    file.hasNewText = missing.lacksText
    file.hasNewOriginal = kept.source.original != nil
    guard file.hasNewText || file.hasNewOriginal else { return }
    try store.keep(kept.source, of: reading.file, documents: reading.documents)
    outcome.filled.append(file)
  }

  /// The files at a place, by name; none that are hidden.
  private static func files(at place: URL) throws -> [String] {
    let values = try place.resourceValues(forKeys: [.isDirectoryKey])
    guard values.isDirectory == true else { return [place.path] }
    let found = FileManager.default.enumerator(
      at: place, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var files: [String] = []
    while let file = found?.nextObject() as? URL {
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files.append(file.path)
      }
    }
    return files.sorted()
  }
}

extension LandArchive.File: Encodable {
  /// Writes `file`, `sha256`, and of what was added `path`, `text` and `original`.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("file", name)
    try json("sha256", sha256)
    guard let path else { return }
    try json("path", path)
    try json("text", hasNewText)
    try json("original", hasNewOriginal)
  }
}
