internal import Terms
internal import Indexing
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

extension CheckRun {
  /// Compares the parcels with the layers of each role.
  mutating func judgeLines() throws {
    try judgeTaken(.permanentBasicFarmland, .farmlandOccupied)
    try judgeTaken(.ecologicalRedline, .redlineOccupied)
    try judgeGrowthBoundary()
    try judgeOutsidePlan()
    try judgeHazards()
    try judgeExistingUse()
  }

  /// The layers of a role; `nil` where there are none or nobody asks, which is told for each parcel.
  mutating func layer(
    _ role: LayerRole, for codes: [RuleCode], fields: [[String]] = []
  ) throws -> CheckedLayer? {
    let codes = codes.filter(rules.asks)
    guard !codes.isEmpty else { return nil }
    tellNotChecked(codes)
    let versions = layers.asked.filter { $0.source.role == role }
    let all = land.rows.count { isJudged($0) }
    guard !versions.isEmpty else {
      for code in codes where all > 0 {
        findings.notChecked(code, .layerMissing(role), count: all)
      }
      return nil
    }
    progress(.layer(versions.map(\.source.name).joined(separator: "、")))
    let layer = try CheckedLayer(versions, fields: fields, from: reader, epsg: epsg)
    guard layer.unmoved.isEmpty else {
      // A layer in another frame may have what the others lack.
      for code in codes where all > 0 {
        findings.notChecked(code, .layerMissing(role), count: all)
      }
      return nil
    }
    for version in layer.versions { use(version) }
    return layer
  }

  /// Whether a parcel is compared with layers: what has taken its place is compared instead.
  func isJudged(_ row: Int) -> Bool { land.isAsked(row) && !land.isSuperseded(row) }

  /// Hands over what each parcel has in common with a layer, and counts what could be asked.
  ///
  /// - Parameters:
  ///   - codes: the rules that are asked.
  ///   - body: judges the pieces of a feature; says which rules stand answered even where a feature of
  ///     the layer that is not valid lies near.
  mutating func forEachParcel(
    _ codes: [RuleCode], on layer: CheckedLayer,
    _ body: (inout CheckRun, LandMeasure, Int, [LandOnLayer.Piece]) -> Set<RuleCode>
  ) throws {
    let codes = codes.filter(rules.asks)
    let common = try LandOnLayer(land.shapes, layer)
    let measure = measure
    var (checked, unsure): ([RuleCode: Int], [RuleCode: Int]) = ([:], [:])
    for feature in 0..<land.shapes.count where isJudged(land.rows[feature]) {
      let failure = common.failures[feature]
      guard failure == nil,
        let pieces = common.pieces(of: feature, land.shapes, layer, engine)
      else {
        for code in codes { unsure[code, default: 0] += 1 }
        judgeFailures([.init(first: feature, second: 0, message: failure ?? "")]) { [land] in
          land.shape(ofFeature: $0)
        }
        continue
      }
      let settled = body(&self, measure, feature, pieces)
      for code in codes {
        if common.doubtful.contains(feature), !settled.contains(code) {
          unsure[code, default: 0] += 1
        } else {
          checked[code, default: 0] += 1
        }
      }
    }
    for (code, count) in checked { findings.checked(code, count: count) }
    for (code, count) in unsure { findings.notChecked(code, .invalidShape, count: count) }
  }

  /// Permanent basic farmland and the ecological redline.
  private mutating func judgeTaken(_ role: LayerRole, _ code: RuleCode) throws {
    let coefficient = "KCXS"
    guard let layer = try layer(role, for: [code], fields: [[coefficient]]) else { return }
    let coefficients = layer.fields[coefficient] ?? []
    try forEachParcel([code], on: layer) { run, measure, feature, pieces in
      guard !pieces.isEmpty else { return [] }
      let (whole, made) = measure.taking(pieces, of: feature, on: layer)
      var taking = whole
      var net = 0.0
      for piece in pieces {
        guard let share = coefficients[piece.feature].coefficient else {
          taking.withoutCoefficient += 1
          continue
        }
        net += piece.squareMetres * (1 - share)
      }
      taking.netSquareMetres = taking.withoutCoefficient == 0 ? net : nil
      let row = run.land.rows[feature]
      run.families.threeLines.judge(
        taking, by: code, of: run.land.shape(ofFeature: feature), uses: run.land.uses(row),
        documents: run.land.titles(row), into: &run.findings
      ) { made ?? measure.shape(of: pieces, of: feature, on: layer) }
      return [code]
    }
  }

