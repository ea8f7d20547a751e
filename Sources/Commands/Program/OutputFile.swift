import Exchange
import Foundation

/// A file that appears whole or not at all, and replaces another only where told to.
struct OutputFile {
  let path: String
  let overwrites: Bool

  /// Refuses a file that is there already.
  func check() throws {
    guard overwrites || !FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "already_exists", Wording.fileExists(path), Wording.overwriteIt, status: .refused)
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
        "not_written", Wording.notWritten(path, SystemReason(error).words), status: .refused)
    }
  }
}
