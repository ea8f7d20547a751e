import Characters
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
      throw Failure.alreadyExists(path)
    }
  }

  /// Writes beside the file, then renames.
  func write(_ data: Data) throws {
    try stream { sink in try sink(Array(data)) }
  }

  /// Writes beside the file while the bytes are made, then renames.
  func stream<Result>(_ produce: (_ sink: ([UInt8]) throws -> Void) throws -> Result) throws
    -> Result
  {
    try check()
    let target = URL(fileURLWithPath: path)
    let draft = FileReplacement.draft(beside: target)
    func failure(_ error: any Error) -> Failure {
      .notWritten(path, SystemReason(error))
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
    // What came to be there meanwhile is not to be replaced either.
    try check()
    do {
      try FileReplacement.put(draft, at: target)
    } catch {
      throw failure(error)
    }
    return result
  }
}
