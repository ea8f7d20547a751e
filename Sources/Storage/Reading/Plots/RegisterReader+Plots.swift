internal import GRDB
public import Planning

extension RegisterReader {
  /// All that is said under a key as of a moment.
  public func plot(_ key: String, at moment: Moment) throws -> PlotFacts {
    var facts = PlotFacts(key: key)
    let statements = try factRows(
      "parcel_statement", columns: ["plan_key"], where: "f.plot_key = :key", at: moment,
      ["key": key])
    while let row = try statements.next() {
      facts.statements.append(
        PlotFacts.Statement(
          fact: try fact(ParcelStatement.self, from: row), planKey: row["plan_key"]))
    }
    let transactions = try factRows(
      "land_transaction", where: "f.plot_key = :key", at: moment, ["key": key])
    while let row = try transactions.next() {
      facts.transactions.append(try fact(LandTransaction.self, from: row))
    }
    facts.boundaries = try boundaries(ofPlot: key, at: moment)
    if PlotKey.isNumber(key) { facts.kinship = try kinship(key, at: moment) }
    return facts
  }

  private func kinship(_ key: String, at moment: Moment) throws -> [KinshipStep] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT f.* FROM kinship_step f JOIN document_version v ON v.id = f.document_version_id
        WHERE (f.from_key = :key OR f.to_key = :key) AND \(RegisterReader.inForce)
        ORDER BY f.id
        """)
    let arguments = RegisterReader.bounds(moment).merging(["key": key]) { own, _ in own }
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var steps: [KinshipStep] = []
    while let row = try rows.next() { steps.append(try kinshipStep(from: row)) }
    return steps
  }

  /// A row of `kinship_step`.
  func kinshipStep(from row: Row) throws -> KinshipStep {
    var (source, county) = try reference(row["document_version_id"])
    source.place.lineStart = row["line_start"]
    source.place.lineEnd = row["line_end"]
    let kind: String = row["kind"]
    guard let kind = ParcelLineage.Kind(rawValue: kind) else {
      throw RegisterError(.otherSchema, path: path, seen: kind)
    }
    return KinshipStep(
      kind: kind, from: row["from_number"], to: row["to_number"], planKey: row["plan_key"],
      keepsNumber: row["keeps_number"], county: county, source: source)
  }

  /// The mergers and renamings of townships that the register has learnt of, each with the date of
  /// its document. Whether one is in force on a day follows from its own date.
  public func townshipNames(at moment: Moment) throws -> TownshipNames {
    let known = Moment(knownAt: moment.knownAt)
    let statement = try db.cachedStatement(
      sql: """
        SELECT f.record, f.document_version_id FROM administrative_change f
        JOIN document_version v ON v.id = f.document_version_id
        WHERE \(RegisterReader.inForce)
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: StatementArguments(RegisterReader.bounds(known)))
    var changes: [(change: AdministrativeChange, date: CalendarDate?)] = []
    while let row = try rows.next() {
      let source = try reference(row["document_version_id"]).source
      changes.append(
        (try coder.fact(AdministrativeChange.self, row["record"], at: source.place), source.date))
    }
    return TownshipNames(changes, asOf: moment.asOf)
  }
}
