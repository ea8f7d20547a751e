public import SimpleFeatures
internal import Topology

extension Overlap {
  /// The same pairs with every area taken from the shape that GEOS makes: slow, and the judge of all
  /// faster ways.
  public static func pairsByEngine(
    _ first: GeometryColumn, _ second: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    let tree = try EnvelopeTree((0..<second.count).map { second.envelope(of: $0) })
    let engine = try GeometryEngine()
    var pairs = OverlapPairs()
    for a in 0..<first.count {
      guard let box = first.envelope(of: a), let shape = first[a], shape.type.dimension == 2
      else { continue }
      for b in try tree.search(box) {
        guard let other = second[b], other.type.dimension == 2 else { continue }
        do {
          let area = try engine.area(of: engine.intersection(shape, other))
          guard area > options.minimumArea else { continue }
          pairs.first.append(Int32(a))
          pairs.second.append(Int32(b))
          pairs.areas.append(area)
        } catch {
          pairs.failures.append(.init(first: a, second: b, message: "\(error)"))
        }
      }
    }
    pairs.fallbackCount = pairs.count
    return pairs
  }
}
