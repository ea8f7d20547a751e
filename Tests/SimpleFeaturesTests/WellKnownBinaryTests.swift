import SimpleFeatures
import TestSupport
import Testing

@Suite struct WellKnownBinaryTests {
  /// WKB with the most significant byte first, written as plainly as can be.
  private func bigEndian(_ shape: Geometry, ewkb: Bool) -> [UInt8] {
    func number(_ value: some FixedWidthInteger) -> [UInt8] {
      stride(from: value.bitWidth - 8, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: value >> $0)
      }
    }
    func head(_ type: GeometryType) -> [UInt8] {
      var code = UInt32(type.rawValue)
      if ewkb {
        code |= (shape.hasZ ? 0x8000_0000 : 0) | (shape.hasM ? 0x4000_0000 : 0)
        return [0] + number(code | 0x2000_0000) + number(UInt32(4525))
      }
      return [0] + number(code + (shape.hasZ ? 1000 : 0) + (shape.hasM ? 2000 : 0))
    }
    func vertex(_ index: Int) -> [UInt8] {
      number(shape.xy[2 * index].bitPattern) + number(shape.xy[2 * index + 1].bitPattern)
        + (shape.hasZ ? number(shape.z[index].bitPattern) : [])
        + (shape.hasM ? number(shape.m[index].bitPattern) : [])
    }
    func part(_ rings: Range<Int>) -> [UInt8] {
      var bytes = head(shape.type.partType)
      if shape.type.partType == .polygon { bytes += number(UInt32(rings.count)) }
      if shape.type.partType == .lineString && rings.isEmpty { bytes += number(UInt32(0)) }
      if shape.type.partType == .point && rings.isEmpty {
        let width = 2 + (shape.hasZ ? 1 : 0) + (shape.hasM ? 1 : 0)
        for _ in 0..<width { bytes += number(Double.nan.bitPattern) }
      }
      for ring in rings {
        let vertices = shape.vertices(ofRing: ring)
        if shape.type.partType != .point { bytes += number(UInt32(vertices.count)) }
        for index in vertices { bytes += vertex(index) }
      }
      return bytes
    }
    if shape.type == .geometryCollection {
      return head(shape.type) + number(UInt32(shape.members.count))
        + shape.members.flatMap { bigEndian($0, ewkb: ewkb) }
    }
    guard shape.type.isMultiple else {
      return part(shape.partCount == 0 ? 0..<0 : shape.rings(ofPart: 0))
    }
    return head(shape.type) + number(UInt32(shape.partCount))
      + (0..<shape.partCount).flatMap { part(shape.rings(ofPart: $0)) }
  }

  @Test func shapesOfAllTypesComeBack() throws {
    var shapes = SeededShapes(seed: 1)
    for round in 0..<700 {
      let shape = shapes.shape(GeometryType.allCases[round % 7])
      #expect(try Geometry(wkb: shape.wkb()) == shape)
      #expect(try Geometry(wkb: bigEndian(shape, ewkb: false)) == shape)
      #expect(try Geometry(wkb: bigEndian(shape, ewkb: true)) == shape)
      #expect(try Geometry(geoPackage: shape.geoPackageBlob(srsID: 4490)) == shape)
    }
  }

  @Test func aColumnReadsAndWritesWhatAShapeDoes() throws {
    var shapes = SeededShapes(seed: 2)
    var column = GeometryColumn()
    var twins: [Geometry] = []
    for round in 0..<300 {
      let shape = shapes.shape(GeometryType.allCases[round % 6])
      let blob = shape.geoPackageBlob(srsID: 4525)
      if round % 2 == 0 {
        let header = try column.append(geoPackage: blob)
        #expect(header.srsID == 4525)
        #expect(header.envelope == shape.envelope)
        #expect(header.isEmpty == shape.isEmpty)
      } else {
        try column.append(wellKnownBinary: bigEndian(shape, ewkb: true))
      }
      twins.append(shape)
    }
    #expect(column.count == twins.count)
    for (feature, twin) in twins.enumerated() {
      #expect(column[feature] == twin)
      #expect(column.geoPackageBlob(of: feature, srsID: 4525) == twin.geoPackageBlob(srsID: 4525))
      #expect(column.wkb(of: feature) == twin.wkb())
    }
  }

  @Test func theBytesAreTheStandards() {
    let point = Geometry(pointX: 1, y: 2)
    let wkb: [UInt8] = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40]
    #expect(point.wkb() == wkb)
    let blob = point.geoPackageBlob(srsID: 4490)
    #expect(blob.prefix(8) == [0x47, 0x50, 0, 3, 0x8A, 0x11, 0, 0])
    #expect(blob.count == 8 + 32 + 21)
    let empty = Geometry(empty: .multiPolygon).geoPackageBlob(srsID: 4490)
    #expect(empty == [0x47, 0x50, 0, 0x11, 0x8A, 0x11, 0, 0, 1, 6, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)])
  func envelopesOfEveryKindArePassedOver(kind: UInt8, size: Int) throws {
    let point = Geometry(pointX: 5, y: 6)
    let blob =
      [0x47, 0x50, 0, kind << 1 | 1, 1, 0, 0, 0] + Array(repeating: 0, count: size) + point.wkb()
    #expect(try Geometry(geoPackage: blob) == point)
    let header = try GeoPackageHeader(blob)
    #expect((header.envelope == nil) == (kind == 0))
    #expect(header.srsID == 1)
  }

  @Test func whatEndsTooEarlyIsAFaultAtEveryByte() throws {
    var shapes = SeededShapes(seed: 3)
    for round in 0..<70 {
      let shape = shapes.shape(GeometryType.allCases[round % 7])
      let blob = shape.geoPackageBlob(srsID: 4525)
      for end in 0..<blob.count {
        #expect(throws: FormatFault.self) { try Geometry(geoPackage: Array(blob[..<end])) }
        var column = GeometryColumn()
        column.append(Geometry(pointX: 1, y: 1))
        let before = column
        #expect(throws: FormatFault.self) { try column.append(geoPackage: Array(blob[..<end])) }
        #expect(column == before)
      }
      #expect(throws: FormatFault(.trailing, at: blob.count)) {
        try Geometry(geoPackage: blob + [0])
      }
    }
  }

  @Test func flippedBytesNeverTrap() {
    var shapes = SeededShapes(seed: 4)
    for round in 0..<2000 {
      var blob = shapes.shape(GeometryType.allCases[round % 7]).geoPackageBlob(srsID: 1)
      for _ in 0..<shapes.int(1...4) {
        blob[shapes.int(0...blob.count - 1)] = UInt8(shapes.int(0...255))
      }
      var column = GeometryColumn()
      let before = column
      let shape = try? Geometry(geoPackage: blob)
      do {
        try column.append(geoPackage: blob)
        #expect(shape != nil)
      } catch {
        #expect(column == before)
      }
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6, 7])
  func aHostileCountIsRefusedBeforeAnythingIsAllocated(type: UInt8) {
    let bytes: [UInt8] = [1, type, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]
    #expect(throws: FormatFault(.countTooLarge, at: 5)) { try Geometry(wkb: bytes) }
  }

  @Test func collectionsMayNestOnlySoDeeply() throws {
    func nested(_ depth: Int) -> [UInt8] {
      (0..<depth).reduce(into: []) { bytes, _ in bytes += [1, 7, 0, 0, 0, 1, 0, 0, 0] }
        + Geometry(pointX: 1, y: 2).wkb()
    }
    #expect(try Geometry(wkb: nested(32)).vertexCount == 1)
    #expect(throws: FormatFault(.nestedTooDeep, at: 32 * 9)) { try Geometry(wkb: nested(33)) }
    #expect(throws: FormatFault.self) { try Geometry(wkb: nested(100_000)) }
  }

  @Test func curvesAreRefusedByName() {
    let curve: [UInt8] = [1, 0xF2, 0x03, 0, 0, 0, 0, 0, 0]
    #expect(throws: FormatFault(.unknownType("CURVEPOLYGON"), at: 0)) { try Geometry(wkb: curve) }
    let strange: [UInt8] = [1, 99, 0, 0, 0, 0, 0, 0, 0]
    #expect(throws: FormatFault(.unknownType("99"), at: 0)) { try Geometry(wkb: strange) }
  }

  @Test func aMemberOfAnotherTypeIsAFault() {
    let bytes: [UInt8] = [1, 6, 0, 0, 0, 1, 0, 0, 0] + Geometry(pointX: 1, y: 2).wkb()
    #expect(throws: FormatFault(.unexpectedMember, at: 9)) { try Geometry(wkb: bytes) }
  }

  @Test func aCollectionOfOneTypeBecomesPartsInAColumn() throws {
    let square = Geometry(polygon: [[0, 0, 1, 0, 1, 1, 0, 0]])
    let point = Geometry(pointX: 1, y: 2)
    var column = GeometryColumn()
    try column.append(wellKnownBinary: Geometry(collection: [square, square]).wkb())
    #expect(column[0]?.type == .multiPolygon)
    #expect(column[0]?.partCount == 2)
    let mixed = Geometry(collection: [square, point]).wkb()
    #expect(throws: FormatFault(.mixedCollection, at: 0)) {
      try column.append(wellKnownBinary: mixed)
    }
    #expect(column.count == 1)
  }
}
