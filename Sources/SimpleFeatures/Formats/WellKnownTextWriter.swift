/// Writes shapes of flat columns as WKT.
///
/// Source: OGC 06-103r4 §7.
struct WellKnownTextWriter {
  private let column: GeometryColumn
  private let type: GeometryType
  private let hasZ: Bool
  private let hasM: Bool
  private var text: [UInt8]

  /// Appends the WKT of a feature that has a shape.
  static func append(
    _ feature: Int, of column: GeometryColumn, type: GeometryType, to text: inout [UInt8]
  ) {
    let vertices = column.vertices(of: feature)
    var writer = WellKnownTextWriter(
      column: column, type: type, hasZ: column.hasZ(in: vertices), hasM: column.hasM(in: vertices),
      text: text)
    // One owner of the text at a time, or each byte would copy it.
    text = []
    writer.write(feature)
    text = writer.text
  }

  private mutating func write(_ feature: Int) {
    text += Array(type.wellKnownName.utf8)
    if hasZ || hasM { text += Array((hasZ ? hasM ? " ZM" : " Z" : " M").utf8) }
    space()
    let parts = column.parts(of: feature)
    guard type.isMultiple, !parts.isEmpty else { return write(part: parts.first) }
    for part in parts {
      separate(part, parts)
      write(part: part)
    }
    text.append(UInt8(ascii: ")"))
  }

  private mutating func write(part: Int?) {
    let rings = part.map(column.rings(ofPart:)) ?? 0..<0
    guard !rings.isEmpty else { return empty() }
    guard type.partType == .polygon else { return write(ring: rings.lowerBound) }
    for ring in rings {
      separate(ring, rings)
      write(ring: ring)
    }
    text.append(UInt8(ascii: ")"))
  }

  private mutating func write(ring: Int) {
    let vertices = column.vertices(ofRing: ring)
    guard !vertices.isEmpty else { return empty() }
    for vertex in vertices {
      separate(vertex, vertices)
      Self.append(column.xy[2 * vertex], to: &text)
      space()
      Self.append(column.xy[2 * vertex + 1], to: &text)
      if hasZ {
        space()
        Self.append(column.z[vertex], to: &text)
      }
      if hasM {
        space()
        Self.append(column.m[vertex], to: &text)
      }
    }
    text.append(UInt8(ascii: ")"))
  }

  /// `(` before the first of several items, `, ` before every other.
  private mutating func separate(_ item: Int, _ items: Range<Int>) {
    if item == items.lowerBound {
      text.append(UInt8(ascii: "("))
    } else {
      text.append(UInt8(ascii: ","))
      space()
    }
  }

  private mutating func space() { text.append(UInt8(ascii: " ")) }

  private mutating func empty() { text += Array("EMPTY".utf8) }

  /// Appends a number with the fewest digits that read back as it; a whole one without `.0`.
  static func append(_ number: Double, to text: inout [UInt8]) {
    var digits = number.description
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    text += digits.utf8
  }
}
