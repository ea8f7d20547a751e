internal import GRDB
public import Planning

extension RegisterReader {
  /// Hands over all that is said under each key as of a moment, by key: what ``plot(_:at:)`` says of
  /// each, in one pass over the register. A key of which nothing but a split, merger or new number is
  /// told has no plot.
  public func forEachPlot(
    at moment: Moment = .now, _ body: (PlotFacts) throws -> Void
  ) throws {
    let kinship = try kinshipByKey(at: moment)
    let statements = try PlotCursor(self, "parcel_statement", columns: ["plan_key"], at: moment)
    let transactions = try PlotCursor(self, "land_transaction", at: moment)
    let boundaries = try BoundaryFactRows(self, of: .all)
    boundaries.start(at: moment)
    var boundary = try boundaries.next(self)
    while true {
      let keys = [statements.key, transactions.key, boundary?.key].compactMap { $0 }
      guard let key = keys.min(by: PlotCursor.precedes) else { return }
      var facts = PlotFacts(key: key)
      while statements.key == key, let row = statements.row {
        facts.statements.append(
          PlotFacts.Statement(
            fact: try fact(ParcelStatement.self, from: row), planKey: row["plan_key"]))
        try statements.advance()
      }
      while transactions.key == key, let row = transactions.row {
        facts.transactions.append(try fact(LandTransaction.self, from: row))
        try transactions.advance()
      }
      while let one = boundary, one.key == key {
        facts.boundaries.append(one.fact)
        boundary = try boundaries.next(self)
      }
      if PlotKey.isNumber(key) { facts.kinship = kinship[key] ?? [] }
      try body(facts)
    }
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
