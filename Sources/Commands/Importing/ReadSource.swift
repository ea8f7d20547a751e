import Answers
import Exchange
import Foundation
import Planning
import Registry

/// What was read from one file: documents, or an export of a register.
struct ReadSource {
  let reading: SourceReading
  /// The facts of a register, where the file is an export.
  let export: RegisterExport?

  /// Reads a file; what it is shows in its content and its name.
  init(_ name: String, with reader: SourceReader, _ options: SourceReader.Options) async {
    let data: Data
    do {
      data = try ReadSource.bytes(of: name)
    } catch {
      self.init(refused: name, ReadSource.reason(error))
      return
    }
    if let format = ExportFormat.ofExport(beginningWith: data) {
      self.init(name, export: data, format)
      return
    }
    do {
      let file = try ReadableFile(name, data, ending: options.nameEnding)
      let reading = await reader.read(
        Array(data), name: name, path: file.path, options: options)
      self.init(reading: reading, export: nil)
    } catch {
      self.init(refused: name, ReadSource.reason(error))
    }
  }

  private init(_ name: String, export data: Data, _ format: ExportFormat) {
    do {
      self.init(
        reading: SourceReading(exportNamed: name), export: try format.export(from: data))
    } catch {
      let fault = error as? ExportFault
      let record = fault?.record.map { "\($0): " } ?? ""
      self.init(refused: name, ["bad_export", record + (fault?.reason ?? "\(error)")])
    }
  }

  private init(refused name: String, _ arguments: [String]) {
    self.init(
      reading: SourceReading(
        refusedFile: name,
        because: Diagnostic(.unreadableFile, .error, file: name, arguments: arguments)),
      export: nil)
  }

  private init(reading: SourceReading, export: RegisterExport?) {
    self.reading = reading
    self.export = export
  }

  private static func bytes(of name: String) throws -> Data {
    // A handle, since a file may be a pipe: `yulin import <(…)`.
    let file =
      name == "-"
      ? FileHandle.standardInput
      : try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
    return try file.readToEnd() ?? Data()
  }

  /// The arguments of the diagnostic that a file cannot be read.
  private static func reason(_ error: any Error) -> [String] {
    let reason = SystemReason(error)
    return switch reason.code {
    case .ENOENT, .ENOTDIR: ["missing"]
    case .EISDIR: ["folder"]
    case .EACCES, .EPERM: ["not_permitted"]
    default: [reason.words.text]
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
