internal import Answers
internal import Exchange
internal import Foundation
internal import Indexing
internal import Judging
internal import Planning
internal import SimpleFeatures
internal import Storage

/// Answers what lies at a point in microseconds, word for word as
/// ``LandRegister/lookup(_:about:crs:isSpatial:at:)`` does.
///
/// Which parcel and which features hold the point is found in the layers that are in memory. What is
/// said of them is never made here: it is cut out of answers that were given the long way, or written
/// beforehand by the same encoder (``prepare(_:)``), and put together again. Whatever is not plain —
/// a point on a boundary, a shape that is not valid, a point near the edge of what the coordinate
/// system is meant for — goes the long way.
///
/// It speaks of one state of the register.
public final class PointAnswers: Sendable {
  /// What was found at a point.
  struct Hits {
    var x: Double
    var y: Double
    var parcels: [Int] = []
    /// By the layer's place.
    var features: [[Int]] = []
    var isSchematic = false
  }

  /// What is kept between questions.
  private struct Known: Sendable {
    var frames: [[Int32]: AnswerFrame] = [:]
    var parcels = SimilarTexts()
    var features = SimilarTexts()
  }

  private let extent: RegisterExtent
  private let parcels: MapLayer?
  private let layers: [(name: String, isSchematic: Bool, layer: MapLayer)]
  private let schematicField: Int?
  private let known = Locked(Known())

  /// So many frames are kept; more occur only where layers overlap themselves.
  private static let mostFrames = 4_096

  /// What is known of a state of the register.
  ///
  /// - Parameters:
  ///   - parcels: the parcels of now; `nil` where none has a boundary.
  ///   - layers: every reference layer in force, with its name and whether it is schematic.
  /// - Returns: `nil` where a layer is in another coordinate system than the register.
  public init?(
    of register: LandRegister, parcels: MapLayer?,
    layers: [(name: String, isSchematic: Bool, layer: MapLayer)]
  ) throws {
    guard let extent = try register.placeExtent(),
      ([parcels].compactMap(\.self) + layers.map(\.layer)).allSatisfy({ $0.epsg == extent.epsg })
    else { return nil }
    self.extent = extent
    self.parcels = parcels
    self.layers = layers
    schematicField = parcels?.fields.firstIndex { $0.name == "boundary_schematic" }
  }

  /// The answer to a question about a point; `nil` where it must be answered the long way.
  ///
  /// - Parameter now: milliseconds since 1970, before which the state was looked up.
  public func answer(_ what: String, at now: Int) -> [UInt8]? {
    guard let hits = hits(what) else { return nil }
    let moment = Moment.now.told(atMillisecondsSince1970: now)
    return known.withLock { known in
      guard let frame = known.frames[key(of: hits)] else { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4_096)
      let isWhole = frame.write(to: &bytes) { hole, bytes in
        switch hole {
        case .query: PointAnswers.quote(what, to: &bytes)
        case .x: bytes += "\(hits.x)".utf8
        case .y: bytes += "\(hits.y)".utf8
        case .asOf: PointAnswers.quote(moment.asOf?.description ?? "", to: &bytes)
        case .knownAt: PointAnswers.quote(moment.knownAt ?? "", to: &bytes)
        case .parcel: return known.parcels.append(Int64(hits.parcels[0]), to: &bytes)
        case .feature(let layer):
          return known.features.append(
            PointAnswers.number(hits.features[layer][0], in: layer), to: &bytes)
        }
        return true
      }
      return isWhole ? bytes : nil
    }
  }

  /// Takes an answer that was given the long way, for the next of its kind.
  ///
  /// - Parameter text: the answer on one line.
  public func learn(_ what: String, _ text: [UInt8]) {
    guard let hits = hits(what) else { return }
    let single = hits.features.indices.filter { hits.features[$0].count == 1 }
    guard
      let (frame, parts) = AnswerFrame.cut(
        text, hasParcel: hits.parcels.count == 1, layers: layers.map(\.name), single: single)
    else { return }
    known.withLock { known in
      if known.frames.count < PointAnswers.mostFrames { known.frames[key(of: hits)] = frame }
      if let parcel = parts.parcel { known.parcels.keep(Int64(hits.parcels[0]), parcel) }
      for (layer, feature) in parts.features {
        known.features.keep(PointAnswers.number(hits.features[layer][0], in: layer), feature)
      }
    }
  }

  /// How many bytes of texts are kept.
  public var size: Int { known.withLock { $0.parcels.size + $0.features.size } }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\""))
  }

  private static func number(_ feature: Int, in layer: Int) -> Int64 {
    Int64(layer) << 40 | Int64(feature)
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
      guard let found = PointAnswers.plain(parcels, place.x, place.y) else { return nil }
      hits.parcels = found
      if let schematicField {
        hits.isSchematic = found.contains {
          parcels.fields[schematicField].values[$0] == .integer(1)
        }
      }
    }
    for (_, isSchematic, layer) in layers {
      guard let found = PointAnswers.plain(layer, place.x, place.y) else { return nil }
      hits.features.append(found)
      hits.isSchematic = hits.isSchematic || (isSchematic && !found.isEmpty)
    }
    return hits
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

  /// What a frame is known by: how many parcels and features of each layer there are; which, where
  /// there are several of one kind.
  private func key(of hits: Hits) -> [Int32] {
    var key: [Int32] = [hits.isSchematic ? 1 : 0]
    for found in [hits.parcels] + hits.features {
      key.append(Int32(found.count))
      if found.count > 1 { key += found.map(Int32.init) }
    }
    return key
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
      try reader.forEachPlot { facts in
        guard !isDone else { return }
        let stored = try reader.rows(ofPlot: facts.key)
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
      let versions = try reader.layers(at: .now)
      for (place, own) in layers.enumerated() where isWanted() {
        guard let version = versions.first(where: { $0.table == own.layer.id }) else { continue }
        var rows: [Int: Int] = [:]
        for (row, number) in own.layer.numbers.enumerated() { rows[number] = row }
        try reader.forEachFeatures(of: version) { some in
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