  /// The growth boundary and its zones.
  private mutating func judgeGrowthBoundary() throws {
    let codes: [RuleCode] = [.growthBoundaryOutside, .growthBoundaryZone]
    guard
      let layer = try layer(.growthBoundary, for: codes, fields: [["GHFQMC"], ["GHFQDM"]])
    else { return }
    let (names, keys) = (layer.fields["GHFQMC"] ?? [], layer.fields["GHFQDM"] ?? [])
    try forEachParcel(codes, on: layer) { run, measure, feature, pieces in
      let row = run.land.rows[feature]
      let parcel = run.land.shape(ofFeature: feature)
      let (uses, titles) = (run.land.uses(row), run.land.titles(row))
      let (outside, made) = measure.outside(pieces, of: feature, on: layer)
      if let outside {
        run.families.threeLines.judge(
          outside, by: .growthBoundaryOutside, of: parcel, uses: uses, documents: titles,
          into: &run.findings
        ) { made ?? measure.outsideShape(pieces, of: feature, on: layer) }
      }
      var zones: [String: [LandOnLayer.Piece]] = [:]
      for piece in pieces {
        let zone = names[piece.feature].text ?? keys[piece.feature].text ?? ""
        zones[zone, default: []].append(piece)
      }
      for zone in zones.keys.sorted() where run.families.threeLines.isRestricted(zone: zone) {
        let pieces = zones[zone] ?? []
        let (taking, made) = measure.taking(pieces, of: feature, on: layer)
        run.families.threeLines.judgeZone(
          zone, taking, of: parcel, uses: uses, documents: titles, into: &run.findings
        ) { made ?? measure.shape(of: pieces, of: feature, on: layer) }
      }
      return outside == nil ? [.growthBoundaryOutside] : []
    }
  }

  /// Land outside the detailed plan's layer, or where there is none outside the growth boundary if
  /// that is not asked anyway.
  private mutating func judgeOutsidePlan() throws {
    let code = RuleCode.coverageOutsidePlan
    let hasPlan = layers.asked.contains { $0.source.role == .detailedPlan }
    // Where the rule on the growth boundary is asked, the same land is not told twice.
    let hasBoundary =
      layers.asked.contains { $0.source.role == .growthBoundary }
      && !rules.asks(.growthBoundaryOutside)
    let role: LayerRole = hasPlan || !hasBoundary ? .detailedPlan : .growthBoundary
    guard let layer = try layer(role, for: [code]) else { return }
    try forEachParcel([code], on: layer) { run, measure, feature, pieces in
      let (outside, made) = measure.outside(pieces, of: feature, on: layer)
      guard let outside else { return [code] }
      run.families.coverage.judgeOutside(
        squareMetres: outside.squareMetres, perimeter: outside.perimeter,
        of: run.land.shape(ofFeature: feature), role: role, layers: layer.layerNames,
        isSchematic: layer.isSchematic, into: &run.findings
      ) { made ?? measure.outsideShape(pieces, of: feature, on: layer) }
      return []
    }
  }

  /// Classes of existing use that parcels take.
  private mutating func judgeExistingUse() throws {
    let code = RuleCode.existingUseTaken
    guard
      let layer = try layer(.existingLandUse, for: [code], fields: [["DLBM"], ["DLMC"]])
    else { return }
    let (codes, names) = (layer.fields["DLBM"] ?? [], layer.fields["DLMC"] ?? [])
    try forEachParcel([code], on: layer) { run, measure, feature, pieces in
      var classes: [String: [LandOnLayer.Piece]] = [:]
      for piece in pieces {
        let key = codes[piece.feature].text ?? names[piece.feature].text ?? ""
        classes[key, default: []].append(piece)
      }
      let parcel = run.land.shape(ofFeature: feature)
      for key in classes.keys.sorted() where run.families.threeLines.tells(existingUse: key) {
        let pieces = classes[key] ?? []
        let (taking, made) = measure.taking(pieces, of: feature, on: layer)
        let first = pieces.first?.feature ?? 0
        let use = LandUse(
          scheme: .unknown, code: codes[first].text, name: names[first].text)
        run.families.threeLines.judgeExistingUse(use, taking, of: parcel, into: &run.findings) {
          made ?? measure.shape(of: pieces, of: feature, on: layer)
        }
      }
      return []
    }
  }
}

