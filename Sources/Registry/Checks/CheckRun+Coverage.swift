internal import Indexing
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

extension CheckRun {
  /// Compares the boundaries with each other.
  mutating func judgeCoverage() throws {
    let codes = rulesOfTiling
    guard !codes.isEmpty || rules.asks(.indicatorConflict) else { return }
    progress(.overlaps)
    tellNotChecked(codes)
    let asked = land.rows.count { land.isAsked($0) }
    for code in codes { findings.checked(code, count: asked) }
    var overlaps: OverlapPairs?
    if asks([.coverageGap, .coverageMissingVertex]) {
      for features in land.coverages() where features.count > 1 {
        // Nearly all boundaries of a county may be of one map: its shapes are not copied.
        let isWhole = features.count == land.shapes.count
        let faults = try Coverage.faults(
          of: isWhole ? land.shapes : land.shapes.selecting(features), options: coverageOptions)
        if isWhole { overlaps = faults.overlaps }
        judge(faults, isAsked: { [land] in land.isAsked(land.rows[features[$0]]) }) { [land] in
          land.shape(ofFeature: features[$0])
        }
      }
    }
    try judgeOverlaps(
      overlaps
        ?? Overlap.pairs(
          within: land.shapes,
          options: OverlapOptions(minimumArea: families.coverage.minimumOverlap, invalidFirst: [])))
  }

  /// What is near, and what is told, where shapes should tile the land. All of them are valid.
  var coverageOptions: CoverageOptions {
    let near = rules.number(.coverageMissingVertex, "tolerance_m")
    let largest = rules.number(.coverageGap, "maximum_m2")
    return CoverageOptions(
      minimumOverlap: families.coverage.minimumOverlap, nearMissDistance: near.isFinite ? near : 0,
      maximumGapArea: largest.isFinite ? largest : nil, invalid: [])
  }

  /// Judges gaps, and vertices that a neighbour lacks.
  mutating func judge(
    _ faults: CoverageFaults, isAsked: (Int) -> Bool, shape: (Int) -> CheckedShape
  ) {
    let gaps = faults.gaps
    for gap in 0..<gaps.count {
      let neighbours = gaps.neighbours(of: gap).map { Int($0) }
      guard neighbours.contains(where: isAsked) else { continue }
      let place = gaps.shapes.envelope(of: gap).map { box in
        // To the metre: the same gap has the same name when a vertex moves a little.
        "\(Int(((box.minX + box.maxX) / 2).rounded())),\(Int(((box.minY + box.maxY) / 2).rounded()))"
      }
      families.coverage.judgeGap(
        squareMetres: gaps.areas[gap], perimeter: gaps.perimeters[gap],
        between: neighbours.prefix(CheckRun.mostNeighbours).map(shape), place: place ?? "",
        into: &findings
      ) { gaps.shapes[gap] }
    }
    var missing = MissingVertices()
    for vertices in [faults.missingVertices, faults.nearMisses] { missing.add(vertices) }
    for one in missing.pairs where isAsked(one.neighbour) || isAsked(one.feature) {
      families.coverage.judgeMissingVertices(
        one.count, distance: one.distance, in: shape(one.neighbour), of: shape(one.feature),
        at: one.places, into: &findings)
    }
  }

  /// A gap of a road runs along hundreds of parcels: so many are named.
  private static let mostNeighbours = 20

  /// Says of which parcels rules could not be asked that compare boundaries.
  mutating func tellNotChecked(_ codes: [RuleCode]) {
    let invalid = land.faultyRows.count + land.rowsWithoutArea.count
    for code in codes {
      if counts.parcelsWithoutBoundary > 0 {
        findings.notChecked(code, .noBoundary, count: counts.parcelsWithoutBoundary)
      }
      if invalid > 0 { findings.notChecked(code, .invalidShape, count: invalid) }
    }
  }

  /// Judges the pairs of boundaries with land in common. Of those that are findings the land is made on
  /// several threads.
  private mutating func judgeOverlaps(_ pairs: OverlapPairs) throws {
    let (land, coverage) = (land, families.coverage)
    let wantsLand = asks([.coverageOverlap, .coverageSliver])
    let stretch = 512
    try OrderedChunks.run(
      workers: ProcessorCount.available,
      prepare: { LandMeasure(land: land, engine: try GeometryEngine(), coverage: coverage) },
      make: { measure, chunk -> [SharedBoundary]? in
        let start = chunk * stretch
        guard start < pairs.count else { return nil }
        return (start..<min(start + stretch, pairs.count)).compactMap { index in
          SharedBoundary(
            Int(pairs.first[index]), Int(pairs.second[index]), squareMetres: pairs.areas[index],
            wantsLand: wantsLand, measure)
        }
      },
      receive: { shared in
        for one in shared {
          try judgeContents(
            land.rows[one.first], land.rows[one.second], squareMetres: one.squareMetres,
            one.meaning)
          guard one.meaning.isFinding else { continue }
          judgeOverlap(
            one.meaning, squareMetres: one.squareMetres, land: one.land,
            land.shape(ofFeature: one.first), land.shape(ofFeature: one.second))
        }
      })
    judgeFailures(pairs.failures) { land.shape(ofFeature: $0) }
  }

