import Characters

/// Where the values of an object's members begin, of those that GeoJSON gives a meaning.
struct GeoJSONMembers {
  /// The members of GeoJSON, of its old `crs`, and the foreign ones that are known.
  enum Name: Int, CaseIterable {
    case type
    case geometry
    case properties
    case id
    case coordinates
    case geometries
    case features
    case crs
    case name
    case coordinateFrame

    fileprivate static let texts = allCases.map { Array(String(describing: $0).utf8) }

    /// The name of a key; `nil` of a foreign member.
    init?(_ key: Range<Int>, _ bytes: Span<UInt8>) {
      for (index, text) in Self.texts.enumerated() where text.count == key.count {
        var isSame = true
        for place in 0..<text.count where bytes[key.lowerBound + place] != text[place] {
          isSame = false
          break
        }
        if isSame {
          self.init(rawValue: index)
          return
        }
      }
      return nil
    }
  }

  private var places = [Int](repeating: -1, count: Name.allCases.count)
  /// Where the object's members end: the byte behind its bracket.
  private(set) var end = 0

  /// Where a member's value begins; `nil` where there is no such member.
  subscript(name: Name) -> Int? {
    places[name.rawValue] < 0 ? nil : places[name.rawValue]
  }

  /// Passes over the members of an object that begins at a byte.
  ///
  /// Values of foreign members are looked into here; those of the others when they are read.
  init(at offset: Int, _ bytes: Span<UInt8>) throws(JSONFault) {
    var cursor = JSONCursor(offset: offset)
    guard cursor.peek(bytes) == 0x7B else { throw JSONFault(.member, at: cursor.offset) }
    cursor.offset += 1
    if cursor.peek(bytes) == 0x7D {
      end = cursor.offset + 1
      return
    }
    repeat {
      let key = try cursor.key(bytes)
      _ = cursor.peek(bytes)
      guard let name = Name(key, bytes) else {
        _ = try JSONCursor.text(of: key, bytes)
        try cursor.skip(bytes)
        continue
      }
      guard places[name.rawValue] < 0 else { throw JSONFault(.duplicate, at: key.lowerBound) }
      places[name.rawValue] = cursor.offset
      try cursor.skipByBrackets(bytes)
    } while try cursor.separator(0x7D, bytes)
    end = cursor.offset
  }

  /// The value of `type`, which must be a text.
  func type(of offset: Int, _ bytes: Span<UInt8>) throws(JSONFault) -> String {
    guard let place = self[.type] else { throw JSONFault(.member, at: offset) }
    guard bytes[place] == 0x22 else { throw JSONFault(.type, at: place) }
    var cursor = JSONCursor(offset: place)
    return try cursor.string(bytes)
  }

  /// The foreign members of an object that are texts, numbers or words, by name.
  static func notes(at offset: Int, _ bytes: Span<UInt8>) throws(JSONFault) -> [String: String] {
    var notes: [String: String] = [:]
    var cursor = JSONCursor(offset: offset)
    try cursor.expect(0x7B, bytes)
    if cursor.peek(bytes) == 0x7D { return notes }
    repeat {
      let key = try cursor.key(bytes)
      let first = cursor.peek(bytes)
      let start = cursor.offset
      let isKnown = Name(key, bytes) != nil
      if !isKnown && first == 0x22 {
        notes[try JSONCursor.text(of: key, bytes)] = try cursor.string(bytes)
        continue
      }
      try cursor.skipByBrackets(bytes)
      if !isKnown && first != 0x7B && first != 0x5B {
        let value = try JSONCursor.verbatim(start..<cursor.offset, bytes)
        notes[try JSONCursor.text(of: key, bytes)] = value
      }
    } while try cursor.separator(0x7D, bytes)
    return notes
  }
}
