import ArgumentParser
import Foundation
import Indexing
import SimpleFeatures
import Storage
import Topology

extension Timing {
  /// Both layers with all attributes, from file to columns.
  static func read(_ folder: String) throws -> Timing {
    var timing = Timing()
    for name in ["parcels", "zones"] {
      let (layer, seconds) = try of { try Layer(name, in: folder, hasFields: true) }
      timing.seconds += seconds
      timing.count += layer.shapes.count
      timing.sum += Double(layer.shapes.vertexCount)
    }
    return timing
  }

  /// The pairs with more than a square metre in common; indexes are built in the time.
  static func overlay(_ folder: String, threads: Int?, pairsFile: String?) throws -> Timing {
    let (layers, loading) = try of {
      try (Layer("parcels", in: folder).shapes, Layer("zones", in: folder).shapes)
    }
    // As in a register, where shapes are judged when they come in.
    let options = OverlapOptions(
      minimumArea: 1, workers: threads, invalidFirst: [], invalidSecond: [])
    let (pairs, seconds) = try of { try Overlap.pairs(layers.0, layers.1, options: options) }
    if let pairsFile { try write(pairs, to: pairsFile) }
    var timing = Timing(
      seconds: seconds, loading: loading, count: pairs.count, sum: pairs.areas.reduce(0, +),
      fallbacks: pairs.fallbackCount)
    timing.threads = threads ?? timing.threads
    return timing
  }

  private static func write(_ pairs: OverlapPairs, to file: String) throws {
    var data = Data(capacity: 16 * pairs.count)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    for pair in 0..<pairs.count {
      append(pairs.first[pair])
      append(pairs.second[pair])
      append(pairs.areas[pair].bitPattern)
    }
    try data.write(to: URL(fileURLWithPath: file))
  }

  /// What is wrong with the parcels as a tiling of the land.
  static func coverage(_ folder: String, threads: Int?) throws -> Timing {
    let (layer, loading) = try of { try Layer("parcels", in: folder).shapes }
    var options = CoverageOptions(invalid: [])
    options.workers = threads
    let (faults, seconds) = try of { try Coverage.faults(of: layer, options: options) }
    return Timing(
      seconds: seconds, loading: loading,
      count: faults.overlaps.count + faults.gaps.count + faults.missingVertices.count
        + faults.nearMisses.count,
      sum: faults.gaps.areas.reduce(0, +), fallbacks: faults.overlaps.fallbackCount)
  }

  /// Which parcels are not valid.
  static func validity(_ folder: String, threads: Int?) throws -> Timing {
    let (layer, loading) = try of { try Layer("parcels", in: folder).shapes }
    let (validity, seconds) = try of { try ColumnValidity(proving: layer, workers: threads) }
    return Timing(seconds: seconds, loading: loading, count: validity.invalid.count)
  }

  /// How much of 100,000 parcels lies on one polygon of a million vertices.
  static func polygon(_ folder: String, threads: Int?) throws -> Timing {
    let (layers, loading) = try of {
      try (
        Layer("parcels", in: folder, limit: 100_000).shapes, Layer("polygon", in: folder).shapes
      )
    }
    let options = OverlapOptions(
      minimumArea: 1, workers: threads, invalidFirst: [], invalidSecond: [])
    let (pairs, seconds) = try of { try Overlap.pairs(layers.0, layers.1, options: options) }
    return Timing(
      seconds: seconds, loading: loading, count: pairs.count, sum: pairs.areas.reduce(0, +),
      fallbacks: pairs.fallbackCount)
  }

  /// The parcels that hold each of many points; the index is built in the time.
  static func points(_ folder: String, file: String?, threads: Int?) throws -> Timing {
    guard let file else { throw ValidationError("points needs --points-file") }
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let xy = stride(from: 0, to: data.count - 7, by: 8).map { place in
      Double(
        bitPattern: data[place..<place + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    let (layer, loading) = try of { try Layer("parcels", in: folder).shapes }
    let (matches, seconds) = try of {
      try PointLookup.features(at: xy, in: layer, invalid: [], workers: threads)
    }
    return Timing(
      seconds: seconds, loading: loading, count: matches.features.count,
      sum: matches.features.reduce(0) { $0 + Double($1) })
  }
}
