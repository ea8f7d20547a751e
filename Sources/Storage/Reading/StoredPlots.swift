internal import Foundation
internal import GRDB
public import Planning

/// All that is said of parcels, by the keys of their plots: by documents, by files of boundaries.
public struct StoredPlots: RegisterPart {
  let reader: RegisterReader

  /// All that is said under a key as of a moment. Land that got this number in the place of another
  /// has what was said of it under the other.
  public func facts(of key: String, at moment: Moment) throws -> PlotFacts {
    var seen: Set<String> = []
    return try facts(of: key, at: moment, &seen)
  }

  private func facts(
    of key: String, at moment: Moment, _ seen: inout Set<String>
  ) throws -> PlotFacts {
    seen.insert(key)
    var facts = PlotFacts(key: key)
    let lives = try reader.lives(at: moment)
    let statements = try reader.factRows(
      "parcel_statement", columns: ["plan_key"], where: "f.plot_key = :key", at: moment,
      ["key": key], areAll: true)
    while let row = try statements.next() { try facts.take(statement: row, reader, lives) }
    let transactions = try reader.factRows(
      "land_transaction", where: "f.plot_key = :key", at: moment, ["key": key], areAll: true)
    while let row = try transactions.next() { try facts.take(act: row, reader, lives) }
    facts.boundaries = try reader.boundaries.facts(ofPlot: key, at: moment)
    guard PlotKey.isNumber(key) else { return facts }
    facts.kinship = try kinship(key, at: moment)
    for step in facts.kinship where step.kind == .renumber && PlotKey.ofNumber(step.to) == key {
      guard let former = PlotKey.ofNumber(step.from), !seen.contains(former) else { continue }
      facts.inherit(try self.facts(of: former, at: moment, &seen), by: step)
    }
    return facts
  }

  /// Hands over all that is said under each key as of a moment, by key: what ``facts(of:at:)`` says of
  /// each, in one pass over the register. A key of which nothing but a split or merger is told has no
  /// plot.
  public func forEach(
    at moment: Moment = .now, _ body: (PlotFacts) throws -> Void
  ) throws {
    let kinship = try kinshipByKey(at: moment)
    let lives = try reader.lives(at: moment)
    let statements = try PlotCursor(reader, "parcel_statement", columns: ["plan_key"], at: moment)
    let transactions = try PlotCursor(reader, "land_transaction", at: moment)
    let boundaries = try BoundaryFactRows(reader, of: .all)
    boundaries.start(at: moment)
    var boundary = try boundaries.next(reader)
    var renumbered = kinship.filter { key, steps in
      steps.contains { $0.kind == .renumber && PlotKey.ofNumber($0.to) == key }
    }.keys.sorted { PlotCursor.precedes($1, $0) }
    while true {
      let keys = [statements.key, transactions.key, boundary?.key, renumbered.last].compactMap {
        $0
      }
      guard let key = keys.min(by: PlotCursor.precedes) else { return }
      var facts = PlotFacts(key: key)
      while statements.key == key, let row = statements.row {
        try facts.take(statement: row, reader, lives)
        try statements.advance()
      }
      while transactions.key == key, let row = transactions.row {
        try facts.take(act: row, reader, lives)
        try transactions.advance()
      }
      while let one = boundary, one.key == key {
        facts.boundaries.append(one.fact)
        boundary = try boundaries.next(reader)
      }
      if PlotKey.isNumber(key) { facts.kinship = kinship[key] ?? [] }
      if renumbered.last == key {
        renumbered.removeLast()
        facts = try self.facts(of: key, at: moment)
      }
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
    let arguments = try reader.arguments(moment).merging(["key": key]) { own, _ in own }
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
        """, arguments: StatementArguments(reader.arguments(moment)))
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

extension PlotFacts {
  /// Takes a row of what documents say of parcels.
  fileprivate mutating func take(
    statement row: Row, _ reader: RegisterReader, _ lives: DocumentLives
  ) throws {
    let fact = try reader.fact(ParcelStatement.self, from: row)
    let said = Statement(fact: fact, planKey: row["plan_key"])
    take(said, version: row["document_version_id"], lives)
  }

  /// Takes a row of acts.
  fileprivate mutating func take(
    act row: Row, _ reader: RegisterReader, _ lives: DocumentLives
  ) throws {
    take(
      try reader.fact(LandTransaction.self, from: row), version: row["document_version_id"], lives)
  }

  /// Takes what a version of a document says of a parcel: as in force, or apart.
  mutating func take(_ said: Statement, version: Int64, _ lives: DocumentLives) {
    guard !lives.putsFactsInForce(version, said.fact.source) else { return statements.append(said) }
    var fact = said.fact
    fact.source.ending = lives.endings[version]
    apart.append(FactApart(fact, planKey: said.planKey))
  }

  /// Takes what a version of a document says of an act: as in force, or apart.
  mutating func take(_ act: TransactionRecord, version: Int64, _ lives: DocumentLives) {
    guard !lives.putsFactsInForce(version, act.source) else { return transactions.append(act) }
    var fact = act
    fact.source.ending = lives.endings[version]
    apart.append(FactApart(fact))
  }

  /// Takes what was said of the same land under its former number, and that it has this one now.
  fileprivate mutating func inherit(_ former: PlotFacts, by step: KinshipStep) {
    func isOfSamePlan(_ planKey: String?, _ county: String?) -> Bool {
      PlotFolding.compatible(planKey, step.planKey) && PlotFolding.compatible(county, step.county)
    }
    let known = former.statements.filter { isOfSamePlan($0.planKey, $0.fact.county) }
    let isSaid = statements.contains { $0.fact.source.isOfDocument(step.source) }
    if !isSaid {
      var said = ParcelStatement(parcelID: step.to, place: step.source.place)
      said.document = step.source.number
      let plans = Set(known.compactMap(\.planKey))
      let own = RegisterFact(fact: said, county: step.county, source: step.source)
      statements.append(
        Statement(fact: own, planKey: step.planKey ?? (plans.count == 1 ? plans.first : nil)))
    }
    for var statement in known {
      statement.fact.fact.parcelID = step.to
      statements.append(statement)
    }
    transactions += former.transactions.filter { isOfSamePlan(nil, $0.county) }
    boundaries += former.boundaries.filter { isOfSamePlan($0.planKey, $0.county) }
    apart += former.apart.filter { isOfSamePlan($0.planKey, $0.county) }
  }
}

/// Facts of one table that are registered, by their keys.
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
      byKey: true, areAll: true)
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
