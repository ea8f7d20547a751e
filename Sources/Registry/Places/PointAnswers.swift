internal import Answers
internal import Characters
internal import Exchange
internal import Foundation
internal import Indexing
internal import Judging
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Terms

/// Answers what lies at a point in microseconds, word for word as
/// ``LandPlaces/lookup(_:about:crs:isSpatial:at:)`` does.
///
/// Which parcel and which features hold the point is found in the layers that are in memory. What is
/// said of each of them is encoded beforehand (``prepare(_:while:)``), what is said of all points that
/// meet as many once, and an answer is put together of these. Whatever is not plain — a point on a
/// boundary, a shape that is not valid, a point near the edge of what the coordinate system is meant
/// for — goes the long way.
///
/// It speaks of one state of the register.
public final class PointAnswers: Sendable {
  /// What was found at a point.
  struct Hits {
    var x: Double
    var y: Double
    /// The rows in the order of the answer.
    var parcels: [Int] = []
    /// By the layer's place.
    var features: [[Int]] = []
    var isSchematic = false
  }

  /// What the answers about points that meet as many parcels and features differ in.
  private enum Part: Sendable {
    case query, x, y, asOf, knownAt, isSchematic, parcels
    /// The features of a layer, by its place among those that are asked.
    case features(Int)
  }

  /// What is kept between questions.
  private struct Known: Sendable {
    var templates: [[Int]: JSONTemplate<Part>] = [:]
    var parcels = SimilarTexts()
    var features = SimilarTexts()
  }

  private let extent: RegisterExtent
  private let parcels: MapLayer?
  private let layers: [(version: LayerVersion, layer: MapLayer)]
  private let counts: (mapped: Int, unmapped: Int)
  private let known = Locked(Known())

  /// So many templates are kept; more occur only where layers overlap themselves.
  private static let mostTemplates = 4_096

  /// What is known of a state of the register.
  ///
  /// - Parameters:
  ///   - parcels: the parcels of now; `nil` where none has a boundary.
  ///   - layers: every reference layer in force.
  /// - Returns: `nil` where a layer is not there, or in another coordinate system than the register.
  public init?(of register: LandRegister, parcels: MapLayer?, layers: [MapLayer]) throws {
    let (extent, inquiry) = try register.store.read { reader in
      let inquiry = try PlaceInquiry(reader: reader, moment: .now, question: .usual)
      return (try LandPlaces.extent(reader), (layers: inquiry.layers, counts: inquiry.counts))
    }
    let found = inquiry.layers.compactMap { version in
      layers.first { $0.id == version.table }.map { (version, $0) }
    }
    guard let extent, found.count == inquiry.layers.count,
      ([parcels].compactMap(\.self) + layers).allSatisfy({ $0.epsg == extent.epsg })
    else { return nil }
    self.extent = extent
    self.parcels = parcels
    self.layers = found
    counts = inquiry.counts
  }

