import Exchange
import Foundation

/// Where a command writes: data to standard output, all else to standard error.
enum Console {
  /// Writes data to standard output.
  ///
  /// - Throws: ``Ending`` with success where the reader has closed the pipe (`| head`), a
  ///   ``Failure`` where the data cannot be written.
  static func write(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch let error as CocoaError where isBrokenPipe(error) {
      throw Ending(status: .success)
    } catch {
      throw Failure(
        "not_written",
        Words(
          "无法写到标准输出：\(reason(of: error))", "cannot write to standard output: \(reason(of: error))"),
        status: .refused)
    }
  }

  /// Writes lines of text to standard output.
  static func write(_ text: String) throws {
    try write(Data((text + "\n").utf8))
  }

  /// Writes a value to standard output as indented JSON.
  static func writeJSON(_ value: some Encodable) throws {
    try write(try JSONText.pretty(value) + Data("\n".utf8))
  }

  /// Writes a line to standard error; one that cannot be written is lost.
  static func say(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// What the system says about a failure, in short.
  static func reason(of error: any Error) -> String {
    if let underlying = (error as? CocoaError)?.underlying as? POSIXError {
      return underlying.localizedDescription
    }
    return (error as NSError).localizedDescription
  }

  private static func isBrokenPipe(_ error: CocoaError) -> Bool {
    (error.underlying as? POSIXError)?.code == .EPIPE
  }
}
