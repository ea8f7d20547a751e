public import SimpleFeatures

/// How much of the features of one layer lies on those of another.
public enum Overlap {
  /// The pairs of features of two layers that have land in common.
  ///
  /// Only areas take part. The result depends neither on the order of the features nor on the number
  /// of threads.
  ///
  /// - Throws: `TopologyFault` where GEOS has no memory; a pair that cannot be measured is listed.
  public static func pairs(
    _ first: GeometryColumn, _ second: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    try pairsByEngine(first, second, options: options)
  }

  /// The pairs of features of one layer that have land in common, each once, the lower first.
  public static func pairs(
    within layer: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    var pairs = OverlapPairs()
    let all = try pairsByEngine(layer, layer, options: options)
    for index in 0..<all.count where all.first[index] < all.second[index] {
      pairs.first.append(all.first[index])
      pairs.second.append(all.second[index])
      pairs.areas.append(all.areas[index])
    }
    pairs.failures = all.failures.filter { $0.first < $0.second }
    return pairs
  }
}
