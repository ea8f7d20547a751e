internal import GRDB
public import Planning

extension RegisterReader {
  /// The keys of the plots in whose statements, acts or boundary files any of some words occur.
  ///
  /// - Parameter words: normalised, see ``SearchText``.
  public func plotKeys(withAnyOf words: [String], at moment: Moment) throws -> [String] {
    try plotKeys(withAnyOf: words, in: .word, at: moment)
  }

  func plotKeys(
    withAnyOf words: [String], in field: SearchableText.Field, at moment: Moment
  ) throws -> [String] {
    let condition = RegisterReader.condition(anyOf: words, in: "s.text")
    let parts = ["parcel_statement", "land_transaction"].map { table in
      """
      SELECT f.plot_key FROM search_text s CROSS JOIN \(table)_text t ON t.search_text_id = s.id
      CROSS JOIN \(table) f ON f.id = t.fact_id
      CROSS JOIN document_version v ON v.id = f.document_version_id
      WHERE s.field = :field AND \(condition.sql) AND f.plot_key IS NOT NULL
      AND \(RegisterReader.inForce)
      """
    }
    let arguments = condition.arguments.merging(["field": field.rawValue]) { own, _ in own }
    let columns =
      switch field {
      case .word: ["b.search", "i.search"]
      case .use: ["b.search_use"]
      case .plan: ["b.plan_key"]
      }
    let boundaries = columns.map { RegisterReader.condition(anyOf: words, in: $0).sql }
    return try keys(
      parts + boundaryParts(where: boundaries.joined(separator: " OR ")), arguments, at: moment)
  }

