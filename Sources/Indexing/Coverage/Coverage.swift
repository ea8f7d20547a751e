public import SimpleFeatures

/// Whether the areas of a layer tile the land: without overlaps, without gaps, vertex on vertex.
public enum Coverage {
  /// What is wrong with a layer of areas that should tile the land.
  ///
  /// - Throws: `TopologyFault` where GEOS has no memory.
  public static func faults(
    of layer: GeometryColumn, options: CoverageOptions = .init()
  ) throws -> CoverageFaults {
    var faults = CoverageFaults()
    faults.overlaps = try Overlap.pairs(
      within: layer,
      options: OverlapOptions(
        minimumArea: options.minimumOverlap, workers: options.workers,
        invalidFirst: options.invalid))
    return faults
  }
}
