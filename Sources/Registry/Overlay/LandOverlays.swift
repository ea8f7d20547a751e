public import Answers
internal import Exchange
internal import Foundation
internal import Indexing
internal import Planning
internal import Projection
public import SimpleFeatures
internal import Terms
internal import Topology

/// What two layers have in common.
public struct LandOverlays: LandQuestions {
  let register: LandRegister

  /// What two layers have in common: pairs of features with their areas.
  ///
  /// Areas are plane areas in the register's coordinate system; where that is none of a plane, in the
  /// grid of three degrees that the first layer lies in. Features whose shape is not valid take no
  /// part and are listed.
  ///
  /// - Throws: ``ShapeExportFault``, ``RegisterError``.
  public func pairs(_ request: OverlayRequest) throws -> OverlayAnswer {
    let overlay = try LayerOverlay(request, in: register)
    let pairs = try overlay.pairs(minimumArea: request.minimumArea)
    var answer = answer(request, overlay, pairs)
    answer.slivers = try overlay.slivers(of: pairs, request.slivers)
    return answer
  }

  /// How much land of each use of one layer lies on each use of another.
  public func matrix(
    _ request: OverlayRequest, digits: Int? = nil
  ) throws -> (answer: OverlayAnswer, matrix: LandUseMatrix) {
    var request = request
    request.wantsUses = true
    request.minimumArea = 0
    let overlay = try LayerOverlay(request, in: register)
    guard !overlay.isWithin else { throw OverlayFault.matrixOfOneLayer }
    for (layer, columns) in [(request.first, overlay.first), (request.second, overlay.second)]
    where columns.layer.useField == nil {
      throw OverlayFault.noUseField(layer)
    }
    let pairs = try overlay.pairs(minimumArea: 0)
    let answer = answer(request, overlay, pairs)
    let matrix = LandUseMatrix(
      answer, coveredFirst: try overlay.coveredOfFirst(pairs),
      coveredSecond: try overlay.coveredOfSecond(pairs), digits: digits)
    return (answer, matrix)
  }

  /// The same pairs as ``pairs(_:)``, and the land of each as a feature in longitude and latitude,
  /// some hundred at a time.
  ///
  /// - Parameter body: takes features with the fields `a_id`, `b_id`, `area_m2`, `area_mu`,
  ///   `share_of_a`, `share_of_b`, `sliver`.
  public func features(
    _ request: OverlayRequest, _ body: (FeatureTable) throws -> Void
  ) throws -> OverlayAnswer {
    let overlay = try LayerOverlay(request, in: register)
    let pairs = try overlay.pairs(minimumArea: request.minimumArea)
    var answer = answer(request, overlay, pairs)
    answer.slivers = try overlay.slivers(of: pairs, request.slivers)
    let slivers = Set(answer.slivers)
    let way = try Systems.transformation(
      from: Systems.system(overlay.first.epsg), to: Systems.system(4490))
    let engine = try GeometryEngine()
    for start in stride(from: 0, to: pairs.count, by: 512) {
      var table = FeatureTable(name: "overlay")
      table.coordinateSystem.epsg = 4490
      let names = ["a_id", "b_id", "area_m2", "area_mu", "share_of_a", "share_of_b", "sliver"]
      table.fields = names.map { FieldColumn(name: $0) }
      for pair in start..<min(start + 512, pairs.count) {
        table.shapes.append(
          try overlay.shape(pairs.first[pair], pairs.second[pair], engine))
        let (ids, shares) = (answer.ids(pair), answer.shares(pair))
        let area = pairs.areas[pair]
        let values: [FieldValue] = [
          .text(ids.first), .text(ids.second), .real(area),
          .real(AreaUnit.mu(fromSquareMetres: area)),
          .real(shares.first), .real(shares.second), .integer(slivers.contains(pair) ? 1 : 0),
        ]
        for (index, value) in values.enumerated() { table.fields[index].values.append(value) }
        table.places.append(pair + 1)
      }
      _ = try way.transform(&table.shapes)
      try body(table)
    }
    return answer
  }

  private func answer(
    _ request: OverlayRequest, _ overlay: LayerOverlay, _ pairs: OverlapPairs
  ) -> OverlayAnswer {
    let now = Moment.clock
    let (first, second) = (overlay.first.layer, overlay.second.layer)
    let canTell = first.measuredCount > 0 && second.measuredCount > 0
    var answer = OverlayAnswer(
      verdict: !canTell ? .notChecked : pairs.count > 0 ? .found : .none,
      moment: request.moment.told(atMillisecondsSince1970: now), epsg: overlay.first.epsg,
      first: first, second: second, minimumArea: request.minimumArea)
    answer.firstFeatures = pairs.first
    answer.secondFeatures = pairs.second
    answer.areas = pairs.areas
    answer.fallbackCount = pairs.fallbackCount
    answer.failures = pairs.failures.map {
      "\(first.ids[$0.first]) × \(second.ids[$0.second]): \($0.message)"
    }
    return answer
  }
}

/// Why an overlay cannot be made.
public enum OverlayFault: Error, Hashable, Sendable {
  /// A matrix is of two layers.
  case matrixOfOneLayer
  /// A layer has no field of land-use codes that is known.
  case noUseField(String)
}
