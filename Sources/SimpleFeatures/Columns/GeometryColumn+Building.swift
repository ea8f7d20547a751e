/// Building a feature vertex by vertex: vertices, then ``finishRing()``; rings, then
/// ``finishPart()``; parts, then ``finishFeature(_:)``.
extension GeometryColumn {
  /// How far a column was filled, to come back to where a shape turns out to be broken.
  public struct Mark: Hashable, Sendable {
    var features: Int
    var parts: Int
    var rings: Int
    var vertices: Int
    var hasZ: Bool
    var hasM: Bool
  }

  /// How far the column is filled.
  public var mark: Mark {
    Mark(
      features: types.count, parts: partOffsets.count, rings: ringOffsets.count,
      vertices: vertexCount, hasZ: !z.isEmpty, hasM: !m.isEmpty)
  }

  /// Takes back all that was added since.
  public mutating func rewind(to mark: Mark) {
    types.removeLast(types.count - mark.features)
    featureOffsets.removeLast(featureOffsets.count - mark.features - 1)
    partOffsets.removeLast(partOffsets.count - mark.parts)
    ringOffsets.removeLast(ringOffsets.count - mark.rings)
    xy.removeLast(xy.count - 2 * mark.vertices)
    z.removeLast(mark.hasZ ? z.count - mark.vertices : z.count)
    m.removeLast(mark.hasM ? m.count - mark.vertices : m.count)
  }

  /// Adds a vertex to the ring that is being built.
  public mutating func appendVertex(x: Double, y: Double) {
    xy.append(x)
    xy.append(y)
  }

  /// Adds a vertex with a height, a measure or both to the ring that is being built.
  public mutating func appendVertex(x: Double, y: Double, z height: Double?, m measure: Double?) {
    if height != nil || measure != nil { prepare(hasZ: height != nil, hasM: measure != nil) }
    if let height { z.append(height) }
    if let measure { m.append(measure) }
    xy.append(x)
    xy.append(y)
  }

  /// Makes room for heights and measures of vertices about to be added: what was added before has
  /// none.
  mutating func prepare(hasZ: Bool, hasM: Bool) {
    if hasZ { fill(&z, to: vertexCount) }
    if hasM { fill(&m, to: vertexCount) }
  }

  private func fill(_ column: inout [Double], to count: Int) {
    guard column.count < count else { return }
    column.append(contentsOf: repeatElement(.nan, count: count - column.count))
  }

  /// The vertices of the ring that is being built.
  public var openRing: Range<Int> { Int(ringOffsets[ringOffsets.count - 1])..<vertexCount }

  /// Ends a ring, a line or a point.
  public mutating func finishRing() {
    if !z.isEmpty { fill(&z, to: vertexCount) }
    if !m.isEmpty { fill(&m, to: vertexCount) }
    ringOffsets.append(Int32(vertexCount))
  }

  /// Ends a part.
  public mutating func finishPart() {
    partOffsets.append(Int32(ringOffsets.count - 1))
  }

  /// Ends a feature whose parts, rings and vertices were added; `nil` where it has no shape.
  public mutating func finishFeature(_ type: GeometryType?) {
    types.append(type)
    featureOffsets.append(Int32(partOffsets.count - 1))
  }

  /// Whether one of the vertices has a height.
  public func hasZ(in vertices: Range<Int>) -> Bool {
    !z.isEmpty && z[vertices].contains { !$0.isNaN }
  }

  /// Whether one of the vertices has a measure.
  public func hasM(in vertices: Range<Int>) -> Bool {
    !m.isEmpty && m[vertices].contains { !$0.isNaN }
  }

  /// One feature, which is no collection.
  init(_ geometry: Geometry) {
    types = [geometry.type]
    xy = geometry.xy
    z = geometry.z
    m = geometry.m
    ringOffsets = geometry.ringOffsets
    partOffsets = geometry.partOffsets
    featureOffsets = [0, Int32(geometry.partCount)]
  }
}

extension GeometryColumn {
  /// Adds the shapes of another column, in their order.
  public mutating func append(contentsOf other: GeometryColumn) {
    guard count > 0 else {
      self = other
      return
    }
    let (vertex, ring, part) = (
      Int32(vertexCount), Int32(ringOffsets.count - 1), Int32(partOffsets.count - 1)
    )
    prepare(hasZ: !other.z.isEmpty, hasM: !other.m.isEmpty)
    xy += other.xy
    z += other.z
    m += other.m
    prepare(hasZ: !z.isEmpty, hasM: !m.isEmpty)
    types += other.types
    ringOffsets.append(contentsOf: other.ringOffsets.dropFirst().lazy.map { $0 + vertex })
    partOffsets.append(contentsOf: other.partOffsets.dropFirst().lazy.map { $0 + ring })
    featureOffsets.append(contentsOf: other.featureOffsets.dropFirst().lazy.map { $0 + part })
  }
}

extension GeometryColumn {
  /// The shapes of several columns in one, in their order; vertices are copied on several threads.
  public init(joining columns: [GeometryColumn], workers: Int) {
    self.init()
    guard columns.allSatisfy({ $0.z.isEmpty && $0.m.isEmpty }) else {
      for column in columns { append(contentsOf: column) }
      return
    }
    var starts = [0]
    for column in columns {
      let (vertex, ring, part) = (
        Int32(starts[starts.count - 1] / 2), Int32(ringOffsets.count - 1),
        Int32(partOffsets.count - 1)
      )
      types += column.types
      ringOffsets.append(contentsOf: column.ringOffsets.dropFirst().lazy.map { $0 + vertex })
      partOffsets.append(contentsOf: column.partOffsets.dropFirst().lazy.map { $0 + ring })
      featureOffsets.append(contentsOf: column.featureOffsets.dropFirst().lazy.map { $0 + part })
      starts.append(starts[starts.count - 1] + column.xy.count)
    }
    let (places, count) = (starts, starts[starts.count - 1])
    xy = unsafe Array(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      let target = unsafe JoinedVertices(buffer: buffer)
      ParallelStretches.run(over: columns.count, workers: workers, shortest: 1) { stretch in
        for column in stretch { target.copy(columns[column].xy, to: places[column]) }
      }
      initializedCount = count
    }
  }
}

/// The vertices of a joined column while several threads fill them.
@safe private struct JoinedVertices: @unchecked Sendable {
  // Sendable because each stretch is written by one thread alone, and all end before the buffer does.
  let buffer: UnsafeMutableBufferPointer<Double>

  func copy(_ numbers: [Double], to place: Int) {
    _ = unsafe buffer[place..<place + numbers.count].initialize(fromContentsOf: numbers)
  }
}