  /// The query for plots of which some boundary in force fulfils a condition; none where the
  /// register has no boundaries.
  private func boundaryParts(where condition: String) throws -> [String] {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM parcel_boundary)") == true else {
      return []
    }
    return [
      """
      SELECT b.plot_key FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
      WHERE (\(condition)) AND \(RegisterReader.boundaryInForce)
      """
    ]
  }

  /// The keys of the plots that a document's facts are about.
  public func plotKeys(of document: DocumentRecord, at moment: Moment) throws -> [String] {
    try plotKeys(where: "f.document_version_id = :id", ["id": document.id], at: moment)
  }

  /// The acts in which any of some words occur.
  public func transactions(withAnyOf words: [String], at moment: Moment) throws
    -> [TransactionRecord]
  {
    let condition = RegisterReader.condition(anyOf: words, in: "s.text")
    let found = """
      f.id IN (
        SELECT t.fact_id FROM search_text s
        CROSS JOIN land_transaction_text t ON t.search_text_id = s.id
        WHERE s.field = 'word' AND \(condition.sql))
      """
    return try facts(
      "land_transaction", LandTransaction.self, where: found, condition.arguments, at: moment)
  }

  /// The hazard sites in which any of some words occur.
  public func sites(withAnyOf words: [String], at moment: Moment) throws -> [SiteRecord] {
    let condition = RegisterReader.condition(anyOf: words, in: "f.search")
    return try facts(
      "hazard_site", HazardSite.self, where: condition.sql, condition.arguments, at: moment)
  }

  /// The acts of a document.
  public func transactions(of document: DocumentRecord, at moment: Moment) throws
    -> [TransactionRecord]
  {
    try facts(
      "land_transaction", LandTransaction.self, where: "f.document_version_id = :id",
      ["id": document.id],
      at: moment)
  }

  /// The hazard sites of a document.
  public func sites(of document: DocumentRecord, at moment: Moment) throws -> [SiteRecord] {
    try facts(
      "hazard_site", HazardSite.self, where: "f.document_version_id = :id", ["id": document.id],
      at: moment)
  }

  /// The totals that a document gives.
  public func totals(of document: DocumentRecord, at moment: Moment) throws -> [AreaTotal] {
    try facts(
      "area_total", AreaTotal.self, where: "f.document_version_id = :id", ["id": document.id],
      at: moment
    ).map(\.fact)
  }

  /// The keys of all parcels with a number, and of those that were split, merged or renumbered.
  public func numberKeys() throws -> [String] {
    // Both in the order of their index; one list of both would be sorted anew.
    let stated = try String.fetchAll(
      db, sql: "SELECT DISTINCT plot_key FROM parcels WHERE plot_key < '=' OR plot_key >= '>'")
    let former = try String.fetchAll(db, sql: "SELECT DISTINCT from_key FROM kinship_step")
    return former.isEmpty ? stated : Set(stated).union(former).sorted()
  }

  /// A parcel's number as it is printed; its key where no document prints it.
  public func printedNumber(_ key: String) throws -> String {
    let printed = try String.fetchOne(
      db,
      sql: """
        SELECT parcel_id FROM parcels WHERE plot_key = :key AND parcel_id IS NOT NULL
        UNION ALL SELECT from_number FROM kinship_step WHERE from_key = :key
        """, arguments: ["key": key])
    return printed ?? key
  }

  /// The numbers of all documents in force.
  public func documentNumbers() throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT DISTINCT number FROM documents WHERE number IS NOT NULL ORDER BY number")
  }

  /// All acts in force.
  public func transactions(at moment: Moment) throws -> [TransactionRecord] {
    try facts("land_transaction", LandTransaction.self, at: moment)
  }

  /// All hazard sites in force.
  public func sites(at moment: Moment) throws -> [SiteRecord] {
    try facts("hazard_site", HazardSite.self, at: moment)
  }

  private func facts<Fact: Hashable & Sendable & Codable>(
    _ table: String, _ type: Fact.Type, where condition: String = "TRUE",
    _ arguments: [String: (any DatabaseValueConvertible)?] = [:], at moment: Moment
  ) throws -> [RegisterFact<Fact>] {
    let rows = try factRows(table, where: condition, at: moment, arguments)
    var facts: [RegisterFact<Fact>] = []
    while let row = try rows.next() { facts.append(try fact(type, from: row)) }
    return facts
  }

  /// The keys of the plots that some statement, act or boundary in force fulfils a condition for,
  /// sorted.
  ///
  /// `CROSS JOIN` has SQLite look through the index of the facts first; versions first, it would
  /// read every fact.
  ///
  /// - Parameter boundaryCondition: the condition of boundaries `b`; without it none are asked.
  func plotKeys(
    where condition: String, boundaries boundaryCondition: String? = nil,
    _ arguments: [String: (any DatabaseValueConvertible)?],
    at moment: Moment
  ) throws -> [String] {
    let parts = ["parcel_statement", "land_transaction"].map { table in
      """
      SELECT f.plot_key FROM \(table) f CROSS JOIN document_version v ON v.id = f.document_version_id
      WHERE f.plot_key IS NOT NULL AND \(condition) AND \(RegisterReader.inForce)
      """
    }
    let boundaries = try boundaryCondition.map(boundaryParts) ?? []
    return try keys(parts + boundaries, arguments, at: moment)
  }

  private func keys(
    _ parts: [String], _ arguments: [String: (any DatabaseValueConvertible)?], at moment: Moment
  ) throws -> [String] {
    let all = arguments.merging(RegisterReader.bounds(moment)) { own, _ in own }
    return try String.fetchAll(
      db.cachedStatement(sql: parts.joined(separator: " UNION ")),
      arguments: StatementArguments(all))
  }

  /// A condition that a column has any of some words in it; the words are bound, never pasted.
  static func condition(
    anyOf words: [String], in column: String, prefix: String = "word"
  ) -> (sql: String, arguments: [String: (any DatabaseValueConvertible)?]) {
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    var parts: [String] = []
    for (index, word) in words.enumerated() {
      arguments["\(prefix)\(index)"] = word
      parts.append("instr(\(column), :\(prefix)\(index)) > 0")
    }
    return ("(" + (parts.isEmpty ? "FALSE" : parts.joined(separator: " OR ")) + ")", arguments)
  }
}
