import Characters
import Dialogue
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
    } catch {
      let reason = SystemReason(error)
      if reason.code == .EPIPE { throw Ending(status: .success) }
      throw Failure.outputNotWritten(reason)
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
  static func say(_ text: String) { draw(text + "\n") }

  /// Writes to standard error without a line break.
  static func draw(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// Ends a command early with a status and nothing more to say.
struct Ending: Error {
  let status: ExitStatus
}
