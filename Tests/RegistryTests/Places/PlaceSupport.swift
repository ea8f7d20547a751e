import Answers
import Planning
import Projection
@testable import Registry
import SimpleFeatures
import Storage
import Terms
import TestSupport

/// A rectangle along the axes, with whole coordinates from an origin: its relations and areas follow
/// by plain arithmetic.
struct Rectangle {
  var x, y, width, height: Double

  static let origin = (x: 37_517_000.0, y: 4_135_000.0)

  var shape: Geometry {
    let (x, y) = (Self.origin.x + x, Self.origin.y + y)
    return Geometry(polygon: [
      [x, y, x + width, y, x + width, y + height, x, y + height, x, y]
    ])
  }

  /// The sides of what both have; negative where they lie apart.
  func common(_ other: Rectangle) -> (width: Double, height: Double) {
    (
      min(x + width, other.x + other.width) - max(x, other.x),
      min(y + height, other.y + other.height) - max(y, other.y)
    )
  }

  func area(with other: Rectangle) -> Double {
    let common = common(other)
    return max(0, common.width) * max(0, common.height)
  }

  func distance(to other: Rectangle) -> Double {
    let common = common(other)
    let (dx, dy) = (max(0, -common.width), max(0, -common.height))
    return (dx * dx + dy * dy).squareRoot()
  }

  func isIn(_ other: Rectangle) -> Bool {
    x >= other.x && y >= other.y && x + width <= other.x + other.width
      && y + height <= other.y + other.height
  }

  /// Whether it has a relation to another; only relations of two areas.
  func has(_ relation: SpatialRelation, to other: Rectangle) -> Bool {
    let common = common(other)
    let (meets, shares) = (
      common.width >= 0 && common.height >= 0, common.width > 0 && common.height > 0
    )
    return switch relation {
    case .intersects: meets
    case .disjoint: !meets
    case .touches: meets && !shares
    case .within, .coveredBy: isIn(other)
    case .contains, .covers: other.isIn(self)
    case .equals: isIn(other) && other.isIn(self)
    case .overlaps: shares && !isIn(other) && !other.isIn(self)
    case .crosses: false
    }
  }

  static func random(_ random: inout SeededGenerator, spread: Int, side: Int) -> Rectangle {
    Rectangle(
      x: Double(Int.random(in: 0...spread, using: &random)),
      y: Double(Int.random(in: 0...spread, using: &random)),
      width: Double(Int.random(in: 1...side, using: &random)),
      height: Double(Int.random(in: 1...side, using: &random)))
  }
}

/// A register with boundaries and layers of rectangles.
struct PlaceRegister {
  let folder: TemporaryFolder
  let register: LandRegister
  let epsg: Int

  init(epsg: Int = 4525) throws {
    folder = try TemporaryFolder()
    register = try LandRegister.create(at: folder.path("land.gpkg"))
    self.epsg = epsg
  }

  private func definition() throws -> CoordinateSystemDefinition {
    let system = try CoordinateSystem(epsg: epsg)
    return CoordinateSystemDefinition(
      epsg: epsg, name: system.name, wellKnownText: system.wellKnownText1)
  }

  /// Adds boundaries by number.
  func add(
    _ boundaries: [(number: String, shape: Geometry)], faults: [String: String] = [:],
    date: CalendarDate? = nil
  ) throws {
    let source = BoundarySource(
      file: SourceFile(name: "dk.txt", sha256: nil, extractor: "test"), quality: .mapped,
      date: date, epsg: epsg)
    try register.store.importBoundaries(
      from: source, definitions: [definition()], registerEPSG: epsg
    ) { writer in
      var shapes = GeometryColumn()
      var records: [BoundaryRecord] = []
      for (index, (number, shape)) in boundaries.enumerated() {
        shapes.append(shape)
        var record = BoundaryRecord(
          statement: ParcelStatement(
            parcelID: number,
            place: SourcePlace(file: "dk.txt", lineStart: index + 1, lineEnd: index + 1)))
        record.fault = faults[number].map { ShapeFault(reason: $0) }
        records.append(record)
      }
      _ = try writer.append(BoundaryBatch(shapes: shapes, records: records))
    }
  }

  /// Adds a layer; its features have a name, `F1` first.
  func add(
    layer name: String, role: LayerRole = .other, _ shapes: [Geometry], faults: [Int: String] = [:],
    quality: BoundaryQuality = .mapped, date: CalendarDate? = nil
  ) throws {
    let source = LayerSource(
      name: name, role: role, quality: quality,
      file: SourceFile(name: "\(name).geojson", sha256: nil, extractor: "test"), date: date,
      epsg: epsg)
    var table = FeatureTable(name: name)
    for (index, shape) in shapes.enumerated() {
      table.shapes.append(shape)
      table.places.append(index + 1)
    }
    table.fields = [
      FieldColumn(name: "名称", values: shapes.indices.map { .text("F\($0 + 1)") })
    ]
    _ = try register.store.importLayer(from: source, definitions: [definition()]) { writer in
      try writer.append(table, faults: faults.mapValues { ShapeFault(reason: $0) })
    }
  }

  /// A shape as a place that is asked about.
  func place(_ shape: Geometry) -> AskedPlace {
    var place = AskedPlace(kind: .shape, label: "", shape: shape)
    place.epsg = epsg
    return place
  }

  /// What lies at a shape.
  func here(
    _ shape: Geometry, at moment: Moment = .now, _ change: (inout PlaceQuestion) -> Void = { _ in }
  ) throws -> PlaceAnswer {
    var question = PlaceQuestion.usual
    change(&question)
    let answers = try register.places.lookup([place(shape)], of: "@", about: question, at: moment)
    guard let here = answers.first?.here else { throw NoAnswer() }
    return here
  }

  struct NoAnswer: Error {}
}
