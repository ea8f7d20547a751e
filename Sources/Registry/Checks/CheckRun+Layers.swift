internal import Indexing
internal import Planning
internal import SimpleFeatures

extension CheckRun {
  /// Judges the reference layers themselves.
  mutating func judgeLayers() throws {
    guard asks(CheckRun.rulesOfShapes + CheckRun.rulesOfCoverage) else { return }
    if layers.isEmpty, rules.scope == .layers {
      for code in CheckRun.rulesOfShapes + CheckRun.rulesOfCoverage {
        findings.notChecked(code, .nothingToCheck)
      }
    }
    for version in layers {
      progress(.layer(version.source.name))
      use(version)
      let layer = try CheckedLayer([version], from: reader, epsg: epsg)
      judge(
        ShapeSet(
          valid: layer.shapes, faulty: layer.faulty, shape: layer.shape,
          faultyShape: layer.faultyShape, fault: { (layer.flaw($0), nil) },
          isAsked: { _ in true }))
      try judgeCoverage(of: layer)
    }
  }

  /// Says that a layer took part.
  mutating func use(_ version: LayerVersion) {
    if !usedLayers.contains(version) { usedLayers.append(version) }
  }

  /// Compares the features of a layer with each other.
  private mutating func judgeCoverage(of layer: CheckedLayer) throws {
    let areas = (0..<layer.count).count { layer.shapes.types[$0]?.dimension == 2 }
    guard areas > 0, asks([.coverageOverlap, .coverageSliver]) else { return }
    for code in [RuleCode.coverageOverlap, .coverageSliver] {
      findings.checked(code, count: areas)
      findings.notChecked(code, .invalidShape, count: layer.faulty.count)
    }
    let shapes = layer.shapes
    let pairs: OverlapPairs
    if tiles(layer), asks([.coverageGap, .coverageMissingVertex]) {
      let faults = try Coverage.faults(of: shapes, options: coverageOptions)
      pairs = faults.overlaps
      for code in [RuleCode.coverageGap, .coverageMissingVertex] {
        findings.checked(code, count: areas)
      }
      judge(faults, isAsked: { _ in true }, shape: layer.shape)
    } else {
      pairs = try Overlap.pairs(
        within: shapes,
        options: OverlapOptions(minimumArea: coverage.minimumOverlap, invalidFirst: []))
    }
    for index in 0..<pairs.count {
      let (a, b) = (Int(pairs.first[index]), Int(pairs.second[index]))
      judgeOverlap(
        .samePlan, squareMetres: pairs.areas[index],
        land: measure.intersection(shapes[a], shapes[b]), layer.shape(a), layer.shape(b))
    }
    judgeFailures(pairs.failures, shape: layer.shape)
  }

  /// Whether the features of a layer should tile the land.
  private func tiles(_ layer: CheckedLayer) -> Bool {
    layer.versions.allSatisfy {
      $0.source.role == .detailedPlan || $0.source.role == .existingLandUse
    }
  }
}