extension FieldValue {
  /// A share to be taken off, 0…1; `nil` where it is not told or is none.
  fileprivate var coefficient: Double? {
    guard let value = number ?? text.flatMap(Double.init), (0...1).contains(value) else {
      return nil
    }
    return value
  }
}

extension CheckRun {
  /// Hazard zones that parcels lie in, and hazard sites that they are near to.
  mutating func judgeHazards() throws {
    let code = RuleCode.hazardNear
    guard rules.asks(code) else { return }
    let sites = try reader.documents.sites(at: request.moment).count
    if sites > 0 { findings.notChecked(code, .noCoordinates, count: sites) }
    guard let layer = try layer(.hazardZone, for: [code]) else { return }
    // What lies in a zone is told once, by the land in it.
    try forEachParcel([code], on: layer) { run, measure, feature, pieces in
      let parcel = run.land.shape(ofFeature: feature)
      for piece in pieces {
        run.families.threeLines.judgeHazard(
          layer.shape(piece.feature).subject, distance: 0, squareMetres: piece.squareMetres,
          of: parcel, layer: layer.version(piece.feature).source.name,
          isSchematic: layer.version(piece.feature).source.quality == .schematic,
          into: &run.findings
        ) {
          piece.shape
            ?? measure.intersection(measure.land.shapes[feature], layer.shapes[piece.feature])
        }
      }
      return pieces.isEmpty ? [] : [code]
    }
    try judgeSites(layer)
  }

  /// Sites drawn as points and lines.
  private mutating func judgeSites(_ layer: CheckedLayer) throws {
    let sites = (0..<layer.count).filter {
      (layer.shapes.types[$0]?.dimension).map { $0 < 2 } ?? false
    }
    guard !sites.isEmpty else { return }
    let distance = families.threeLines.hazardDistance
    let tree = try EnvelopeTree((0..<land.shapes.count).map { land.shapes.envelope(of: $0) })
    for site in sites {
      guard let place = layer.shapes[site], let box = place.envelope else { continue }
      for feature in try tree.search(box.widened(by: distance)) where isJudged(land.rows[feature]) {
        guard let parcel = land.shapes[feature] else { continue }
        do {
          guard let away = try engine.distance(parcel, place), away <= distance else { continue }
          families.threeLines.judgeHazard(
            layer.shape(site).subject, distance: away, squareMetres: nil,
            of: land.shape(ofFeature: feature), layer: layer.version(site).source.name,
            isSchematic: layer.version(site).source.quality == .schematic, into: &findings
          ) { place }
        } catch {
          judgeFailures([.init(first: feature, second: site, message: "\(error)")]) { [land] in
            land.shape(ofFeature: $0)
          }
        }
      }
    }
  }
}

extension Envelope {
  /// The box with so much more on each side.
  fileprivate func widened(by distance: Double) -> Envelope {
    Envelope(
      minX: minX - distance, minY: minY - distance, maxX: maxX + distance,
      maxY: maxY + distance)
  }
}

extension CheckRun {
  /// Judges the reference layers themselves.
  mutating func judgeLayers() throws {
    let codes = rules.asked(.shapes) + rulesOfTiling
    guard !codes.isEmpty else { return }
    if layers.asked.isEmpty, rules.scope == .layers {
      for code in codes { findings.notChecked(code, .nothingToCheck) }
    }
    for version in layers.asked {
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
    if !layers.used.contains(version) { layers.used.append(version) }
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
        options: OverlapOptions(minimumArea: families.coverage.minimumOverlap, invalidFirst: []))
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
