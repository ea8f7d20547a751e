internal import Filtering
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Topology

/// A CQL2 condition and boxes, put to the features of tables.
struct FeatureCondition: Sendable {
  private let expression: FilterExpression?
  private let properties: FilterProperties
  private let boxes: [Envelope]
  private let toBox: CoordinateTransformation?
  /// To longitude and latitude, where the condition asks about shapes: what it names is written so, and
  /// its edges are straight there.
  private let toDegrees: CoordinateTransformation?
  /// The box that every feature which passes must meet, in the layer's coordinate system.
  let envelope: Envelope?

  /// A condition on a layer.
  ///
  /// - Parameters:
  ///   - expression: the shapes in it are in longitude and latitude.
  ///   - properties: what it may ask for.
  ///   - boxes: a feature must meet one of them; empty for any place.
  ///   - boxEPSG: the coordinate system of the boxes, x before y; `nil` for longitude and latitude.
  ///   - layerEPSG: the layer's coordinate system; `nil` of a layer without shapes.
  ///   - townships: asked for where the condition names a township.
  /// - Throws: ``ShapeExportFault``.
  init(
    _ expression: FilterExpression?, on properties: FilterProperties, boxes: [Envelope] = [],
    boxEPSG: Int? = nil, layerEPSG: Int?, townships: () throws -> TownshipNames
  ) throws {
    let expression = try expression.map {
      $0.asksForTownships ? $0.resolved(try townships()) : $0
    }
    self.expression = expression
    self.properties = properties
    self.boxes = boxes
    guard let layerEPSG else {
      (toBox, toDegrees, envelope) = (nil, nil, nil)
      return
    }
    let layer = try Systems.system(layerEPSG)
    let degrees = try Systems.system(4490)
    let boxSystem = try boxEPSG.map(Systems.system) ?? degrees
    toBox = boxes.isEmpty ? nil : try Systems.transformation(from: layer, to: boxSystem)
    let fromDegrees = try Systems.transformation(from: degrees, to: layer)
    toDegrees =
      expression?.asksForShapes == true ? try Systems.transformation(from: layer, to: degrees) : nil
    var byBoxes: Envelope?
    if !boxes.isEmpty {
      let back = try Systems.transformation(from: boxSystem, to: layer)
      for box in boxes {
        let own = FeatureCondition.envelope(of: box, by: back)
        byBoxes = byBoxes?.union(own) ?? own
      }
    }
    let byShapes = expression?.envelope.map {
      FeatureCondition.envelope(of: $0, by: fromDegrees)
    }
    envelope =
      byBoxes.flatMap { first in
        byShapes.map { second in
          Envelope(
            minX: max(first.minX, second.minX), minY: max(first.minY, second.minY),
            maxX: min(first.maxX, second.maxX), maxY: min(first.maxY, second.maxY))
        } ?? first
      } ?? byShapes
  }

  /// The box around a box in the layer's coordinate system. One that reaches to where the layer's
  /// system is not defined may hold anything.
  private static func envelope(
    of box: Envelope, by transformation: CoordinateTransformation
  ) -> Envelope {
    let moved = try? moved(polygon(of: box), by: transformation).envelope
    return moved.flatMap { $0 }
      ?? Envelope(
        minX: -.greatestFiniteMagnitude, minY: -.greatestFiniteMagnitude,
        maxX: .greatestFiniteMagnitude, maxY: .greatestFiniteMagnitude)
  }

  /// Whether every feature passes.
  var isEmpty: Bool { expression == nil && boxes.isEmpty }

  /// The attributes it asks for.
  var fields: [String] {
    (expression?.properties ?? []).filter { properties[$0]?.kind != .shape }
  }

  /// Whether it asks about shapes.
  var needsShapes: Bool {
    !boxes.isEmpty || expression?.properties.contains { properties[$0]?.kind == .shape } == true
  }

  /// What must hold each for itself.
  var conjuncts: [FilterExpression] { expression?.conjuncts ?? [] }

