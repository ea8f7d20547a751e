import Foundation

/// Writes archives without packing, honest ones and others.
enum ZipWriter {
  struct Entry {
    var path: String
    var content: Data
    var size: Int
    var mode: UInt32

    init(_ path: String, _ content: Data, size: Int? = nil, mode: UInt32 = 0o100644) {
      self.path = path
      self.content = content
      self.size = size ?? content.count
      self.mode = mode
    }
  }

  static func archive(_ files: [(String, Data)]) -> Data {
    archive(files.map { Entry($0.0, $0.1) })
  }

  static func archive(_ entries: [Entry]) -> Data {
    var body = Data()
    var directory = Data()
    func add(_ value: UInt64, _ count: Int, to data: inout Data) {
      for place in 0..<count { data.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place))) }
    }
    for entry in entries {
      let path = Data(entry.path.utf8)
      let offset = body.count
      var common = Data()
      add(20, 2, to: &common)
      add(0x800, 2, to: &common)
      add(0, 2, to: &common)
      add(0, 4, to: &common)
      add(UInt64(crc(entry.content)), 4, to: &common)
      add(UInt64(entry.content.count), 4, to: &common)
      add(UInt64(entry.size), 4, to: &common)
      add(UInt64(path.count), 2, to: &common)
      add(0, 2, to: &common)
      add(0x0403_4B50, 4, to: &body)
      body += common + path + entry.content
      add(0x0201_4B50, 4, to: &directory)
      add(0x0314, 2, to: &directory)
      directory += common
      add(0, 2, to: &directory)
      add(0, 2, to: &directory)
      add(0, 2, to: &directory)
      add(UInt64(entry.mode) << 16, 4, to: &directory)
      add(UInt64(offset), 4, to: &directory)
      directory += path
    }
    let start = body.count
    body += directory
    add(0x0605_4B50, 4, to: &body)
    add(0, 4, to: &body)
    add(UInt64(entries.count), 2, to: &body)
    add(UInt64(entries.count), 2, to: &body)
    add(UInt64(directory.count), 4, to: &body)
    add(UInt64(start), 4, to: &body)
    add(0, 2, to: &body)
    return body
  }

  private static func crc(_ data: Data) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
