/// A JSON value that is being put together: objects and arrays are shared while they grow.
enum JSONNode {
  /// A number or word, written as it is.
  case plain(String)
  /// A string, not yet escaped.
  case text(String)
  /// An array.
  case array(JSONArray)
  /// An object.
  case object(JSONObject)
  /// A part that is left open, see ``JSONTemplate``.
  case open(Int)
}

/// The elements of an array.
final class JSONArray {
  var elements: [JSONNode] = []
}

/// The members of an object; a key that is set twice keeps the later value.
final class JSONObject {
  private(set) var members: [(key: String, value: JSONNode)] = []

  func set(_ key: String, _ value: JSONNode) {
    members.append((key, value))
  }

  /// The members by key.
  func sorted() -> [(key: String, value: JSONNode)] {
    var kept: [(key: String, value: JSONNode)] = []
    kept.reserveCapacity(members.count)
    let order = members.indices.sorted { (members[$0].key, $0) < (members[$1].key, $1) }
    for index in order {
      if kept.last?.key == members[index].key { kept.removeLast() }
      kept.append(members[index])
    }
    return kept
  }
}

/// Writes JSON as Foundation does: indented with two spaces and ` : `, or on one line.
struct JSONTextWriter {
  private(set) var bytes: [UInt8] = []
  /// Where parts were left open, in the order of the text.
  private(set) var openings: [(place: Int, part: Int)] = []
  private let isPretty: Bool
  private var depth: Int

  /// A writer; lines are indented by `depth` times two columns.
  init(isPretty: Bool, depth: Int = 0) {
    self.isPretty = isPretty
    self.depth = depth
  }

  mutating func write(_ node: JSONNode) {
    switch node {
    case .plain(let word): bytes.append(contentsOf: word.utf8)
    case .text(let text): write(text)
    case .array(let array):
      write(array.elements, between: "[", "]") { writer, element in writer.write(element) }
    case .object(let object):
      write(object.sorted(), between: "{", "}") { writer, member in
        writer.write(member.key)
        writer.bytes.append(contentsOf: writer.isPretty ? " : ".utf8 : ":".utf8)
        writer.write(member.value)
      }
    case .open(let part): openings.append((bytes.count, part))
    }
  }

  /// Writes text between values as it is.
  mutating func write(plain text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write<Element>(
    _ elements: [Element], between open: Unicode.Scalar, _ close: Unicode.Scalar,
    each: (inout JSONTextWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      each(&self, element)
    }
    depth -= 1
    if elements.isEmpty, isPretty { bytes.append(UInt8(ascii: "\n")) }
    breakLine()
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  mutating func write(_ text: String) { JSONText.append(text, to: &bytes) }
}

extension JSONText {
  /// Appends a text in quotes.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8
    let isPlain = utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      bytes.append(contentsOf: utf8)
    } else {
      for byte in utf8 { append(escaped: byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
