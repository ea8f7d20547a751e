public import Foundation
internal import Planning

/// The bytes of a file, or of memory, chunk by chunk.
public struct ByteSource {
  /// The size of a chunk where nothing else is asked for: 256 KiB.
  public static let chunkSize = 256 * 1024

  /// The file's name as diagnostics give it.
  public let name: String
  private let chunkSize: Int
  private let handle: FileHandle?
  private let bytes: [UInt8]
  private var offset = 0

  /// A file, named in diagnostics by its path or by `name`.
  public init(
    file: URL, name: String? = nil, chunkSize: Int = ByteSource.chunkSize
  ) throws(IntakeError) {
    self.name = name ?? file.path
    self.chunkSize = max(chunkSize, 1)
    bytes = []
    do { handle = try FileHandle(forReadingFrom: file) } catch {
      throw IntakeError(.missing, file: self.name)
    }
  }

  /// Bytes in memory, which may come in small chunks for a test's sake.
  public init(_ bytes: [UInt8], name: String, chunkSize: Int = ByteSource.chunkSize) {
    self.name = name
    self.chunkSize = max(chunkSize, 1)
    self.bytes = bytes
    handle = nil
  }

  /// The next bytes; `nil` at the end. No chunk is empty.
  public mutating func next() throws(IntakeError) -> [UInt8]? {
    guard let handle else {
      guard offset < bytes.count else { return nil }
      let chunk = Array(bytes[offset..<min(offset + chunkSize, bytes.count)])
      offset += chunk.count
      return chunk
    }
    do {
      guard let data = try handle.read(upToCount: chunkSize), !data.isEmpty else { return nil }
      return Array(data)
    } catch {
      throw IntakeError(.missing, file: name)
    }
  }
}
