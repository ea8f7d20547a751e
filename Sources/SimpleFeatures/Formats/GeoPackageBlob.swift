/// What stands before the WKB in a GeoPackage's blob of a shape.
///
/// Source: OGC 12-128r17 §2.1.3.
public struct GeoPackageHeader: Hashable, Sendable {
  /// The number of the coordinate system in `gpkg_spatial_ref_sys`.
  public var srsID: Int32
  /// Whether the blob says that the shape has no vertex.
  public var isEmpty: Bool
  /// The box around the shape, where the blob has one. Of an empty shape its edges are no numbers.
  public var envelope: Envelope?
  /// The byte at which the WKB begins.
  public var wkbOffset: Int

  /// Reads the header of a blob.
  public init(_ bytes: Span<UInt8>) throws(FormatFault) {
    func byte(_ place: Int) -> UInt8 { bytes.byte(at: place) }
    guard bytes.count >= 8 else { throw FormatFault(.truncated, at: bytes.count) }
    guard byte(0) == 0x47, byte(1) == 0x50, byte(2) == 0 else {
      throw FormatFault(.notThisFormat, at: 0)
    }
    let flags = byte(3)
    guard flags & 0x20 == 0 else {
      throw FormatFault(.unknownType("ExtendedGeoPackageBinary"), at: 3)
    }
    let isBigEndian = flags & 1 == 0
    let sizes = [0, 32, 48, 48, 64]
    let kind = Int(flags >> 1 & 7)
    guard kind < sizes.count else { throw FormatFault(.notThisFormat, at: 3) }
    guard bytes.count >= 8 + sizes[kind] else {
      throw FormatFault(.truncated, at: bytes.count)
    }
    func number(_ index: Int) -> Double {
      Double(bitPattern: bytes.whole(at: 8 + 8 * index, isBigEndian: isBigEndian))
    }
    srsID = Int32(bitPattern: bytes.whole(at: 4, isBigEndian: isBigEndian))
    isEmpty = flags & 0x10 != 0
    wkbOffset = 8 + sizes[kind]
    // The blob's order is west, east, south, north.
    if kind > 0 {
      envelope = Envelope(minX: number(0), minY: number(2), maxX: number(1), maxY: number(3))
    }
  }

  /// Reads the header of a blob.
  public init(_ bytes: [UInt8]) throws(FormatFault) {
    try self.init(bytes.span)
  }

  /// Appends a header with the envelope's four edges, or without envelope where there is none.
  static func append(srsID: Int32, envelope: Envelope?, to bytes: inout [UInt8]) {
    bytes += [0x47, 0x50, 0, envelope == nil ? 0b0001_0001 : 0b0000_0011]
    WellKnownBinaryWriter.append(srsID, to: &bytes)
    guard let envelope else { return }
    for edge in [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY] {
      WellKnownBinaryWriter.append(edge.bitPattern, to: &bytes)
    }
  }
}

extension Geometry {
  /// A shape from a GeoPackage's blob.
  public init(geoPackage bytes: [UInt8]) throws(FormatFault) {
    let header = try GeoPackageHeader(bytes)
    var reader = WellKnownBinaryReader(offset: header.wkbOffset)
    try self.init(reader: &reader, in: bytes.span)
  }

  /// The shape as a GeoPackage's blob, with its envelope where it has a vertex that is a number.
  public func geoPackageBlob(srsID: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    GeoPackageHeader.append(srsID: srsID, envelope: envelope, to: &bytes)
    appendWKB(to: &bytes)
    return bytes
  }
}

extension GeometryColumn {
  /// Adds a feature's shape from a GeoPackage's blob; the coordinates are copied once. On a fault
  /// nothing is added.
  @discardableResult
  public mutating func append(
    geoPackage bytes: Span<UInt8>
  ) throws(FormatFault) -> GeoPackageHeader {
    let header = try GeoPackageHeader(bytes)
    try append(wellKnownBinary: bytes, from: header.wkbOffset)
    return header
  }

  /// Adds a feature's shape from a GeoPackage's blob. On a fault nothing is added.
  @discardableResult
  public mutating func append(
    geoPackage bytes: [UInt8]
  ) throws(FormatFault) -> GeoPackageHeader {
    try append(geoPackage: bytes.span)
  }

  /// Appends a feature's shape as a GeoPackage's blob; `bytes` may be reused from feature to feature.
  ///
  /// - Parameter envelope: the feature's box, where the caller has it already.
  /// - Returns: whether the feature has a shape.
  @discardableResult
  public func appendGeoPackageBlob(
    of feature: Int, srsID: Int32, envelope: Envelope? = nil, to bytes: inout [UInt8]
  ) -> Bool {
    guard let type = types[feature] else { return false }
    let box = envelope ?? self.envelope(of: feature)
    GeoPackageHeader.append(srsID: srsID, envelope: box, to: &bytes)
    WellKnownBinaryWriter.append(feature, of: self, type: type, to: &bytes)
    return true
  }

  /// A feature's shape as a GeoPackage's blob; `nil` where it has none.
  public func geoPackageBlob(of feature: Int, srsID: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    return appendGeoPackageBlob(of: feature, srsID: srsID, to: &bytes) ? bytes : nil
  }
}

/// Why bytes or text are no shape, and at which byte.
public struct FormatFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// It ends in the middle of something.
    case truncated
    /// It does not begin as the format does: no `GP`, no byte order, no name of a type.
    case notThisFormat
    /// A type that is no simple feature of straight lines: its name, or its code.
    case unknownType(String)
    /// A member is of a type that the shape cannot have.
    case unexpectedMember
    /// A count is larger than what is left could hold.
    case countTooLarge
    /// Collections stand in one another too deeply.
    case nestedTooDeep
    /// A collection of shapes of different types, where one type is needed.
    case mixedCollection
    /// Something follows the end of the shape.
    case trailing
    /// Something else should stand here: `(`, `a number`.
    case expected(String)
  }

  /// What is wrong.
  public var reason: Reason
  /// The byte at which it was noticed, counted from 0.
  public var offset: Int

  /// A fault.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