  /// The answer to a question about a point; `nil` where it must be answered the long way.
  ///
  /// - Parameter now: milliseconds since 1970, before which the state was looked up.
  public func answer(_ what: String, at now: Int) -> [UInt8]? {
    guard let hits = hits(what), let template = try? template(for: hits, what) else { return nil }
    let moment = Moment.now.told(atMillisecondsSince1970: now)
    return known.withLock { known in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4_096)
      let isWhole = template.write(to: &bytes) { part, bytes in
        switch part {
        case .query: PointAnswers.write(what, to: &bytes)
        case .x: PointAnswers.write(hits.x, to: &bytes)
        case .y: PointAnswers.write(hits.y, to: &bytes)
        case .asOf: PointAnswers.write(moment.asOf, to: &bytes)
        case .knownAt: PointAnswers.write(moment.knownAt, to: &bytes)
        case .isSchematic: PointAnswers.write(hits.isSchematic, to: &bytes)
        case .parcels:
          known.parcels.appendList(hits.parcels.lazy.map(Int64.init), to: &bytes)
        case .features(let layer):
          known.features.appendList(
            hits.features[layer].lazy.map { PointAnswers.number($0, in: layer) }, to: &bytes)
        }
      }
      return isWhole ? bytes : nil
    }
  }

  /// How many bytes of texts are kept.
  public var size: Int { known.withLock { $0.parcels.size + $0.features.size } }

  private static func write(_ value: some Encodable, to bytes: inout [UInt8]) -> Bool {
    (try? JSONText.append(value, to: &bytes)) != nil
  }

  private static func number(_ feature: Int, in layer: Int) -> Int64 {
    Int64(layer) << 40 | Int64(feature)
  }

  /// What is said of all points that meet as many parcels and as many features of each layer.
  private func template(for hits: Hits, _ what: String) throws -> JSONTemplate<Part>? {
    let key = [hits.parcels.count] + hits.features.map(\.count)
    if let found = known.withLock({ $0.templates[key] }) { return found }
    guard let point = TypedPoint(what) else { return nil }
    let placing = PointPlacing(register: extent, named: nil)
    var here = PlaceAnswer(
      asked: try placing.place(of: point, text: what), search: PlaceQuestion.usual.search)
    here.withoutBoundary = counts.unmapped
    here.parcelCount = hits.parcels.count
    here.concludeParcels(mapped: counts.mapped)
    here.layers = zip(layers, hits.features).map { own, features in
      var answer = LayerAnswer(layer: own.version)
      answer.featureCount = features.count
      answer.conclude()
      return answer
    }
    here.layers += LayerRole.missing(among: layers.map(\.version)).map(LayerAnswer.init(missing:))
    here.layers.sort(by: LayerAnswer.precedes)
    var answer = LookupAnswer(query: what, verdict: here.verdict, moment: .now)
    answer.here = here
    var parts: [(path: [String], part: Part)] = [
      (["query"], .query), (["as_of"], .asOf), (["known_at"], .knownAt), (["parcels"], .parcels),
      (["schematic"], .isSchematic), (["asked", "label"], .query), (["asked", "x"], .x),
      (["asked", "y"], .y),
    ]
    for (index, own) in layers.enumerated() where !hits.features[index].isEmpty {
      guard let place = here.layers.firstIndex(where: { $0.layer == own.version }) else { continue }
      parts.append((["layers", "\(place)", "features"], .features(index)))
    }
    let made = try JSONTemplate(of: answer, leavingOpen: parts)
    known.withLock { known in
      if known.templates.count < PointAnswers.mostTemplates { known.templates[key] = made }
    }
    return made
  }

  /// What is at a point; `nil` where that is not plain.
  private func hits(_ what: String) -> Hits? {
    guard let point = PointAnswers.degrees(what),
      let target = NationalCoordinateSystem(epsg: extent.epsg),
      let place = PointPlacing.bySeries(
        point.longitude, point.latitude, from: .geographic(.cgcs2000), to: target),
      let box = extent.box,
      (box.minX...box.maxX).contains(place.x), (box.minY...box.maxY).contains(place.y)
    else { return nil }
    var hits = Hits(x: place.x, y: place.y)
    if let parcels {
      guard let found = PointAnswers.plain(parcels, place.x, place.y),
        let sorted = PointAnswers.sorted(found, of: parcels)
      else { return nil }
      hits.parcels = sorted
      let isSchematic = parcels.values(of: "boundary_schematic")
      hits.isSchematic = sorted.contains { isSchematic?[$0] == .integer(1) }
    }
    for (version, layer) in layers {
      guard let found = PointAnswers.plain(layer, place.x, place.y) else { return nil }
      hits.features.append(found.sorted())
      hits.isSchematic =
        hits.isSchematic || (version.source.quality == .schematic && !found.isEmpty)
    }
    return hits
  }

  /// Parcels in the order of an answer; `nil` where county, plan and number do not tell it.
  private static func sorted(_ rows: [Int], of parcels: MapLayer) -> [Int]? {
    guard rows.count > 1 else { return rows }
    func text(_ name: String, _ row: Int) -> String? { parcels.values(of: name)?[row].text }
    var places: [(place: ParcelPlace, row: Int)] = []
    for row in rows {
      guard let number = text("parcel_id", row) else { return nil }
      places.append(
        (
          ParcelPlace(
            county: text("county", row), plan: text("plan", row), number: number, label: number,
            plotKey: ""), row
        ))
    }
    guard Set(places.map(\.place)).count == rows.count else { return nil }
    return places.sorted { $0.place < $1.place }.map(\.row)
  }

  /// Degrees within China, longitude first, in plain digits: anything else is judged the long way. What
  /// passes is read as ``TypedPoint`` reads it.
  private static func degrees(_ what: String) -> (longitude: Double, latitude: Double)? {
    let isPlain = what.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == 0x2C || byte == 0x2E
    }
    let parts = what.utf8.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard isPlain, parts.count == 2, let x = Double(Substring(parts[0])),
      let y = Double(Substring(parts[1])), x >= 73, x <= 136, y >= 3, y <= 54
    else { return nil }
    return (x, y)
  }

  /// The features that hold a point; `nil` where one may and it cannot be said, or the point lies on
  /// its boundary.
  private static func plain(_ layer: MapLayer, _ x: Double, _ y: Double) -> [Int]? {
    let found = layer.shapes.features(atX: x, y: y)
    guard found.allSatisfy({ $0.isOnBoundary == false }) else { return nil }
    return found.map(\.feature)
  }
}

