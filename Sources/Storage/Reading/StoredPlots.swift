internal import Foundation
internal import GRDB
public import Planning

/// All that is said of parcels, by the keys of their plots: by documents, by files of boundaries.
public struct StoredPlots: RegisterPart {
  let reader: RegisterReader

  /// All that is said under a key as of a moment.
  public func facts(of key: String, at moment: Moment) throws -> PlotFacts {
    var facts = PlotFacts(key: key)
    let statements = try reader.factRows(
      "parcel_statement", columns: ["plan_key"], where: "f.plot_key = :key", at: moment,
      ["key": key])
    while let row = try statements.next() {
      facts.statements.append(
        PlotFacts.Statement(
          fact: try reader.fact(ParcelStatement.self, from: row), planKey: row["plan_key"]))
    }
    let transactions = try reader.factRows(
      "land_transaction", where: "f.plot_key = :key", at: moment, ["key": key])
    while let row = try transactions.next() {
      facts.transactions.append(try reader.fact(LandTransaction.self, from: row))
    }
    facts.boundaries = try reader.boundaries.facts(ofPlot: key, at: moment)
    if PlotKey.isNumber(key) { facts.kinship = try kinship(key, at: moment) }
    return facts
  }

  /// Hands over all that is said under each key as of a moment, by key: what ``facts(of:at:)`` says of
  /// each, in one pass over the register. A key of which nothing but a split, merger or new number is
  /// told has no plot.
  public func forEach(
    at moment: Moment = .now, _ body: (PlotFacts) throws -> Void
  ) throws {
    let kinship = try kinshipByKey(at: moment)
    let statements = try PlotCursor(reader, "parcel_statement", columns: ["plan_key"], at: moment)
    let transactions = try PlotCursor(reader, "land_transaction", at: moment)
    let boundaries = try BoundaryFactRows(reader, of: .all)
    boundaries.start(at: moment)
    var boundary = try boundaries.next(reader)
    while true {
      let keys = [statements.key, transactions.key, boundary?.key].compactMap { $0 }
      guard let key = keys.min(by: PlotCursor.precedes) else { return }
      var facts = PlotFacts(key: key)
      while statements.key == key, let row = statements.row {
        facts.statements.append(
          PlotFacts.Statement(
            fact: try reader.fact(ParcelStatement.self, from: row), planKey: row["plan_key"]))
        try statements.advance()
      }
      while transactions.key == key, let row = transactions.row {
        facts.transactions.append(try reader.fact(LandTransaction.self, from: row))
        try transactions.advance()
      }
      while let one = boundary, one.key == key {
        facts.boundaries.append(one.fact)
        boundary = try boundaries.next(reader)
      }
      if PlotKey.isNumber(key) { facts.kinship = kinship[key] ?? [] }
      try body(facts)
    }
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

  /// The steps that each key takes part in, in the order in which the register learnt of them.
  private func kinshipByKey(at moment: Moment) throws -> [String: [KinshipStep]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.* FROM kinship_step f JOIN document_version v ON v.id = f.document_version_id
        WHERE \(RegisterReader.inForce) ORDER BY f.id
        """, arguments: StatementArguments(RegisterReader.bounds(moment)))
    var steps: [String: [KinshipStep]] = [:]
    while let row = try rows.next() {
      let step = try kinshipStep(from: row)
      let (from, to): (String, String) = (row["from_key"], row["to_key"])
      steps[from, default: []].append(step)
      if to != from { steps[to, default: []].append(step) }
    }
    return steps
  }

  /// A row of `kinship_step`.
  func kinshipStep(from row: Row) throws -> KinshipStep {
    var (source, county) = try reader.reference(row["document_version_id"])
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
}

/// Facts of one table in force, by their keys.
private final class PlotCursor {
  private let rows: RowCursor
  /// The row it stands on; `nil` past the last.
  private(set) var row: Row?
  /// The key of that row.
  private(set) var key: String?

  init(
    _ reader: RegisterReader, _ table: String, columns: [String] = [], at moment: Moment
  ) throws {
    rows = try reader.factRows(
      table, columns: ["plot_key"] + columns, where: "f.plot_key IS NOT NULL", at: moment,
      byKey: true)
    try advance()
  }

  func advance() throws {
    row = try rows.next()
    key = row?["plot_key"]
  }

  /// The order of the keys in the file: by their bytes.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
