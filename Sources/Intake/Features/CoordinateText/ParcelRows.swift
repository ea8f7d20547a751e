import Planning
import SimpleFeatures

/// The points of one parcel as they come, put into the column of shapes row by row.
struct ParcelRows {
  /// What the parcel is.
  let kind: ParcelHeading.Kind
  /// How many rows were added.
  private(set) var count = 0
  /// Whether the rows give the side's length before the ring's number.
  private(set) var hasSides = false
  /// Whether the first point is in degrees.
  private(set) var isInDegrees = false
  /// Whether a ring has too few points.
  private(set) var hasShortRing = false

  private var ringNumbers: [Int32] = []
  /// The row at which each ring begins.
  private var ringRows: [Int] = []
  private var firstOfRing = (x: 0.0, y: 0.0)
  /// Whether the ring's first point was repeated under its name.
  private var isClosed = false
  /// Whether the last row repeats the ring's first point, under whatever name; and of each ring.
  private var endsAtFirst = false
  private var endedAtFirst: [Bool] = []
  /// The names of all rows end to end, and where each ends.
  private var names: [UInt8] = []
  private var nameEnds: [Int] = []

  init(kind: ParcelHeading.Kind) {
    self.kind = kind
  }

  /// The number of rings so far.
  var ringCount: Int { ringNumbers.count }

  /// Adds a row, whose name stands in `bytes`.
  @inline(__always)
  mutating func add(_ row: PointRow, _ bytes: [UInt8], to shapes: inout GeometryColumn) {
    let isFirstAgain = count > 0 && row.first == firstOfRing.x && row.second == firstOfRing.y
    // A ring that was closed is over, even where the next has the same number.
    if count == 0 || row.ring != ringNumbers[ringNumbers.count - 1] || isClosed && !isFirstAgain {
      begin(row, in: &shapes)
    }
    for index in row.name { names.append(bytes[index]) }
    nameEnds.append(names.count)
    count += 1
    shapes.appendVertex(x: row.first, y: row.second)
    endsAtFirst = isFirstAgain
    switch kind {
    case .area: if isFirstAgain, !isClosed { close() }
    case .line: break
    case .point:
      // Each point is a part of its own.
      shapes.finishRing()
      shapes.finishPart()
    }
  }

  private mutating func begin(_ row: PointRow, in shapes: inout GeometryColumn) {
    if count == 0 {
      hasSides = row.hasSide
      isInDegrees = row.first.magnitude < 360 && row.second.magnitude < 360
    } else {
      finishRing(in: &shapes)
    }
    ringNumbers.append(row.ring)
    ringRows.append(count)
    firstOfRing = (row.first, row.second)
    isClosed = false
    endsAtFirst = false
  }

  private mutating func close() {
    let first = ringRows[ringRows.count - 1]
    isClosed = count - first >= 4 && name(first) == name(count - 1)
  }

  private mutating func finishRing(in shapes: inout GeometryColumn) {
    endedAtFirst.append(endsAtFirst)
    switch kind {
    case .area:
      shapes.finishClosedRing()
      if count - ringRows[ringRows.count - 1] < 3 || shapes.lastRingCount < 4 {
        hasShortRing = true
      }
    case .line:
      if count - ringRows[ringRows.count - 1] < 2 { hasShortRing = true }
      shapes.finishRing()
      shapes.finishPart()
    case .point: break
    }
  }

  /// Ends the shape.
  ///
  /// - Returns: what must be kept beside it so that it can be written as it was: names of points
  ///   and numbers of rings, each only where it is not the usual.
  mutating func finish(
    in shapes: inout GeometryColumn
  ) -> (pointNames: String?, ringNumbers: String?) {
    finishRing(in: &shapes)
    var order = Array(ringNumbers.indices)
    switch kind {
    case .area: order = shapes.finishFeatureOfUnknownRoles()
    case .line: shapes.finishFeature(ringNumbers.count == 1 ? .lineString : .multiLineString)
    case .point: shapes.finishFeature(count == 1 ? .point : .multiPoint)
    }
    let numbers = order.map { ringNumbers[$0] }
    let areUsual = numbers.enumerated().allSatisfy { Int($0.element) == $0.offset + 1 }
    let isInOrder = order.enumerated().allSatisfy { $0.element == $0.offset }
    return (
      isInOrder && namesAreUsual ? nil : PointNames.text(of: order.map(names(ofRing:))),
      areUsual ? nil : numbers.map(String.init).joined(separator: ",")
    )
  }

  private func rows(ofRing ring: Int) -> Range<Int> {
    ringRows[ring]..<(ring + 1 < ringRows.count ? ringRows[ring + 1] : count)
  }

  private func name(_ row: Int) -> ArraySlice<UInt8> {
    names[(row == 0 ? 0 : nameEnds[row - 1])..<nameEnds[row]]
  }

  /// The rows of a ring without a closing row that repeats the first name.
  private func namedRows(ofRing ring: Int) -> Range<Int> {
    let rows = rows(ofRing: ring)
    let last = rows.upperBound - 1
    let repeatsFirst =
      kind == .area && endedAtFirst[ring] && rows.count > 3
      && name(rows.lowerBound) == name(last)
    return repeatsFirst ? rows.lowerBound..<last : rows
  }

  private func names(ofRing ring: Int) -> [String] {
    namedRows(ofRing: ring).map { String(decoding: name($0), as: UTF8.self) }
  }

  /// Whether the names are J1, J2 … over all rings, each closing row repeating its ring's first.
  private var namesAreUsual: Bool {
    var number = 0
    for ring in ringRows.indices {
      for row in namedRows(ofRing: ring) {
        number += 1
        guard isUsual(name(row), number) else { return false }
      }
    }
    return true
  }

  private func isUsual(_ name: ArraySlice<UInt8>, _ number: Int) -> Bool {
    var (index, rest) = (name.endIndex, number)
    while rest > 0 {
      guard index > name.startIndex, name[index - 1] == UInt8(0x30 + rest % 10) else {
        return false
      }
      index -= 1
      rest /= 10
    }
    return index == name.startIndex + 1 && name[index - 1] == 0x4A
  }
}

extension GeometryColumn {
  /// How many vertices the ring finished last has.
  fileprivate var lastRingCount: Int {
    Int(ringOffsets[ringOffsets.count - 1]) - Int(ringOffsets[ringOffsets.count - 2])
  }
}
