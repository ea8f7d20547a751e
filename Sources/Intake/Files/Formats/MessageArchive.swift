import Characters

/// Reads pages that a browser saved as one file (MHTML): the parts of a message, one of them the page.
///
/// Source: RFC 2557, RFC 2045 §6.7 and §6.8.
enum MessageArchive {
  /// The pages in a message, in order.
  static func pages(in bytes: [UInt8]) -> [[UInt8]] {
    pages(bytes[...], depth: 0)
  }

  private static func pages(_ bytes: ArraySlice<UInt8>, depth: Int) -> [[UInt8]] {
    guard depth < 4 else { return [] }
    let (head, body) = divided(bytes)
    let type = head["content-type"] ?? "text/html"
    if type.lowercased().hasPrefix("multipart/") {
      guard let boundary = parameter("boundary", of: type) else { return [] }
      return parts(body, between: boundary).flatMap { pages($0, depth: depth + 1) }
    }
    guard type.lowercased().hasPrefix("text/html") || type.lowercased().contains("xhtml") else {
      return []
    }
    switch head["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": return [quotedPrintable(body)]
    case "base64": return [base64(body)]
    default: return [Array(body)]
    }
  }

  /// The fields of a head by their names in lower case, and what follows it.
  private static func divided(
    _ bytes: ArraySlice<UInt8>
  ) -> (head: [String: String], body: ArraySlice<UInt8>) {
    var head: [String: String] = [:]
    var name = ""
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = String(decoding: bytes[place..<end].filter { $0 != 0x0D }, as: UTF8.self)
      place = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        if head.isEmpty { continue }
        break
      }
      if line.first == " " || line.first == "\t" {
        head[name]? += line
      } else if let colon = line.firstIndex(of: ":") {
        name = line[..<colon].lowercased()
        head[name] = TableFinder.trimmed(line[line.index(after: colon)...].unicodeScalars)
      }
    }
    return (head, bytes[place...])
  }

  private static func parameter(_ name: String, of field: String) -> String? {
    for part in field.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1).map {
        TableFinder.trimmed($0.unicodeScalars)
      }
      guard sides.count == 2, sides[0].lowercased() == name else { continue }
      return String(sides[1].filter { $0 != "\"" })
    }
    return nil
  }

  private static func parts(
    _ bytes: ArraySlice<UInt8>, between boundary: String
  ) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[place..<end].starts(with: mark) {
        if let start { parts.append(bytes[start..<place]) }
        start = min(end + 1, bytes.endIndex)
      }
      place = min(end + 1, bytes.endIndex)
    }
    if let start, start < bytes.endIndex { parts.append(bytes[start...]) }
    return parts
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      guard bytes[place] == UInt8(ascii: "=") else {
        out.append(bytes[place])
        place += 1
        continue
      }
      let rest = bytes[(place + 1)...].prefix(2)
      if let byte = UInt8(String(decoding: rest, as: UTF8.self), radix: 16), rest.count == 2 {
        out.append(byte)
        place += 3
      } else {
        // A line that goes on.
        place += rest.first == 0x0D ? 3 : rest.first == 0x0A ? 2 : 1
      }
    }
    return out
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}
