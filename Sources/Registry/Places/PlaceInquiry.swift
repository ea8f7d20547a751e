public import Planning
internal import Answers
internal import SimpleFeatures
internal import Storage
internal import Terms

/// Why a question about a place is not put.
public enum PlaceFault: Error, Hashable, Sendable {
  /// There is no such layer; those there are.
  case unknownLayer(String, known: [String])
  /// A point lies where the register's coordinate system is not meant to be used.
  case outside(String)
  /// The register has neither boundaries nor layers.
  case nothingToCheck
  /// A file that is asked with as many points holds something else.
  case notPoints(String)
  /// The coordinates or the file cannot be used: the diagnostics say why.
  case refused([Diagnostic])
}

/// Asks one state of the register what lies at places.
struct PlaceInquiry {
  let reader: RegisterReader
  let moment: Moment
  let question: PlaceQuestion
  /// The layers in force, those asked for.
  let layers: [LayerVersion]
  /// The layer of zones.
  let zoneLayer: LayerVersion?
  /// About how many parcels have a boundary, and how many have none.
  let counts: (mapped: Int, unmapped: Int)

  /// - Throws: ``PlaceFault/unknownLayer(_:known:)``, ``RegisterError``.
  init(reader: RegisterReader, moment: Moment, question: PlaceQuestion) throws {
    self.reader = reader
    self.moment = moment
    self.question = question
    let known = try reader.layers.inForce(at: moment)
    layers = try PlaceInquiry.layers(question.layers, of: known)
    zoneLayer = try question.zoneLayer.map { try PlaceInquiry.layer($0, of: known) }
    counts = try PlaceInquiry.counts(reader, at: moment)
  }

  /// The reference layers that are asked: those named, else all. The boundaries of the parcels, which
  /// may be named as well, are asked in any case.
  static func layers(
    _ names: [String]?, of known: [LayerVersion]
  ) throws -> [LayerVersion] {
    guard let names else { return known }
    return try names.filter { !ReservedLayerName.isParcels($0) }.map { try layer($0, of: known) }
  }

  private static func layer(_ name: String, of known: [LayerVersion]) throws -> LayerVersion {
    guard let found = known.named(name) else {
      throw PlaceFault.unknownLayer(name, known: known.map(\.source.name))
    }
    return found
  }

  private static func counts(
    _ reader: RegisterReader, at moment: Moment
  ) throws -> (mapped: Int, unmapped: Int) {
    guard !moment.isNow else {
      return (try reader.parcels.estimateMapped(), try reader.parcels.countUnmapped())
    }
    // A parcel without boundary is there because a document names it.
    var unmapped = 0
    for key in try reader.plots.keysOfDocuments(at: moment) {
      unmapped += PlotFolding.records(of: try reader.plots.facts(of: key, at: moment))
        .count { $0.boundary == nil }
    }
    return (try reader.boundaries.count(at: moment), unmapped)
  }

  /// What lies at a place.
  ///
  /// - Parameter excluding: the asked parcel itself, which is no answer to the question about it.
  func answer(_ asked: AskedPlace, excluding parcel: ParcelRecord? = nil) throws -> PlaceAnswer {
    var answer = PlaceAnswer(asked: asked, search: question.search)
    answer.withoutBoundary = counts.unmapped
    guard let shape = asked.shape, asked.reason == nil else { return answer }
    let comparison: ShapeComparison
    do {
      comparison = try ShapeComparison(shape, slivers: question.slivers)
    } catch {
      answer.asked.reason = .invalidShape
      return answer
    }
    answer.asked.squareMetres = comparison.squareMetres
    var explanation = PlaceExplanation(slivers: question.slivers)
    let search = PlaceSearch(
      comparison: comparison, search: question.search, limit: question.limit)
    try findParcels(search, excluding: parcel, into: &answer, &explanation)
    answer.layers = try layers.map { try ask($0, search, &explanation) }
    if question.layers == nil { addMissingRoles(to: &answer) }
    answer.layers.sort(by: LayerAnswer.precedes)
    if let zoneLayer {
      answer.zones = try zones(of: zoneLayer, comparison, &explanation)
    }
    if question.isExplained {
      explanation.shape = shape.wellKnownText
      explanation.projection = asked.projection
      explanation.calls = comparison.calls
      answer.explanation = explanation
    }
    return answer
  }

  private func findParcels(
    _ search: PlaceSearch, excluding parcel: ParcelRecord?, into answer: inout PlaceAnswer,
    _ explanation: inout PlaceExplanation
  ) throws {
    guard counts.mapped > 0 else { return answer.concludeParcels(mapped: 0) }
    let own = parcel?.boundary?.id
    let source = ParcelSource(
      reader: reader, moment: moment, excluded: own.map { [$0] } ?? [],
      excludedKeys: Set([parcel.flatMap { PlotKey.of($0.values) }].compactMap(\.self)))
    var tally = PlaceExplanation.Search(
      layer: ReservedLayerName.parcels, table: source.table, index: source.index)
    let matches = try search.run(try source.source(count: counts.mapped), tally: &tally)
    explanation.searches.append(tally)
    var found = matches.found
    answer.parcelCount = found.count
    if let limit = question.limit, found.count > limit {
      found = PlaceInquiry.first(limit, of: found, question.search)
    }
    for match in found {
      guard let record = try source.record(of: match.candidate) else {
        answer.parcelCount -= 1
        continue
      }
      answer.parcels.append(FoundParcel(record: record, land: match.land))
    }
    answer.parcels.sort { a, b in
      a.land.precedes(b.land, question.search)
        ?? (ParcelPlace(of: a.record, plotKey: "") < ParcelPlace(of: b.record, plotKey: ""))
    }
    for (item, _, reason) in matches.unchecked {
      let (label, plan) = try source.name(of: item)
      answer.unchecked.append(PlaceAnswer.Unchecked(label: label, plan: plan, reason: reason))
    }
    answer.unchecked.sort { ($0.plan ?? "", $0.label) < ($1.plan ?? "", $1.label) }
    answer.concludeParcels(mapped: counts.mapped)
  }

