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
