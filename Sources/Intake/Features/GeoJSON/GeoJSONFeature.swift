import Characters
import SimpleFeatures

/// Reads one feature, or one shape that stands for a feature, into a table.
///
/// Source: RFC 7946 §3.2.
struct GeoJSONFeature {
  /// What is worth saying of a feature that went in.
  struct Note: Equatable {
    /// Whether its shape is a collection that a table cannot keep.
    var isCollection = false
    /// Names of attributes that stand twice; the first value is kept.
    var duplicates: [String] = []
  }

  /// Reads a feature whose members are known. On a fault nothing is added.
  static func read(
    _ members: GeoJSONMembers, type: String, at offset: Int, _ bytes: Span<UInt8>,
    place: Int, to table: inout FeatureTableBuilder
  ) throws(JSONFault) -> Note {
    let mark = table.shapes.mark
    var note = Note()
    do throws(JSONFault) {
      var shape: GeometryType?
      if type == "Feature" {
        try properties(members, at: offset, bytes, to: &table, note: &note)
        try identifier(members, bytes, to: &table)
        guard let geometry = members[.geometry] else { throw JSONFault(.member, at: offset) }
        if !isNull(geometry, bytes) {
          shape = try read(shapeAt: geometry, bytes, to: &table, mark: mark, note: &note)
        }
      } else {
        shape = try read(shapeAt: offset, bytes, to: &table, mark: mark, note: &note)
      }
      table.shapes.finishFeature(shape)
      table.finishFeature(place: place)
      return note
    } catch {
      table.shapes.rewind(to: mark)
      table.discardFeature()
      throw error
    }
  }

  private static func isNull(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    var cursor = JSONCursor(offset: offset)
    return cursor.literal("null", bytes)
  }

  private static func read(
    shapeAt offset: Int, _ bytes: Span<UInt8>, to table: inout FeatureTableBuilder,
    mark: GeometryColumn.Mark, note: inout Note
  ) throws(JSONFault) -> GeometryType? {
    switch try GeoJSONGeometry.read(at: offset, bytes, to: &table.shapes) {
    case .parts(let type): return type
    case .collection(let isEmpty):
      table.shapes.rewind(to: mark)
      note.isCollection = !isEmpty
      return nil
    }
  }

  private static func properties(
    _ members: GeoJSONMembers, at offset: Int, _ bytes: Span<UInt8>,
    to table: inout FeatureTableBuilder, note: inout Note
  ) throws(JSONFault) {
    guard let start = members[.properties] else { throw JSONFault(.member, at: offset) }
    if isNull(start, bytes) { return }
    var cursor = JSONCursor(offset: start)
    guard cursor.peek(bytes) == 0x7B else { throw JSONFault(.member, at: start) }
    cursor.offset += 1
    if cursor.peek(bytes) == 0x7D { return }
    repeat {
      let key = try cursor.key(bytes)
      let field: Int
      if let expected = table.expectedField(bytes.extracting(key)) {
        field = expected
      } else {
        field = table.field(try JSONCursor.text(of: key, bytes))
      }
      let value = try value(&cursor, bytes)
      if table.hasValue(field) {
        note.duplicates.append(table.table.fields[field].name)
      } else {
        table.set(field, value)
      }
    } while try cursor.separator(0x7D, bytes)
  }

  /// The feature's `id` as an attribute, where no property has the name.
  private static func identifier(
    _ members: GeoJSONMembers, _ bytes: Span<UInt8>, to table: inout FeatureTableBuilder
  ) throws(JSONFault) {
    guard let place = members[.id] else { return }
    var cursor = JSONCursor(offset: place)
    let first = cursor.peek(bytes)
    guard first == 0x22 || first == 0x2D || (0x30...0x39).contains(first) else {
      throw JSONFault(.member, at: place)
    }
    let value = try value(&cursor, bytes)
    let field = table.field("id")
    if !table.hasValue(field) { table.set(field, value) }
  }

  /// Reads an attribute's value. What stands in brackets is kept as JSON, as it is written; a whole
  /// number that is too long for 64 bits is kept as text, digit for digit.
  private static func value(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> FieldValue {
    switch cursor.peek(bytes) {
    case 0x22: return .text(try cursor.string(bytes))
    case 0x7B, 0x5B, UInt8(ascii: "t"), UInt8(ascii: "f"):
      let start = cursor.offset
      try cursor.skip(bytes)
      return .text(try JSONCursor.verbatim(start..<cursor.offset, bytes))
    case UInt8(ascii: "n"):
      try cursor.skipScalar(bytes)
      return .none
    default:
      let start = cursor.offset
      guard let number = DecimalNumber.read(bytes, at: &cursor.offset, asJSON: true) else {
        throw JSONFault(.json, at: start)
      }
      for index in start..<cursor.offset where bytes[index] == 0x2E || bytes[index] | 0x20 == 0x65 {
        guard number.isFinite else { break }
        return .real(number)
      }
      let text = try JSONCursor.verbatim(start..<cursor.offset, bytes)
      return Int64(text).map { .integer($0) } ?? .text(text)
    }
  }
}
