internal import Projection
internal import SimpleFeatures

/// Coordinate systems by their codes, with the errors of an export. Those that were asked for are kept:
/// PROJ takes a millisecond to look one up.
enum Systems {
  private struct Way: Hashable, Sendable {
    let source: Int
    let target: Int
  }

  private struct Known: Sendable {
    var systems: [Int: CoordinateSystem] = [:]
    var ways: [Way: CoordinateTransformation] = [:]
  }

  private static let known = Locked(Known())
  /// Codes are given by clients of the service too.
  private static let most = 256

  static func system(_ epsg: Int) throws -> CoordinateSystem {
    if let found = known.withLock({ $0.systems[epsg] }) { return found }
    do {
      let made = try CoordinateSystem(epsg: epsg)
      known.withLock { if $0.systems.count < most { $0.systems[epsg] = made } }
      return made
    } catch {
      throw ShapeExportFault.unknownSystem(epsg)
    }
  }

  static func transformation(
    from source: CoordinateSystem, to target: CoordinateSystem
  ) throws -> CoordinateTransformation {
    let way = source.epsg.flatMap { from in target.epsg.map { Way(source: from, target: $0) } }
    if let way, let found = known.withLock({ $0.ways[way] }) { return found }
    do throws(ProjectionError) {
      let made = try CoordinateTransformation(from: source, to: target)
      if let way { known.withLock { if $0.ways.count < most { $0.ways[way] = made } } }
      return made
    } catch {
      throw ShapeExportFault.refused(from: source.label, to: target.label)
    }
  }
}
