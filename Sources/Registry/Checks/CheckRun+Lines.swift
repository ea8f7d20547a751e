internal import Indexing
internal import Planning
internal import SimpleFeatures
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
    let versions = layers.filter { $0.source.role == role }
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
      run.threeLines.judge(
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
        run.threeLines.judge(
          outside, by: .growthBoundaryOutside, of: parcel, uses: uses, documents: titles,
          into: &run.findings
        ) { made ?? measure.outsideShape(pieces, of: feature, on: layer) }
      }
      var zones: [String: [LandOnLayer.Piece]] = [:]
      for piece in pieces {
        let zone = names[piece.feature].text ?? keys[piece.feature].text ?? ""
        zones[zone, default: []].append(piece)
      }
      for zone in zones.keys.sorted() where run.threeLines.isRestricted(zone: zone) {
        let pieces = zones[zone] ?? []
        let (taking, made) = measure.taking(pieces, of: feature, on: layer)
        run.threeLines.judgeZone(
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
    let hasPlan = layers.contains { $0.source.role == .detailedPlan }
    // Where the rule on the growth boundary is asked, the same land is not told twice.
    let hasBoundary =
      layers.contains { $0.source.role == .growthBoundary } && !rules.asks(.growthBoundaryOutside)
    let role: LayerRole = hasPlan || !hasBoundary ? .detailedPlan : .growthBoundary
    guard let layer = try layer(role, for: [code]) else { return }
    try forEachParcel([code], on: layer) { run, measure, feature, pieces in
      let (outside, made) = measure.outside(pieces, of: feature, on: layer)
      guard let outside else { return [code] }
      run.coverage.judgeOutside(
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
      for key in classes.keys.sorted() where run.threeLines.tells(existingUse: key) {
        let pieces = classes[key] ?? []
        let (taking, made) = measure.taking(pieces, of: feature, on: layer)
        let first = pieces.first?.feature ?? 0
        let use = LandUse(
          scheme: .unknown, code: codes[first].text, name: names[first].text)
        run.threeLines.judgeExistingUse(use, taking, of: parcel, into: &run.findings) {
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
