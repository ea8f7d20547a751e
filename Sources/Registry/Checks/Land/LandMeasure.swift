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
