internal import Indexing
internal import Intake
internal import Judging
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Topology

/// A stretch of a file's features, ready to be stored: x is east and y north, every shape has passed
/// the guard, and areas are measured.
struct PreparedShapes: Sendable {
  /// The features, in the file's coordinate system.
  var table: FeatureTable
  /// Their shapes in the register's coordinate system; `nil` where that is the file's.
  var layerShapes: GeometryColumn?
  /// Why a shape is not valid, by its place in the table.
  var faults: [Int: ShapeFault] = [:]
  /// What was mended.
  var repairs: [Int: ShapeRepair] = [:]
  /// The shapes before they were mended.
  var originals: [Int: Geometry] = [:]
  /// The plane area of each in m².
  var planeAreas: [Double] = []
  /// The area of each on the ellipsoid in m²; `nil` where it cannot be measured.
  var ellipsoidalAreas: [Double?] = []
  /// How many features the stretch had before any was refused.
  var featureCount = 0
  /// How many were refused.
  var refusedCount = 0

  /// Leaves features out that cannot be used.
  mutating func remove(_ features: Set<Int>) {
    guard !features.isEmpty else { return }
    var places: [Int: Int] = [:]
    for index in 0..<table.count where !features.contains(index) { places[index] = places.count }
    func moved<Value>(_ values: [Int: Value]) -> [Int: Value] {
      Dictionary(
        uniqueKeysWithValues: values.compactMap { index, value in
          places[index].map { ($0, value) }
        })
    }
    table.remove(features)
    faults = moved(faults)
    repairs = moved(repairs)
    originals = moved(originals)
  }
}

/// Makes the features of one file ready to be stored, stretch by stretch: coordinates put in order,
/// shapes guarded, judged and mended, areas measured.
struct ShapePreparation {
  let file: String
  let options: ShapeImportOptions
  /// The register's coordinate system and extent; `nil` while it has none.
  let register: RegisterExtent?
  /// Whether only areas are taken.
  let wantsAreas: Bool
  /// The coordinate system of the file, told by its first stretch.
  private(set) var placing: ShapePlacing?
  private(set) var diagnostics: DiagnosticTally
  private var judgement: CoordinateJudgement?

  init(
    file: String, options: ShapeImportOptions, register: RegisterExtent?, wantsAreas: Bool
  ) {
    self.file = file
    self.options = options
    self.register = register
    self.wantsAreas = wantsAreas
    diagnostics = DiagnosticTally(file: file)
  }

  /// Prepares the next stretch.
  ///
  /// - Throws: ``ShapeRefusedFile`` where the coordinates cannot be used.
  mutating func prepare(_ raw: FeatureTable) throws -> PreparedShapes {
    var prepared = PreparedShapes(table: raw)
    prepared.featureCount = raw.count
    let tally = CoordinateTally(raw)
    guard placing != nil || !tally.isEmpty else {
      // Nothing can be judged by features without shapes.
      try keepUsable(&prepared)
      return prepared
    }
    let placing = try place(raw, tally)
    if placing.exchangesAxes { prepared.table.shapes.exchangeAxes() }
    if let before = placing.before {
      prepared.table.shapes = try before.moved(prepared.table.shapes)
    }
    try keepUsable(&prepared)
    if let toRegister = placing.toRegister {
      prepared.layerShapes = try toRegister.moved(prepared.table.shapes)
      try keepMovable(&prepared)
    }
    try placing.measure(&prepared)
    return prepared
  }

  /// Where the coordinates of a stretch lie; the first decides for the file.
  private mutating func place(
    _ raw: FeatureTable, _ tally: CoordinateTally
  ) throws -> ShapePlacing {
    if let placing, let judgement {
      let contradictions = judgement.contradictions(in: tally)
      guard contradictions.isEmpty else {
        throw ShapeRefusedFile(
          diagnostics: contradictions.map { $0.diagnostic(file: file) })
      }
      return placing
    }
    let judged = CoordinateJudgement(
      tally: tally, stated: raw.coordinateSystem, named: options.epsg, register: register,
      acceptsLocalGrid: options.transformations.contains { $0.from == .local })
    let line = raw.placesAreLines ? raw.places.first : nil
    let told = judged.diagnostics(file: file, line: line)
    guard let system = judged.system, !told.contains(where: { $0.severity == .error }) else {
      throw ShapeRefusedFile(diagnostics: told)
    }
    for diagnostic in told { diagnostics.add(diagnostic) }
    let middle = raw.shapes.envelope.map { box in
      let (first, second) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
      return judged.exchangesAxes ? (x: second, y: first) : (x: first, y: second)
    }
    let placing = try ShapePlacing(
      of: system, exchangesAxes: judged.exchangesAxes, target: register?.epsg, middle: middle,
      transformations: options.transformations, file: file)
    for diagnostic in placing.diagnostics { diagnostics.add(diagnostic) }
    judgement = judged
    self.placing = placing
    return placing
  }

