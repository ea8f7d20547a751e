internal import SimpleFeatures
internal import Topology

/// Finds the pairs of features whose boxes meet and measures each, on several threads.
struct OverlapSearch: Sendable {
  private let walked: GeometryColumn
  private let walkedIndex: LayerIndex
  private let searched: GeometryColumn
  private let searchedIndex: LayerIndex
  private let features: FeatureTree
  /// The walked features along a Hilbert curve: what one has looked at in the other layer is still
  /// near at hand for the next.
  private let order: [Int32]
  private let isWithinOneLayer: Bool
  /// Within one layer, of each feature whether it is known to overlap no other valid one; empty where
  /// nothing is known.
  private let alone: [Bool]
  private let options: OverlapOptions

  /// A search for each feature of one layer among those of another.
  init(
    walked: GeometryColumn, _ walkedIndex: LayerIndex, searched: GeometryColumn,
    _ searchedIndex: LayerIndex, options: OverlapOptions
  ) {
    self.init(walked, walkedIndex, searched, searchedIndex, nil, options)
  }

  /// A search for each feature of a layer among the later ones.
  ///
  /// - Parameter alone: of each feature whether it is known to overlap no other valid one; empty where
  ///   nothing is known.
  init(
    within layer: GeometryColumn, _ index: LayerIndex, alone: [Bool] = [], options: OverlapOptions
  ) {
    self.init(layer, index, layer, index, alone, options)
  }

  private init(
    _ walked: GeometryColumn, _ walkedIndex: LayerIndex, _ searched: GeometryColumn,
    _ searchedIndex: LayerIndex, _ alone: [Bool]?, _ options: OverlapOptions
  ) {
    self.walked = walked
    self.walkedIndex = walkedIndex
    self.searched = searched
    self.searchedIndex = searchedIndex
    isWithinOneLayer = alone != nil
    self.alone = alone ?? []
    self.options = options
    features = FeatureTree(of: searchedIndex, workers: options.workerCount)
    order = walkedIndex.features.lend { features in
      HilbertOrder.of(count: features.count, workers: options.workerCount) { features[$0].box }
    }
  }

  /// What one thread has of its own.
  private struct Worker {
    var meter = OverlapMeter()
    var candidates: [Int32] = []
    /// What was read of features ahead of their turn; of no use but that it was read.
    var readAhead = 0.0
    var engine: GeometryEngine?
  }

  /// The pairs, by the feature of the walked layer, then of the searched.
  func pairs() throws -> OverlapPairs {
    var pairs = OverlapPairs()
    let workers = options.workerCount
    let stretch = max(1, min(256, order.count / (16 * workers)))
    try OrderedChunks.run(
      workers: workers, ahead: 8 * workers, prepare: { Worker() },
      make: { worker, chunk -> OverlapPairs? in
        let start = chunk * stretch
        guard start < order.count else { return nil }
        return try self.pairs(of: order[start..<min(start + stretch, order.count)], &worker)
      },
      receive: { pairs.append($0) })
    return pairs.orderedByFirst(count: walked.count)
  }

  private func pairs(
    of features: ArraySlice<Int32>, _ worker: inout Worker
  ) throws -> OverlapPairs {
    try walkedIndex.lend(with: walked) { first in
      try searchedIndex.lend(with: searched) { second in
        try self.features.lend { tree in
          var pairs = OverlapPairs()
          worker.readAhead += first.readAhead(features)
          for feature in features {
            let a = Int(feature)
            let box = first.box(of: a)
            tree.search(box, into: &worker.candidates)
            for index in worker.candidates.indices {
              let b = Int(worker.candidates[index])
              if isWithinOneLayer && b <= a { continue }
              guard second.box(of: b).meets(box), !areApart(a, first, b, second) else { continue }
              try measure(a, first, b, second, &worker, &pairs)
            }
          }
          return pairs
        }
      }
    }
  }

  /// Whether two valid features are known to have no land in common.
  @inline(__always)
  private func areApart(_ a: Int, _ first: LayerView, _ b: Int, _ second: LayerView) -> Bool {
    !alone.isEmpty && (alone[a] || alone[b]) && first.role(of: a) == .area
      && second.role(of: b) == .area
  }

  @inline(__always)
  private func measure(
    _ a: Int, _ first: LayerView, _ b: Int, _ second: LayerView, _ worker: inout Worker,
    _ pairs: inout OverlapPairs
  ) throws {
    if first.role(of: a) == .area && second.role(of: b) == .area,
      let area = worker.meter.area(a, first, b, second)
    {
      if area > options.minimumArea { pairs.append(a, b, area) }
      return
    }
    try askEngine(a, b, &worker, &pairs)
  }

  /// Leaves a pair to GEOS.
  private func askEngine(
    _ a: Int, _ b: Int, _ worker: inout Worker, _ pairs: inout OverlapPairs
  ) throws {
    let engine = try worker.engine ?? GeometryEngine()
    worker.engine = engine
    guard let shape = walked[a], let other = searched[b] else { return }
    pairs.fallbackCount += 1
    do {
      let area = try engine.area(of: engine.intersection(shape, other))
      if area > options.minimumArea { pairs.append(a, b, area) }
    } catch {
      pairs.failures.append(.init(first: a, second: b, message: "\(error)"))
    }
  }
}

extension LayerIndex {
  /// An index of a layer of which the invalid features are known or are looked for.
  init(
    of column: GeometryColumn, origin: SIMD2<Double>, knownInvalid: [Int]?, workers: Int
  ) throws {
    self.init(of: column, origin: origin, invalid: knownInvalid ?? [], workers: workers)
    guard knownInvalid == nil else { return }
    let validity = try ColumnValidity(
      of: column, workers: workers, among: unproven(with: column, workers: workers))
    doubt(validity.invalid.map(\.feature) + validity.verdict.refused.map(\.feature))
  }
}
