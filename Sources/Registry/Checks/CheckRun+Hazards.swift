internal import Indexing
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

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
        run.threeLines.judgeHazard(
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
    let distance = threeLines.hazardDistance
    let tree = try EnvelopeTree((0..<land.shapes.count).map { land.shapes.envelope(of: $0) })
    for site in sites {
      guard let place = layer.shapes[site], let box = place.envelope else { continue }
      for feature in try tree.search(box.widened(by: distance)) where isJudged(land.rows[feature]) {
        guard let parcel = land.shapes[feature] else { continue }
        do {
          guard let away = try engine.distance(parcel, place), away <= distance else { continue }
          threeLines.judgeHazard(
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