  /// Leaves out what cannot be used, mends what is to be mended, and flags what is not valid.
  private mutating func keepUsable(_ prepared: inout PreparedShapes) throws {
    var dropped: Set<Int> = []
    for (index, type) in prepared.table.shapes.types.enumerated() {
      guard let type else {
        refuse(index, "empty", in: prepared.table, &dropped)
        continue
      }
      guard wantsAreas, type.dimension != 2 else { continue }
      dropped.insert(index)
      add(.error, index, in: prepared.table) {
        .geometryUnexpected(of: $0, type: type.wellKnownName)
      }
    }
    let validity = try ColumnValidity(proving: prepared.table.shapes)
    for refused in validity.verdict.refused where !dropped.contains(refused.feature) {
      refuse(refused.feature, refused.refusal.reason.rawValue, in: prepared.table, &dropped)
    }
    for empty in validity.verdict.emptyParts where !dropped.contains(empty.feature) {
      add(.info, empty.feature, in: prepared.table) {
        .emptyPartsDropped(of: $0, count: empty.count)
      }
    }
    prepared.table.shapes = ShapeGuard().withoutEmptyParts(
      prepared.table.shapes, validity.verdict)
    let invalid = validity.invalid.filter { !dropped.contains($0.feature) }
    if !invalid.isEmpty { try judge(invalid, in: &prepared, &dropped) }
    prepared.refusedCount = dropped.count
    if !dropped.isEmpty { prepared.remove(dropped) }
    // As GeoPackage recommends; which way a surveyor walked round says nothing.
    prepared.table.shapes.orientRings(.outerCounterClockwise)
  }

  /// Leaves out what has no place in the register's coordinate system.
  private mutating func keepMovable(_ prepared: inout PreparedShapes) throws {
    guard let moved = prepared.layerShapes else { return }
    var dropped: Set<Int> = []
    for refused in ShapeGuard().check(moved).refused {
      refuse(refused.feature, "outside_projection", in: prepared.table, &dropped)
    }
    guard !dropped.isEmpty else { return }
    prepared.refusedCount += dropped.count
    prepared.layerShapes = moved.removing(dropped)
    prepared.remove(dropped)
  }

  /// Mends or flags shapes that are not valid.
  private mutating func judge(
    _ invalid: [ColumnValidity.Invalid], in prepared: inout PreparedShapes,
    _ dropped: inout Set<Int>
  ) throws {
    var mended: [Int: Geometry] = [:]
    let engine = try GeometryEngine()
    for (index, fault) in invalid.map({ ($0.feature, ShapeFault($0.fault)) }) {
      guard options.repairs, let shape = prepared.table.shapes[index], shape.type.dimension == 2
      else {
        prepared.faults[index] = fault
        let place = [fault.x, fault.y].map { $0.map { coordinateText($0) } ?? "?" }
        add(.warning, index, in: prepared.table) {
          .invalidShape(of: $0, reason: fault.reason, x: place[0], y: place[1])
        }
        continue
      }
      let repaired = try engine.repaired(shape)
      guard !repaired.geometry.isEmpty else {
        refuse(index, fault.reason, in: prepared.table, &dropped)
        continue
      }
      mended[index] = repaired.geometry
      prepared.originals[index] = shape
      prepared.repairs[index] = ShapeRepair(
        fault: fault, squareMetresBefore: repaired.areaBefore,
        squareMetresAfter: repaired.areaAfter)
      add(.warning, index, in: prepared.table) {
        .shapeRepaired(
          of: $0, reason: fault.reason, before: repaired.areaBefore, after: repaired.areaAfter)
      }
    }
    if !mended.isEmpty { prepared.table.shapes.replaceShapes(mended) }
  }

  private mutating func refuse(
    _ index: Int, _ reason: String, in table: FeatureTable, _ dropped: inout Set<Int>
  ) {
    guard dropped.insert(index).inserted else { return }
    add(.error, index, in: table) { .shapeRefused(of: $0, reason: reason) }
  }

