import Characters
import Planning
import SimpleFeatures

/// One object that may be far larger than memory: the features of a collection are read one by one.
extension GeoJSONReader {
  /// Reads the object with which the window begins.
  mutating func readDocument(_ receive: (FeatureTable) throws -> Void) throws {
    guard try window.byte(0) == 0x7B else { return try readOther(receive) }
    var offset = 1
    try window.skipSpace(&offset)
    while try window.byte(offset) == 0x22 {
      let key = offset
      guard case .whole(let end) = try window.extent(from: key) else {
        return try readBroken(.cut, at: offset, receive)
      }
      offset = end
      try window.skipSpace(&offset)
      guard try window.byte(offset) == 0x3A else {
        return try readBroken(nil, at: offset, receive)
      }
      offset += 1
      try window.skipSpace(&offset)
      if try window.byte(offset) == 0x5B, isFeatures(key..<end), let type = headType(before: key),
        type == "FeatureCollection" || type.isEmpty
      {
        return try readCollection(head: key, start: offset, type: type, receive)
      }
      let extent = try window.extent(from: offset)
      guard case .whole(let end) = extent else {
        return try readBroken(extent, at: offset, receive)
      }
      offset = end
      try window.skipSpace(&offset)
      guard try window.byte(offset) == 0x2C else { break }
      offset += 1
      try window.skipSpace(&offset)
    }
    let isWhole = try window.byte(offset) == 0x7D
    guard isWhole else { return try readBroken(nil, at: offset, receive) }
    try readRecord(offset + 1, receive)
    window.drop(offset + 1)
  }

  /// Something that is no object.
  private mutating func readOther(_ receive: (FeatureTable) throws -> Void) throws {
    let extent = try window.extent(from: 0)
    guard case .whole(let end) = extent, end > 0 else {
      return try readBroken(extent, at: 0, receive)
    }
    try readRecord(end, receive)
    window.drop(end)
  }

  private func isFeatures(_ key: Range<Int>) -> Bool {
    let text = try? window.read(key.upperBound) { bytes throws(JSONFault) in
      var cursor = JSONCursor(offset: key.lowerBound)
      return try cursor.string(bytes)
    }
    return text == "features"
  }

  /// The type said before a member; empty where none is, `nil` where the members before it are
  /// broken.
  private func headType(before key: Int) -> String? {
    let members = try? headMembers(before: key)
    guard let (members, bytes) = members else { return nil }
    guard members[.type] != nil else { return "" }
    return try? members.type(of: 0, bytes.span)
  }

  /// The members before one of the object's members, as an object of their own.
  private func headMembers(before key: Int) throws(JSONFault) -> (GeoJSONMembers, [UInt8]) {
    var bytes = try window.read(key) { bytes throws(JSONFault) in
      var copy: [UInt8] = []
      for index in 0..<bytes.count { copy.append(bytes[index]) }
      return copy
    }
    while let last = bytes.last, last == 0x2C || last <= 0x20 { bytes.removeLast() }
    bytes.append(0x7D)
    return (try GeoJSONMembers(at: 0, bytes.span), bytes)
  }

  /// Reads a collection whose features begin at a byte.
  private mutating func readCollection(
    head: Int, start: Int, type: String, _ receive: (FeatureTable) throws -> Void
  ) throws {
    do throws(JSONFault) {
      let (members, bytes) = try headMembers(before: head)
      try frame.read(members, bytes.span)
      table.coordinateSystem = frame.coordinateSystem
      try readNotes(members, bytes.span)
    } catch {
      report(error)
    }
    window.drop(start + 1)
    guard try readFeatures(receive) else { return }
    // What stands behind the features is an object's end: read as an object of its own.
    try window.dropSpace()
    var tail: [UInt8] = [0x7B]
    if try window.byte(0) == 0x2C { window.drop(1) }
    let before = window.line
    var offset = 0
    try window.skipSpace(&offset)
    while let byte = try window.byte(offset), byte != 0x7D {
      guard case .whole(let end) = try window.extent(from: offset), end > offset else { break }
      offset = end
      while let byte = try window.byte(offset), byte == 0x3A || byte == 0x2C || byte <= 0x20 {
        offset += 1
      }
    }
    guard try window.byte(offset) == 0x7D else {
      if try window.byte(offset) == nil {
        log.add(.unreadableFile(.lacks("}")), .error, line: window.line(at: offset))
      } else {
        report(JSONFault(.json, at: offset))
      }
      return window.drop(window.count)
    }
    for place in 0...offset { if let byte = try window.byte(place) { tail.append(byte) } }
    window.drop(offset + 1)
    do throws(JSONFault) {
      try readTail(tail, type: type, line: before)
    } catch {
      log.add(
        .recordNotUnderstood(error.reason.flaw), .error, line: before)
    }
  }

  /// The members behind the features.
  private mutating func readTail(
    _ tail: [UInt8], type: String, line: Int
  ) throws(JSONFault) {
    let members = try GeoJSONMembers(at: 0, tail.span)
    if type.isEmpty {
      guard try members.type(of: 0, tail.span) == "FeatureCollection" else {
        throw JSONFault(.type, at: 0)
      }
    } else if members[.type] != nil {
      throw JSONFault(.duplicate, at: 0)
    }
    guard members[.features] == nil else { throw JSONFault(.duplicate, at: 0) }
    let old = frame
    try frame.read(members, tail.span)
    try readNotes(members, tail.span)
    guard frame != old else { return }
    if table.handedOver == 0 {
      table.coordinateSystem = frame.coordinateSystem
    } else if frame.coordinateSystem != old.coordinateSystem {
      // Features were handed over already under the other name.
      log.add(
        .datumContradiction(old.title, frame.title, taken: old.title), .error, line: line)
      frame = old
    }
  }