  /// The features of a table that pass, in order.
  func features(of table: FeatureTable) throws -> [Int] {
    guard !isEmpty else { return Array(0..<table.count) }
    var inBox: GeometryColumn?
    if let toBox {
      var moved = table.shapes
      try toBox.transform(&moved)
      inBox = moved
    }
    var inDegrees = table.shapes
    if let toDegrees { try toDegrees.transform(&inDegrees) }
    let shapes = inDegrees
    let engine = try GeometryEngine()
    var columns: [String: (values: [FieldValue], kind: FilterKind?)] = [:]
    for name in fields { columns[name] = (table.field(name)?.values ?? [], properties[name]?.kind) }
    return try (0..<table.count).filter { feature in
      if let inBox {
        guard try boxes.contains(where: { try meets(feature, of: inBox, $0, engine) }) else {
          return false
        }
      } else if !boxes.isEmpty {
        return false
      }
      guard let expression else { return true }
      return try expression.evaluate(
        property: { name in
          guard let column = columns[name] else {
            return table.shapes.types[feature] == nil ? .missing : .shape
          }
          return column.values.isEmpty
            ? .missing : FilterDatum(column.values[feature], kind: column.kind)
        },
        shape: { try answer($0, feature, shapes, engine) }) == true
    }
  }

  /// Whether a feature has a point in the box. Of a shape that GEOS cannot judge its own box must do.
  private func meets(
    _ feature: Int, of column: GeometryColumn, _ box: Envelope, _ engine: GeometryEngine
  ) throws -> Bool {
    guard let own = column.envelope(of: feature), own.intersects(box) else { return false }
    let isInside =
      own.minX >= box.minX && own.maxX <= box.maxX && own.minY >= box.minY && own.maxY <= box.maxY
    guard !isInside, let geometry = column[feature] else { return true }
    return (try? engine.intersects(geometry, FeatureCondition.shape(of: box))) ?? true
  }

  /// The answer to a question about shapes; unknown where GEOS cannot judge a shape.
  private func answer(
    _ predicate: SpatialPredicate, _ feature: Int, _ shapes: GeometryColumn,
    _ engine: GeometryEngine
  ) throws -> Bool? {
    func geometry(_ operand: SpatialPredicate.Operand) -> Geometry? {
      switch operand {
      case .property: shapes[feature]
      case .geometry(let geometry): geometry
      case .box(let box): FeatureCondition.shape(of: box)
      }
    }
    guard let first = geometry(predicate.first), let second = geometry(predicate.second) else {
      return nil
    }
    return switch predicate.relation {
    case .intersects: try? engine.intersects(first, second)
    case .equals: try? engine.equals(first, second)
    case .disjoint: try? engine.disjoint(first, second)
    case .touches: try? engine.touches(first, second)
    case .within: try? engine.within(first, second)
    case .overlaps: try? engine.overlaps(first, second)
    case .crosses: try? engine.crosses(first, second)
    case .contains: try? engine.contains(first, second)
    }
  }

  /// A box as a shape: one without width or height is a line or a point.
  private static func shape(of box: Envelope) -> Geometry {
    let (low, high) = ([box.minX, box.minY], [box.maxX, box.maxY])
    if low == high { return Geometry(pointX: box.minX, y: box.minY) }
    if box.width == 0 || box.height == 0 {
      return Geometry(.lineString, xy: low + high, ringOffsets: [0, 2], partOffsets: [0, 1])
    }
    return Geometry(polygon: [
      low + [box.maxX, box.minY] + high + [box.minX, box.maxY] + low
    ])
  }

  /// A box as a polygon with vertices along its edges, which are curves in another system.
  private static func polygon(of box: Envelope) -> Geometry {
    let corners = [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
      (box.minX, box.minY),
    ]
    var ring: [Double] = []
    for (start, end) in zip(corners, corners.dropFirst()) {
      for step in 0..<16 {
        let share = Double(step) / 16
        ring += [start.0 + (end.0 - start.0) * share, start.1 + (end.1 - start.1) * share]
      }
    }
    return Geometry(polygon: [ring + ring.prefix(2)])
  }

  private static func moved(
    _ geometry: Geometry, by transformation: CoordinateTransformation
  ) throws -> Geometry {
    var geometry = geometry
    geometry.members = try geometry.members.map { try moved($0, by: transformation) }
    let result = try transformation.transform(geometry.xy)
    if let failure = result.failures.first { throw failure }
    geometry.xy = result.xy
    return geometry
  }
}
