import Foundation
import Indexing
import SimpleFeatures
import Topology

/// Parts of the kernel beside the plain way to the same answer.
struct Parts {
  private let parcels: GeometryColumn
  private let zones: GeometryColumn

  init(_ folder: String) throws {
    parcels = try Layer("parcels", in: folder, limit: 20_000).shapes
    zones = try Layer("zones", in: folder).shapes
  }

  /// Times every part on one thread and prints a line for each.
  func run() throws {
    print("part                      quick     plain   times  same")
    try overlap()
    try validity()
    try points()
  }

  private func tell<Value>(
    _ name: String, _ quick: () throws -> Value, _ plain: () throws -> Value,
    _ isSame: (Value, Value) -> Bool
  ) throws {
    _ = try quick()
    let (answer, seconds) = try Timing.of(quick)
    let (judge, plainSeconds) = try Timing.of(plain)
    print(
      name.padding(toLength: 20, withPad: " ", startingAt: 0),
      String(format: "%8.4f s %8.3f s %7.0f", seconds, plainSeconds, plainSeconds / seconds),
      isSame(answer, judge) ? "  yes" : "  NO")
  }

  /// Areas along the boundaries, and from the shapes that GEOS makes.
  private func overlap() throws {
    let options = OverlapOptions(
      minimumArea: 1, workers: 1, invalidFirst: [], invalidSecond: [])
    try tell(
      "overlap", { try Overlap.pairs(parcels, zones, options: options) },
      { try overlapByEngine(options) }
    ) { (quick: OverlapPairs, plain: OverlapPairs) -> Bool in
      guard quick.first == plain.first, quick.second == plain.second else { return false }
      for (area, judge) in zip(quick.areas, plain.areas)
      where abs(area - judge) > max(1e-6, 1e-9 * judge) {
        return false
      }
      return true
    }
  }

  /// The pairs with every area taken from the shape that GEOS makes.
  private func overlapByEngine(_ options: OverlapOptions) throws -> OverlapPairs {
    let tree = try EnvelopeTree((0..<zones.count).map { zones.envelope(of: $0) })
    let engine = try GeometryEngine()
    var pairs = OverlapPairs()
    for parcel in 0..<parcels.count {
      guard let box = parcels.envelope(of: parcel), let shape = parcels[parcel] else { continue }
      for zone in try tree.search(box) {
        guard let other = zones[zone] else { continue }
        let area = try engine.area(of: engine.intersection(shape, other))
        guard area > options.minimumArea else { continue }
        pairs.first.append(Int32(parcel))
        pairs.second.append(Int32(zone))
        pairs.areas.append(area)
      }
    }
    return pairs
  }

  /// Proof by edges, and GEOS.
  private func validity() throws {
    try tell(
      "validity", { try ColumnValidity(proving: parcels, workers: 1) },
      { try ColumnValidity(of: parcels, workers: 1) }, ==)
  }

  /// All points at once, and one by one through the index of prepared questions.
  private func points() throws {
    let box = parcels.envelope ?? Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)
    var random = SystemRandomNumberGenerator()
    let xy = (0..<50_000).flatMap { _ in
      [
        Double.random(in: box.minX...box.maxX, using: &random),
        Double.random(in: box.minY...box.maxY, using: &random),
      ]
    }
    let index = FeatureIndex(parcels)
    try tell(
      "points",
      { () -> [[Int]] in
        let matches = try PointLookup.features(at: xy, in: parcels, invalid: [], workers: 1)
        return (0..<matches.count).map { point in
          matches.features[matches.matches(of: point)].map { Int($0) }
        }
      },
      { () -> [[Int]] in
        try stride(from: 0, to: xy.count, by: 2).map {
          try index.features(atX: xy[$0], y: xy[$0 + 1]).features
        }
      }, ==)
  }
}
