public import SimpleFeatures

/// How much of the features of one layer lies on those of another.
public enum Overlap {
  /// The pairs of features of two layers that have land in common.
  ///
  /// Only areas take part. The result depends neither on the order of the features nor on the number
  /// of threads. Areas are exact but for rounding, about 1e-12 of a square unit for parcels; what is
  /// less than rounding alone may make is no overlap. See Documentation/Overlay.md.
  ///
  /// - Throws: `TopologyFault` where GEOS has no memory; a pair that cannot be measured is listed.
  public static func pairs(
    _ first: GeometryColumn, _ second: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    let workers = options.workerCount
    let origin = LayerIndex.origin(of: first, second)
    let firstIndex = try LayerIndex(
      of: first, origin: origin, knownInvalid: options.invalidFirst, workers: workers)
    let secondIndex = try LayerIndex(
      of: second, origin: origin, knownInvalid: options.invalidSecond, workers: workers)
    // The layer of more features is walked and the other searched: many small steps share out well.
    guard second.count > first.count else {
      return try OverlapSearch(
        walked: first, firstIndex, searched: second, secondIndex, options: options
      ).pairs()
    }
    return try OverlapSearch(
      walked: second, secondIndex, searched: first, firstIndex, options: options
    ).pairs().exchanged(firstCount: first.count)
  }

  /// The pairs of features of one layer that have land in common, each once, the lower first.
  ///
  /// Of the options ``OverlapOptions/invalidFirst`` tells the invalid features.
  public static func pairs(
    within layer: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    let index = try LayerIndex(
      of: layer, origin: LayerIndex.origin(of: layer), knownInvalid: options.invalidFirst,
      workers: options.workerCount)
    return try OverlapSearch(within: layer, index, options: options).pairs()
  }
}