extension PointAnswers {
  /// Writes what is said of each parcel and of each feature of the layers beforehand, so that the first
  /// question about it is as quick as the next. Takes seconds for a county.
  ///
  /// - Parameter isWanted: asked now and then; where it says no, the work ends.
  public func prepare(_ register: LandRegister, while isWanted: () -> Bool) throws {
    try prepareFeatures(register, while: isWanted)
    guard let parcels else { return }
    var rows: [Int: Int] = [:]
    for (row, number) in parcels.numbers.enumerated() { rows[number] = row }
    try register.store.read { reader in
      var batch: [(row: Int, record: ParcelRecord)] = []
      var isDone = false
      try reader.plots.forEach { facts in
        guard !isDone else { return }
        let stored = try reader.parcels.rows(ofPlot: facts.key)
        for record in PlotFolding.records(of: facts) {
          let place = ParcelPlace(of: record, plotKey: facts.key)
          guard let own = stored.first(where: { $0.place == place }), let row = rows[Int(own.row)]
          else { continue }
          batch.append((row, record))
        }
        guard batch.count >= 512 else { return }
        keep(batch)
        batch.removeAll(keepingCapacity: true)
        isDone = !isWanted()
      }
      keep(batch)
    }
  }

  private func prepareFeatures(_ register: LandRegister, while isWanted: () -> Bool) throws {
    try register.store.read { reader in
      for (place, own) in layers.enumerated() where isWanted() {
        var rows: [Int: Int] = [:]
        for (row, number) in own.layer.numbers.enumerated() { rows[number] = row }
        try reader.layers.forEachFeatures(of: own.version) { some in
          let texts = (0..<some.table.count).map { index in
            let number = some.table.places[index]
            let feature = FoundFeature(
              number: number, attributes: some.attributes(of: index), land: SharedLand(),
              shape: nil)
            return (rows[number], (try? JSONText.line(feature)).map(Array.init))
          }
          known.withLock { known in
            for case (let row?, let text?) in texts {
              known.features.keep(PointAnswers.number(row, in: place), text)
            }
          }
        }
      }
    }
  }

  private func keep(_ batch: [(row: Int, record: ParcelRecord)]) {
    let texts = batch.map { item in
      (
        Int64(item.row),
        (try? JSONText.line(FoundParcel(record: item.record, land: SharedLand()))).map(Array.init)
      )
    }
    known.withLock { known in
      for case (let row, let text?) in texts { known.parcels.keep(row, text) }
    }
  }
}
