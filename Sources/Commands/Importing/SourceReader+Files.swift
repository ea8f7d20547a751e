import Dialogue
import Foundation
import Planning
import Registry

extension SourceReader {
  /// Reads a file, or standard input.
  func read(_ input: SourceInputs.Input, _ options: Options) async -> SourceReading {
    let name = input.name
    do {
      let data = try SourceReader.bytes(of: input.path)
      let file = try ReadableFile(input.path, data, ending: options.nameEnding)
      return await read(Array(data), name: name, path: file.path, options: options)
    } catch {
      return SourceReading(
        refusedFile: name,
        because: Diagnostic(.unreadableFile(SourceReader.reason(error)), .error, file: name))
    }
  }

  private static func bytes(of name: String) throws -> Data {
    // A handle, since a file may be a pipe: `yulin import <(…)`.
    let file =
      name == "-"
      ? FileHandle.standardInput
      : try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
    return try file.readToEnd() ?? Data()
  }

  /// Why a file cannot be read.
  private static func reason(_ error: any Error) -> Diagnostic.Unreadable {
    let reason = SystemReason(error)
    return switch reason.code {
    case .ENOENT, .ENOTDIR: .missing
    case .EISDIR: .folder
    case .EACCES, .EPERM: .notPermitted
    default: .other(reason.words.text)
    }
  }
}

/// A file that other programs can read: the one named, or a copy of standard input.
private final class ReadableFile {
  let path: String
  private let copy: URL?

  init(_ name: String, _ data: Data, ending: String?) throws {
    guard name == "-" else {
      path = name
      copy = nil
      return
    }
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("yulin-\(UUID().uuidString)" + (ending.map { ".\($0)" } ?? ""))
    try data.write(to: copy)
    self.copy = copy
    path = copy.path
  }

  deinit {
    if let copy { try? FileManager.default.removeItem(at: copy) }
  }
}