  private func ask(
    _ layer: LayerVersion, _ search: PlaceSearch, _ explanation: inout PlaceExplanation
  ) throws -> LayerAnswer {
    var answer = LayerAnswer(layer: layer)
    let source = LayerFeatureSource(reader: reader, layer: layer)
    var tally = PlaceExplanation.Search(
      layer: layer.source.name, table: layer.table, index: try reader.layers.index(of: layer))
    let matches = try search.run(source.source(), tally: &tally)
    explanation.searches.append(tally)
    if search.comparison.squareMetres != nil, !matches.found.isEmpty,
      question.search != .relation(.disjoint)
    {
      let covered = try search.comparison.squareMetres(coveredBy: matches.found.compactMap(\.piece))
      answer.coveredSquareMetres = covered
      answer.coveredShare = search.comparison.squareMetres.flatMap {
        $0 > 0 ? 100 * covered / $0 : nil
      }
    }
    answer.featureCount = matches.found.count
    let found = PlaceInquiry.first(question.limit ?? .max, of: matches.found, question.search)
    answer.features = found.map { match in
      FoundFeature(
        number: Int(match.candidate.id), attributes: match.candidate.item, land: match.land,
        shape: match.candidate.shape)
    }
    answer.unchecked = matches.unchecked.map {
      LayerAnswer.Unchecked(feature: Int($0.id), reason: $0.reason)
    }.sorted { $0.feature < $1.feature }
    answer.conclude()
    return answer
  }

  /// Every role that is usually looked at gets its line.
  private func addMissingRoles(to answer: inout PlaceAnswer) {
    answer.layers += LayerRole.missing(among: layers).map(LayerAnswer.init(missing:))
  }

  /// The zones of the asked shape with their shares.
  private func zones(
    of layer: LayerVersion, _ comparison: ShapeComparison,
    _ explanation: inout PlaceExplanation
  ) throws -> ZoneAssignment {
    let search = PlaceSearch(
      comparison: comparison, search: .relation(.intersects), limit: nil)
    var tally = PlaceExplanation.Search(
      layer: layer.source.name, table: layer.table, index: try reader.layers.index(of: layer))
    let matches = try search.run(
      LayerFeatureSource(reader: reader, layer: layer).source(), tally: &tally)
    explanation.searches.append(tally)
    var assignment = ZoneAssignment(
      matches.found.map { match in
        ZoneShare(
          feature: Int(match.candidate.id), label: match.candidate.item.label,
          squareMetres: match.land.squareMetres, ofParcel: match.land.shareOfAsked ?? 0,
          ofZone: match.land.shareOfFound ?? 0)
      }, layer: layer.source.name, by: question.zones)
    assignment.unchecked = matches.unchecked.map { Int($0.id) }.sorted()
    return assignment
  }

  /// The first so many in the order of an answer.
  private static func first<Item>(
    _ limit: Int, of matches: [PlaceMatches<Item>.Match], _ search: PlaceQuestion.Search
  ) -> [PlaceMatches<Item>.Match] {
    let sorted = matches.sorted { a, b in
      a.land.precedes(b.land, search) ?? (a.candidate.id < b.candidate.id)
    }
    return Array(sorted.prefix(limit))
  }
}

extension LayerRole {
  /// The roles that are usually looked at and of which there is no layer.
  static func missing(among layers: [LayerVersion]) -> [LayerRole] {
    let present = Set(layers.map(\.source.role))
    return allCases.filter { $0 != .other && !present.contains($0) }
  }
}

extension SharedLand {
  /// Whether it comes before another: the nearer of a question for distances, else the larger area;
  /// `nil` where they are alike.
  func precedes(_ other: SharedLand, _ search: PlaceQuestion.Search) -> Bool? {
    if search.isByDistance, distance != other.distance { return distance < other.distance }
    if squareMetres != other.squareMetres { return squareMetres > other.squareMetres }
    return (metres ?? 0) == (other.metres ?? 0) ? nil : (metres ?? 0) > (other.metres ?? 0)
  }
}

extension LayerAnswer {
  /// By role, the missing ones in their place, then by name.
  static func precedes(_ a: LayerAnswer, _ b: LayerAnswer) -> Bool {
    let order = LayerRole.allCases
    let (first, second) = (order.firstIndex(of: a.role) ?? 0, order.firstIndex(of: b.role) ?? 0)
    return (first, a.layer?.source.name ?? "") < (second, b.layer?.source.name ?? "")
  }
}
