internal import Terms
internal import Indexing
internal import Planning
internal import SimpleFeatures
internal import Topology

/// Makes and measures the land of findings. Shapes are made for findings alone: of 190 000 parcels few
/// have any.
struct LandMeasure {
  let land: CheckedLand
  let engine: GeometryEngine
  let coverage: CoverageRules

  /// What both have; `nil` where it is nothing or cannot be made.
  func intersection(_ a: Geometry?, _ b: Geometry?) -> Geometry? {
    guard let a, let b else { return nil }
    return (try? engine.intersection(a, b).areas).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What the first has and none of the others; `nil` where it is nothing or cannot be made.
  func difference(_ a: Geometry?, _ others: [Geometry]) -> Geometry? {
    guard var rest = a else { return nil }
    for other in others {
      guard let less = try? engine.difference(rest, other) else { return nil }
      rest = less.areas
    }
    return rest.isEmpty ? nil : rest
  }

  /// The union of some shapes; `nil` where it is nothing or cannot be made.
  func union(_ shapes: [Geometry]) -> Geometry? {
    guard var all = shapes.first else { return nil }
    for shape in shapes.dropFirst() {
      guard let both = try? engine.union(all, shape) else { return nil }
      all = both.areas
    }
    return all.isEmpty ? nil : all
  }

  /// The length of the edge of a shape; `nil` where there is none.
  func perimeter(of shape: Geometry?) -> Double? {
    shape.flatMap { try? engine.length(of: $0) }
  }

  /// What a parcel takes, from its pieces on a layer. Where it may be a sliver its shape comes with
  /// it.
  func taking(
    _ pieces: [LandOnLayer.Piece], of feature: Int, on layer: CheckedLayer
  ) -> (taking: ThreeLineRules.Taking, shape: Geometry?) {
    var taking = ThreeLineRules.Taking(squareMetres: pieces.reduce(0) { $0 + $1.squareMetres })
    taking.features = pieces.map { layer.name($0.feature) }
    let versions = pieces.map { layer.version($0.feature).source }
    taking.layers = Set(versions.map(\.name)).sorted()
    taking.isSchematic = versions.contains { $0.quality == .schematic }
    guard coverage.mayBeSliver(squareMetres: taking.squareMetres) else { return (taking, nil) }
    let made = shape(of: pieces, of: feature, on: layer)
    taking.perimeter = perimeter(of: made)
    return (taking, made)
  }

  /// The land that pieces have, as one shape.
  func shape(
    of pieces: [LandOnLayer.Piece], of feature: Int, on layer: CheckedLayer
  ) -> Geometry? {
    let parcel = land.shapes[feature]
    return union(
      pieces.compactMap { $0.shape ?? intersection(parcel, layer.shapes[$0.feature]) })
  }

  /// The land that a parcel has outside a layer; nothing where it lies inside but for rounding.
  func outside(
    _ pieces: [LandOnLayer.Piece], of feature: Int, on layer: CheckedLayer
  ) -> (taking: ThreeLineRules.Taking?, shape: Geometry?) {
    let whole = land.shapes.planeArea(of: feature)
    let inside = pieces.reduce(0) { $0 + $1.squareMetres }
    guard whole - inside > max(LandOnLayer.rounding, whole * 1e-9) else { return (nil, nil) }
    var taking = ThreeLineRules.Taking(squareMetres: whole - inside)
    taking.layers = layer.layerNames
    taking.isSchematic = layer.isSchematic
    guard coverage.mayBeSliver(squareMetres: taking.squareMetres) else { return (taking, nil) }
    let made = outsideShape(pieces, of: feature, on: layer)
    taking.perimeter = perimeter(of: made)
    return (taking, made)
  }

  /// The shape of the land that a parcel has outside a layer.
  func outsideShape(
    _ pieces: [LandOnLayer.Piece], of feature: Int, on layer: CheckedLayer
  ) -> Geometry? {
    difference(land.shapes[feature], pieces.compactMap { layer.shapes[$0.feature] })
  }
}

/// What each parcel has in common with the features of the layers of one role.
struct LandOnLayer {
  /// A parcel's land on one feature: none of it is on another feature before.
  struct Piece {
    /// The feature of the layer.
    var feature: Int
    /// The land in square metres.
    var squareMetres: Double
    /// The land's shape, where it had to be made.
    var shape: Geometry?
  }

  private let pairs: OverlapPairs
  /// The pairs of each parcel begin here.
  private let starts: [Int]
  /// The features that overlap another of the same role.
  private let overlapping: Set<Int>
  /// The parcels of which a comparison failed, with what GEOS said.
  let failures: [Int: String]
  /// The parcels near to a feature that is not valid: what they have in common with it is not known.
  let doubtful: Set<Int>

  /// Measures the parcels against the layers.
  init(_ land: GeometryColumn, _ layer: CheckedLayer) throws {
    let pairs = try Overlap.pairs(
      land, layer.shapes, options: OverlapOptions(invalidFirst: [], invalidSecond: []))
    self.pairs = pairs
    var starts = Array(repeating: 0, count: land.count + 1)
    for first in pairs.first { starts[Int(first) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
    var overlapping: Set<Int> = []
    let own = try Overlap.pairs(
      within: layer.shapes, options: OverlapOptions(invalidFirst: []))
    for index in 0..<own.count where own.areas[index] > LandOnLayer.rounding {
      overlapping.insert(Int(own.first[index]))
      overlapping.insert(Int(own.second[index]))
    }
    self.overlapping = overlapping
    var failures: [Int: String] = [:]
    for failure in pairs.failures { failures[failure.first] = failure.message }
    self.failures = failures
    doubtful = try LandOnLayer.doubtful(land, layer.faulty)
  }

  /// Land under this, in square metres, is rounding of coordinates.
  static let rounding = 0.001

  private static func doubtful(
    _ land: GeometryColumn, _ faulty: GeometryColumn
  ) throws -> Set<Int> {
    guard faulty.count > 0 else { return [] }
    let tree = try EnvelopeTree((0..<land.count).map { land.envelope(of: $0) })
    var found: Set<Int> = []
    for feature in 0..<faulty.count {
      // A box of infinite numbers tells nothing: then nothing is sure.
      guard let box = faulty.envelope(of: feature), box.width.isFinite, box.height.isFinite else {
        continue
      }
      found.formUnion(try tree.search(box))
    }
    return found
  }

  /// The parcel's land on each feature. Where features overlap each other no land is counted twice:
  /// the pieces are then cut out by GEOS, in the order of the features.
  ///
  /// - Returns: `nil` where that fails.
  func pieces(
    of parcel: Int, _ land: GeometryColumn, _ layer: CheckedLayer, _ engine: GeometryEngine
  ) -> [Piece]? {
    let range = starts[parcel]..<starts[parcel + 1]
    let plain = range.map { index in
      Piece(feature: Int(pairs.second[index]), squareMetres: pairs.areas[index])
    }
    guard plain.count > 1, plain.count(where: { overlapping.contains($0.feature) }) > 1 else {
      return plain
    }
    guard let parcel = land[parcel] else { return nil }
    var pieces: [Piece] = []
    var before: [Geometry] = []
    do {
      for piece in plain {
        guard let feature = layer.shapes[piece.feature] else { return nil }
        var shape = try engine.intersection(parcel, feature).areas
        for other in before { shape = try engine.difference(shape, other).areas }
        before.append(feature)
        let area = try engine.area(of: shape)
        guard area > LandOnLayer.rounding else { continue }
        pieces.append(Piece(feature: piece.feature, squareMetres: area, shape: shape))
      }
    } catch {
      return nil
    }
    return pieces
  }
}
