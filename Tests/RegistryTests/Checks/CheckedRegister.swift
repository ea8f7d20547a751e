import Answers
import Planning
import Projection
@testable import Registry
import SimpleFeatures
import Storage
import Terms
import TestSupport

/// A register of rectangles on whole metres: what they have in common can be counted by squares.
struct CheckedRegister {
  /// A rectangle of squares of a metre.
  struct Box: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var area: Int { width * height }

    /// The squares in it.
    var squares: Set<[Int]> {
      Set((x..<x + width).flatMap { x in (y..<y + height).map { [x, $0] } })
    }

    var shape: Geometry {
      let (x0, y0) = (CheckedRegister.origin.x + Double(x), CheckedRegister.origin.y + Double(y))
      let (x1, y1) = (x0 + Double(width), y0 + Double(height))
      return Geometry(polygon: [[x0, y0, x1, y0, x1, y1, x0, y1, x0, y0]])
    }

    static func random(_ generator: inout SeededGenerator, within size: Int) -> Box {
      let (width, height) = (
        Int.random(in: 1...size / 3, using: &generator),
        Int.random(in: 1...size / 3, using: &generator)
      )
      return Box(
        x: Int.random(in: 0...size - width, using: &generator),
        y: Int.random(in: 0...size - height, using: &generator), width: width, height: height)
    }
  }

  static let origin = (x: 37_517_000.0, y: 4_135_000.0)

  let folder: TemporaryFolder
  let register: LandRegister

  init() throws {
    folder = try TemporaryFolder()
    register = try LandRegister.create(at: folder.path("land.gpkg"))
  }

  private func definition() throws -> CoordinateSystemDefinition {
    let system = try CoordinateSystem(epsg: 4525)
    return CoordinateSystemDefinition(
      epsg: 4525, name: system.name, wellKnownText: system.wellKnownText1)
  }

  /// Imports boundaries of one file, each with its number.
  func add(
    _ parcels: [(number: String, shape: Geometry)], plan: String? = nil, file: String = "dk.txt",
    quality: BoundaryQuality = .surveyed, _ change: (inout BoundaryRecord) -> Void = { _ in }
  ) throws {
    let source = BoundarySource(
      file: SourceFile(name: file, sha256: nil, extractor: "test"), quality: quality, epsg: 4525,
      county: "样县")
    try register.store.importBoundaries(
      from: source, definitions: [try definition()], registerEPSG: 4525
    ) { writer in
      var shapes = GeometryColumn()
      var records: [BoundaryRecord] = []
      for (index, parcel) in parcels.enumerated() {
        shapes.append(parcel.shape)
        var said = ParcelStatement(
          parcelID: parcel.number,
          place: SourcePlace(file: file, lineStart: index + 1, lineEnd: index + 1))
        said.plan = plan
        var record = BoundaryRecord(statement: said)
        change(&record)
        records.append(record)
      }
      _ = try writer.append(BoundaryBatch(shapes: shapes, records: records))
    }
  }

  /// Imports a reference layer.
  func add(
    layer name: String, _ role: LayerRole, _ shapes: [Geometry],
    fields: [FieldColumn] = [], faults: [Int: ShapeFault] = [:]
  ) throws {
    let source = LayerSource(
      name: name, role: role,
      file: SourceFile(name: "\(name).geojson", sha256: nil, extractor: "test"),
      date: CalendarDate(iso: "2025-01-01"), epsg: 4525)
    _ = try register.store.importLayer(from: source, definitions: [try definition()]) { layer in
      var table = FeatureTable(name: name)
      for shape in shapes { table.shapes.append(shape) }
      table.fields = fields
      table.places = Array(1...max(shapes.count, 1))
      try layer.append(table, faults: faults)
    }
  }

  /// Checks by rules with these parameters.
  func check(
    _ rules: [RuleCode: [String: RuleParameter.Value]], scope: CheckScope = .all,
    at moment: Moment = .now, _ change: (inout CheckRequest) -> Void = { _ in }
  ) throws -> CheckReport {
    var request = CheckRequest(book: CheckedRegister.book(rules, scope: scope), moment: moment)
    change(&request)
    return try register.checks.run(request)
  }

  static func book(
    _ rules: [RuleCode: [String: RuleParameter.Value]], scope: CheckScope = .all
  ) -> RuleBook {
    let none = LocalText("", "")
    let standard = try? RuleProfiles.standard()
    let made = rules.map { code, parameters in
      (
        code,
        Rule(
          code: code, family: standard?.rules[code]?.family ?? .coverage,
          scopes: [.parcels, .layers], title: none, about: none,
          message: none, advice: none,
          severities: [.draft: .error, .approved: .error, .supplied: .error],
          parameters: parameters.mapValues { RuleParameter($0) }, source: none)
      )
    }
    return RuleBook(
      RuleProfile(
        name: "test", version: "1", digest: "",
        slivers: SliverThresholds(area: 10, areaOverPerimeter: 0.05),
        zones: ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 1, limit: 4),
        rules: Dictionary(uniqueKeysWithValues: made)), scope: scope)
  }
}

extension CheckReport {
  /// What was asked of a rule.
  func tally(_ code: RuleCode) -> FindingCollector.Tally? {
    outcomes.first { $0.rule.code == code }?.tally
  }

  /// The findings of a rule.
  func of(_ code: RuleCode) -> [Finding] { findings.filter { $0.code == code } }
}