  /// The layer's name, and what foreign members say of all its features.
  private mutating func readNotes(
    _ members: GeoJSONMembers, _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    guard table.handedOver == 0 else { return }
    let notes = try GeoJSONMembers.notes(at: 0, bytes)
    table.notes.merge(notes) { first, _ in first }
    guard let place = members[.name], bytes[place] == 0x22 else { return }
    var cursor = JSONCursor(offset: place)
    let name = try cursor.string(bytes)
    if !name.isEmpty { table.name = name }
  }

  /// Notes what an object that lies whole in the window says beside its features.
  mutating func note(
    _ members: GeoJSONMembers, type: String, _ length: Int
  ) throws(JSONFault) {
    var said = frame
    try window.read(length) { bytes throws(JSONFault) in try said.read(members, bytes) }
    if table.handedOver == 0 && table.count == 0 {
      frame = said
      table.coordinateSystem = said.coordinateSystem
      guard type == "FeatureCollection" else { return }
      try window.read(length) { bytes throws(JSONFault) in try readNotes(members, bytes) }
    } else if said.coordinateSystem != frame.coordinateSystem {
      log.add(
        .datumContradiction(frame.title, said.title, taken: frame.title), .error,
        line: window.line)
    }
  }

  /// Reads features up to the closing bracket.
  ///
  /// - Returns: whether it was found.
  private mutating func readFeatures(_ receive: (FeatureTable) throws -> Void) throws -> Bool {
    var isFirst = true
    while true {
      try window.dropSpace()
      guard let byte = try window.byte(0) else {
        log.add(.unreadableFile(.lacks("]")), .error, line: window.line)
        return false
      }
      if byte == 0x5D {
        window.drop(1)
        return true
      }
      if !isFirst {
        guard byte == 0x2C else {
          report(JSONFault(.json, at: 0))
          guard try skipToFeature(from: 0) else { return false }
          isFirst = true
          continue
        }
        window.drop(1)
        try window.dropSpace()
      }
      isFirst = false
      met += 1
      switch try window.extent(from: 0) {
      case .whole(let end) where end > 0:
        let isBroken = try readFeature(of: end)
        // Inside a broken record another feature may begin, where a bracket is missing.
        if let isBroken, try window.seekFeature(from: isBroken, before: end) {
          isFirst = true
        } else {
          window.drop(end)
        }
      case .cut:
        let broken = try readFeature(of: window.count, isCut: true)
        guard try skipToFeature(from: broken ?? 1) else { return false }
        isFirst = true
      case .broken(let fault):
        let broken = try readFeature(of: fault.offset + 1, brokenBy: fault)
        guard try skipToFeature(from: broken ?? max(fault.offset, 1)) else { return false }
        isFirst = true
      case .whole:
        report(JSONFault(.json, at: 0))
        guard try skipToFeature(from: 1) else { return false }
        isFirst = true
      }
      if FeatureBatch.isFull(table.table) { try table.handOver(to: receive) }
    }
  }

  /// Reads the feature that the window begins with, and says what is wrong with it.
  ///
  /// - Parameters:
  ///   - isCut: whether the text ends before the feature's brackets do.
  ///   - brackets: what is wrong with the feature's brackets; the mistake may lie before it.
  /// - Returns: where its text is broken, if it is.
  private mutating func readFeature(
    of length: Int, isCut: Bool = false, brokenBy brackets: JSONFault? = nil
  ) throws -> Int? {
    do throws(JSONFault) {
      try readFeature(at: 0, line: window.line, length)
      return nil
    } catch {
      var fault = error.isSyntactic ? error : brackets ?? error
      if fault.isSyntactic { fault = firstFault(of: length) ?? fault }
      if isCut && fault.reason == .json && fault.offset >= length - 1 {
        log.add(.unreadableFile(.lacks("}")), .error, line: window.line(at: fault.offset))
      } else {
        report(fault)
      }
      return fault.isSyntactic ? max(fault.offset, 1) : nil
    }
  }

  /// The first place at which a text is no JSON: a quotation mark that is missing shifts all behind
  /// it, so that brackets are missed much later only.
  private func firstFault(of length: Int) -> JSONFault? {
    do throws(JSONFault) {
      try window.read(length) { bytes throws(JSONFault) in
        var cursor = JSONCursor()
        try cursor.skip(bytes)
      }
      return nil
    } catch {
      return error
    }
  }

  private mutating func skipToFeature(from offset: Int) throws -> Bool {
    if try window.seekFeature(from: offset) { return true }
    window.drop(window.count)
    return false
  }

  /// Reports an object that cannot be read to its end, and reads on at the next feature in it.
  private mutating func readBroken(
    _ extent: JSONWindow.Extent?, at offset: Int, _ receive: (FeatureTable) throws -> Void
  ) throws {
    var fault = JSONFault(.json, at: offset)
    if case .broken(let broken) = extent { fault = broken }
    if try extent == .cut || window.byte(fault.offset) == nil {
      log.add(.unreadableFile(.lacks("}")), .error, line: window.line(at: window.count))
    } else {
      report(fault)
    }
    guard try skipToFeature(from: max(fault.offset, 1)) else { return }
    _ = try readFeatures(receive)
    window.drop(window.count)
  }
}