  /// Two boundaries with land in common, of which one at least is asked about.
  private struct SharedBoundary: Sendable {
    var first: Int
    var second: Int
    var squareMetres: Double
    var meaning: LandMeeting
    /// The land, where it is a finding.
    var land: Geometry?

    init?(
      _ first: Int, _ second: Int, squareMetres: Double, wantsLand: Bool, _ measure: LandMeasure
    ) {
      let (all, a, b) = (measure.land, measure.land.rows[first], measure.land.rows[second])
      guard all.isAsked(a) || all.isAsked(b) else { return nil }
      self.first = first
      self.second = second
      self.squareMetres = squareMetres
      meaning = LandMeeting(all.standing(a), all.standing(b))
      guard meaning.isFinding, wantsLand else { return }
      land = measure.intersection(all.shapes[first], all.shapes[second])
    }
  }

  /// Judges the land that two features have in common.
  mutating func judgeOverlap(
    _ meaning: LandMeeting, squareMetres: Double, land: Geometry?, _ first: CheckedShape,
    _ second: CheckedShape
  ) {
    var overlap = CoverageRules.Overlap(meaning: meaning, squareMetres: squareMetres)
    if families.coverage.mayBeSliver(squareMetres: squareMetres) {
      overlap.perimeter = measure.perimeter(of: land)
    }
    families.coverage.judge(overlap, of: first, and: second, into: &findings) { land }
  }

  /// Shapes that could not be compared: each is told once.
  mutating func judgeFailures(
    _ failures: [OverlapPairs.Failure], shape: (Int) -> CheckedShape
  ) {
    var messages: [Int: String] = [:]
    for failure in failures {
      messages[failure.first] = messages[failure.first] ?? failure.message
    }
    for feature in messages.keys.sorted() {
      families.shapes.judge(
        .notProcessable(reason: ShapeReason.failed.rawValue, message: messages[feature] ?? ""),
        of: shape(feature), at: nil, into: &findings)
    }
  }

  /// Indicators of two parcels on the same land. A draft may have others than its plan.
  private mutating func judgeContents(
    _ first: Int, _ second: Int, squareMetres: Double, _ meaning: LandMeeting
  ) throws {
    guard rules.asks(.indicatorConflict), meaning != .successive, meaning != .superseded,
      squareMetres > rules.profile.slivers.area
    else { return }
    // Where one states no indicator there is nothing to compare, and the parcels are not read.
    guard land.statesIndicators(first), land.statesIndicators(second) else {
      if !land.isSuperseded(first), !land.isSuperseded(second) {
        findings.notChecked(.indicatorConflict, .notStated)
      }
      return
    }
    guard let a = try parcel(first), let b = try parcel(second) else { return }
    IndicatorRules.judge(
      overlapOf: a, and: b, squareMetres: squareMetres, isSliver: false, into: &findings)
  }

  /// A row's parcel, read once more: of 190 000 none is kept whole.
  private func parcel(_ row: Int) throws -> CheckedParcel? {
    let facts = try reader.plots.facts(of: land.plotKeys[row], at: request.moment)
    return PlotFolding.records(of: facts)
      .first { $0.boundary?.id == land.boundaryIDs[row] }
      .map { CheckedParcel(record: $0, facts: facts) }
  }
}

/// Vertices that a neighbour lacks, by feature and neighbour.
private struct MissingVertices {
  struct Pair {
    var feature: Int
    var neighbour: Int
    var count = 0
    var distance = 0.0
    var places = Geometry(empty: .multiPoint)
  }

  private(set) var pairs: [Pair] = []
  private var places: [Int: Int] = [:]

  mutating func add(_ vertices: CoverageVertices) {
    for index in 0..<vertices.count {
      let (feature, neighbour) = (Int(vertices.features[index]), Int(vertices.neighbours[index]))
      let key = feature << 32 | neighbour
      let place = places[key] ?? pairs.count
      if place == pairs.count {
        places[key] = place
        pairs.append(Pair(feature: feature, neighbour: neighbour))
      }
      pairs[place].count += 1
      pairs[place].distance = max(pairs[place].distance, vertices.distances[index])
      pairs[place].places.appendPart(rings: [[vertices.x[index], vertices.y[index]]])
    }
  }
}
