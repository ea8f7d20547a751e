internal import Intake
internal import Planning
internal import SimpleFeatures

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
