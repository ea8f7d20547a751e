import Characters
import Foundation
import Planning

/// The directory of a ZIP archive, read to know what unpacking it would do.
///
/// Source: PKWARE APPNOTE 6.3.10, §4.3.12 and §4.3.16. Archives over 4 GiB (ZIP64) are refused.
struct ZipDirectory {
  struct Entry: Hashable {
    /// Its path, in UTF-8 or, where the archive does not say so, GB18030.
    var path: String
    var packedSize: Int
    var size: Int
    var isLink: Bool
    /// How it is packed: 0 as it is, 8 deflated.
    var method: Int
    /// Where its own head stands in the archive.
    var offset: Int
    /// Whether a password is asked for.
    var isEncrypted: Bool
    /// Whether it is a folder.
    var isFolder: Bool { path.hasSuffix("/") }
  }

  let entries: [Entry]
  private let name: String

  init(file: URL, name: String) throws {
    self.name = name
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      let length = Int(try handle.seekToEnd())
      let tail = min(length, 22 + 65_535)
      try handle.seek(toOffset: UInt64(length - tail))
      let end = [UInt8](try handle.readToEnd() ?? Data())
      guard let start = ZipDirectory.endRecord(in: end) else {
        throw IntakeError(.truncated, file: name)
      }
      let count = Int(ZipDirectory.number(end, start + 10, 2))
      let size = Int(ZipDirectory.number(end, start + 12, 4))
      let offset = Int(ZipDirectory.number(end, start + 16, 4))
      guard offset != 0xFFFF_FFFF, count != 0xFFFF else {
        throw IntakeError(.archiveRefused(.tooLarge, seen: "ZIP64"), file: name)
      }
      guard offset + size <= length else { throw IntakeError(.truncated, file: name) }
      try handle.seek(toOffset: UInt64(offset))
      let directory = [UInt8](try handle.read(upToCount: size) ?? Data())
      entries = try ZipDirectory.entries(directory, count: count, name: name)
    } catch let error as IntakeError {
      throw error
    } catch {
      throw IntakeError(.missing, file: name)
    }
  }

  /// The directory of an archive in memory.
  init(_ bytes: [UInt8], name: String) throws(IntakeError) {
    self.name = name
    let tail = Array(bytes.suffix(22 + 65_535))
    guard let start = ZipDirectory.endRecord(in: tail) else {
      throw IntakeError(.truncated, file: name)
    }
    let count = Int(ZipDirectory.number(tail, start + 10, 2))
    let size = Int(ZipDirectory.number(tail, start + 12, 4))
    let offset = Int(ZipDirectory.number(tail, start + 16, 4))
    guard offset != 0xFFFF_FFFF, count != 0xFFFF else {
      throw IntakeError(.archiveRefused(.tooLarge, seen: "ZIP64"), file: name)
    }
    guard offset + size <= bytes.count else { throw IntakeError(.truncated, file: name) }
    entries = try ZipDirectory.entries(
      Array(bytes[offset..<offset + size]), count: count, name: name)
  }

  /// What an entry holds, unpacked.
  ///
  /// - Throws: ``IntakeError`` where it is cut, broken, encrypted, or larger than the directory says.
  func content(of entry: Entry, in bytes: [UInt8]) throws(IntakeError) -> [UInt8] {
    if entry.isEncrypted { throw IntakeError(.foreign(.encrypted), file: name) }
    guard entry.offset + 30 <= bytes.count,
      ZipDirectory.number(bytes, entry.offset, 4) == 0x0403_4B50
    else { throw IntakeError(.truncated, file: name) }
    let start =
      entry.offset + 30 + Int(ZipDirectory.number(bytes, entry.offset + 26, 2))
      + Int(ZipDirectory.number(bytes, entry.offset + 28, 2))
    guard start + entry.packedSize <= bytes.count else {
      throw IntakeError(.truncated, file: name)
    }
    let packed = bytes[start..<start + entry.packedSize]
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      guard let content = DeflatedBytes.unpacked(packed, size: entry.size)
      else { throw IntakeError(.truncated, file: name) }
      return content
    default:
      throw IntakeError(.archiveRefused(.method, seen: "\(entry.method)"), file: name)
    }
  }

  /// Refuses an archive that would unpack to too much, or beside its place.
  func check(size limit: Int) throws(IntakeError) {
    guard entries.count <= 10_000 else {
      throw IntakeError(.archiveRefused(.tooManyFiles, seen: "\(entries.count)"), file: name)
    }
    let size = entries.reduce(0) { $0 + $1.size }
    let packed = entries.reduce(0) { $0 + $1.packedSize }
    guard size <= limit else {
      throw IntakeError(.archiveRefused(.tooLarge, seen: "\(size)"), file: name)
    }
    // Coordinates pack to a third, texts of blanks to a fiftieth.
    guard size <= 64 << 20 || size / max(packed, 1) <= 200 else {
      throw IntakeError(.archiveRefused(.ratio, seen: "\(size)"), file: name)
    }
    for entry in entries {
      let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
      if entry.isLink { throw IntakeError(.archiveRefused(.link, seen: entry.path), file: name) }
      if entry.path.hasPrefix("/") || parts.contains("..") || entry.path.contains("\0") {
        throw IntakeError(.archiveRefused(.path, seen: entry.path), file: name)
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }

  private static func endRecord(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    return (0...(bytes.count - 22)).reversed().first { number(bytes, $0, 4) == 0x0605_4B50 }
  }

  private static func entries(
    _ bytes: [UInt8], count: Int, name: String
  ) throws(IntakeError) -> [Entry] {
    var entries: [Entry] = []
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= bytes.count, number(bytes, place, 4) == 0x0201_4B50 else {
        throw IntakeError(.truncated, file: name)
      }
      let length = Int(number(bytes, place + 28, 2))
      let further = Int(number(bytes, place + 30, 2) + number(bytes, place + 32, 2))
      guard place + 46 + length + further <= bytes.count else {
        throw IntakeError(.truncated, file: name)
      }
      let raw = Array(bytes[place + 46..<place + 46 + length])
      let isUnicode = number(bytes, place + 8, 2) & 0x800 != 0
      let path =
        isUnicode || raw.allSatisfy { $0 < 0x80 }
        ? String(decoding: raw, as: UTF8.self)
        : (try? TextDecoding.text(raw, file: name)) ?? String(decoding: raw, as: UTF8.self)
      // The upper half of the outer attributes is the Unix mode; 0o12 in front marks a link.
      let mode = number(bytes, place + 38, 4) >> 16
      entries.append(
        Entry(
          path: path.replacing("\\", with: "/"), packedSize: Int(number(bytes, place + 20, 4)),
          size: Int(number(bytes, place + 24, 4)), isLink: mode & 0o170000 == 0o120000,
          method: Int(number(bytes, place + 10, 2)), offset: Int(number(bytes, place + 42, 4)),
          isEncrypted: number(bytes, place + 8, 2) & 1 != 0))
      place += 46 + length + further
    }
    return entries
  }
}