  /// Adds what is to be said of a feature, whose name `fact` is given.
  private mutating func add(
    _ severity: Diagnostic.Severity, _ index: Int, in table: FeatureTable,
    _ fact: (_ name: String) -> Diagnostic.Fact
  ) {
    diagnostics.add(
      fact(label(index, in: table)), severity,
      line: table.placesAreLines ? place(index, in: table) : nil)
  }

  private func place(_ index: Int, in table: FeatureTable) -> Int? {
    table.places.indices.contains(index) ? table.places[index] : nil
  }

  /// What a feature is called in a diagnostic: its number, else its place.
  private func label(_ index: Int, in table: FeatureTable) -> String {
    let number = BoundaryFields.numbers(of: table, columns: options.columns)?.values[index].text
    return number ?? place(index, in: table).map { "#\($0)" } ?? "#\(index + 1)"
  }

  private func coordinateText(_ value: Double) -> String {
    let scaled = (value * 1000).rounded() / 1000
    return abs(value) < 400 ? String(value) : String(scaled)
  }
}

extension ShapeFault {
  /// What the judgement of validity found, as it is kept.
  init(_ fault: ValidityFault) {
    self.init(reason: fault.reason.rawValue, x: fault.x, y: fault.y)
  }
}

/// Reads the attributes of boundaries, and holds the stated area against the shape's.
struct BoundaryAttributes {
  private let file: String
  private let options: ShapeImportOptions
  /// By what a stated area is held against the shape's: no bureau's profile is known at an import.
  private var grades: AreaComparison.Grades?
  private var isFirst = true
  private(set) var diagnostics: DiagnosticTally

  init(file: String, options: ShapeImportOptions) {
    self.file = file
    self.options = options
    diagnostics = DiagnosticTally(file: file)
  }

  /// What the attributes of each feature say.
  mutating func statements(
    of prepared: PreparedShapes, date: CalendarDate?
  ) throws -> [ParcelStatement] {
    var known = BoundaryFields.Options()
    known.columns = options.columns
    known.scheme = options.scheme
    known.date = date
    var read = BoundaryFields(known)
      .statements(of: prepared.table, file: file, isFirst: isFirst)
    isFirst = false
    place(&read.statements, by: prepared.table.notes)
    for diagnostic in read.diagnostics { diagnostics.add(diagnostic) }
    for (index, statement) in read.statements.enumerated()
    where prepared.faults[index] == nil {
      try compare(statement, prepared.planeAreas[index], in: prepared.table)
    }
    return read.statements
  }

  /// Says to which plan parcels belong, and where plots without number lie: by the option, else by
  /// what the file says of all its features.
  private func place(_ statements: inout [ParcelStatement], by notes: [String: String]) {
    let plan = options.plan ?? notes["所属规划"]
    let location = notes["片区"] ?? options.plan
    guard plan != nil || location != nil else { return }
    for index in statements.indices {
      if statements[index].parcelID != nil {
        if statements[index].plan == nil { statements[index].plan = plan }
      } else if statements[index].location == nil {
        statements[index].location = location
      }
    }
  }

  private mutating func compare(
    _ statement: ParcelStatement, _ computed: Double, in table: FeatureTable
  ) throws {
    guard let stated = statement.area?.squareMetres else { return }
    let name = statement.parcelID ?? statement.name ?? "#\(statement.place.lineStart)"
    let line = table.placesAreLines ? statement.place.lineStart : nil
    let grades = try self.grades ?? RuleProfileReader.standard().areaGrades
    self.grades = grades
    let comparison = AreaComparison(stated: stated, computed: computed, by: grades)
    if let told = comparison.diagnostic(parcel: name, file: file, line: line) {
      diagnostics.add(told)
    }
  }
}

extension Geometry {
  /// The areas alone, as one shape: two areas that meet along an edge and in an area have both in
  /// common, and with lines among areas GEOS does not go on. Empty where there are none.
  var areas: Geometry {
    guard type == .geometryCollection else {
      return type.dimension == 2 ? self : Geometry(empty: .polygon)
    }
    var all = Geometry(empty: .multiPolygon)
    for member in members {
      let area = member.areas
      for part in 0..<area.partCount {
        all.appendPart(
          rings: area.rings(ofPart: part).map { ring in
            let vertices = area.vertices(ofRing: ring)
            return Array(area.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
          })
      }
    }
    return all
  }
}
