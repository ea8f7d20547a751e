import Dialogue
import Exchange
import Foundation
import Terms

/// A file that appears whole or not at all, and replaces another only where told to.
struct OutputFile {
  let path: String
  let overwrites: Bool

  /// Refuses a file that is there already.
  func check() throws {
    guard overwrites || !FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "already_exists", Words.fileExists(path), Words.overwriteIt, kind: .refused)
    }
  }

  /// Writes beside the file, then renames.
  func write(_ data: Data) throws {
    try check()
    let target = URL(fileURLWithPath: path)
    let draft = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString.prefix(8))")
    do {
      if overwrites {
        try data.write(to: target, options: .atomic)
      } else {
        try data.write(to: draft)
        try FileManager.default.moveItem(at: draft, to: target)
      }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw Failure(
        "not_written", Wording.notWritten(path, SystemReason(error).words), kind: .refused)
    }
  }

  /// Writes beside the file while the bytes are made, then renames.
  func stream<Result>(_ produce: (_ sink: ([UInt8]) throws -> Void) throws -> Result) throws
    -> Result
  {
    try check()
    let target = URL(fileURLWithPath: path)
    let draft = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString.prefix(8))")
    func failure(_ error: any Error) -> Failure {
      Failure("not_written", Wording.notWritten(path, SystemReason(error).words), kind: .refused)
    }
    do {
      try Data().write(to: draft)
    } catch {
      throw failure(error)
    }
    defer { try? FileManager.default.removeItem(at: draft) }
    let result: Result
    do {
      let handle = try FileHandle(forWritingTo: draft)
      defer { try? handle.close() }
      result = try produce { bytes in
        do { try handle.write(contentsOf: bytes) } catch { throw failure(error) }
      }
    }
    do {
      try put(draft, at: target)
    } catch {
      throw failure(error)
    }
    return result
  }

  /// Renames a draft to the file's name. What is there stands aside until that is done, and comes
  /// back where it fails.
  private func put(_ draft: URL, at target: URL) throws {
    let files = FileManager.default
    guard overwrites, files.fileExists(atPath: path) else {
      return try files.moveItem(at: draft, to: target)
    }
    let old = draft.appendingPathExtension("old")
    try files.moveItem(at: target, to: old)
    do {
      try files.moveItem(at: draft, to: target)
    } catch {
      try? files.moveItem(at: old, to: target)
      throw error
    }
    try? files.removeItem(at: old)
  }
}
