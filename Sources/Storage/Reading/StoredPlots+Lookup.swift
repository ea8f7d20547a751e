internal import Foundation
internal import GRDB
public import Planning

/// A plot that a search leads to.
public struct FoundPlot: Hashable, Sendable {
  /// Its key.
  public let key: String
  /// Whether it is one parcel that has what was searched for: nothing but one boundary speaks of it.
  /// What others are comes out when they are folded.
  public let isSure: Bool
}

extension StoredPlots {
  /// The keys of the plots that a whole number means, the one place where numbers of a parcel lead to
  /// it.
  public func keys(numbered number: some StringProtocol) throws -> [String] {
    try PlotKey.ofNumber(number).map(keys(ofNumber:)) ?? []
  }

  /// The plots whose number begins so, by their keys.
  ///
  /// - Parameter start: the beginning of a key, see ``PlotKey``.
  public func plots(numberedFrom start: String, at moment: Moment) throws -> [FoundPlot] {
    guard PlotKey.isNumber(start) else { return [] }
    return try found(
      statedParts(where: StoredPlots.startCondition("f.plot_key"))
        + boundaryParts(where: StoredPlots.startCondition("b.plot_key")),
      ["start": start, "end": start + StoredPlots.lastSign], at: moment)
  }

  /// The plots that every word of a search leads to, by their keys.
  ///
  /// A word may stand in the county's name or in a document's title where another is said of the
  /// parcel itself.
  public func plots(having terms: [SearchTerm], at moment: Moment) throws -> [FoundPlot] {
    guard terms.count != 1 else { return try own(terms[0], at: moment) }
    var common: [FoundPlot] = []
    var own: Set<FoundPlot> = []
    for (index, term) in terms.enumerated() {
      let found = try self.own(term, at: moment)
      own.formUnion(found)
      let all = Set(found + (try around(term, at: moment)))
      common = index == 0 ? Array(all) : common.filter(all.contains)
    }
    return common.filter(own.contains).sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
  }

  /// The plots of parcels of which a word is said themselves.
  private func own(_ term: SearchTerm, at moment: Moment) throws -> [FoundPlot] {
    let words = RegisterReader.condition(of: term, in: "s.text")
    var arguments = words.arguments
    var parts = StoredPlots.factTables.map { table in
      """
      SELECT f.plot_key, 0 FROM search_text s CROSS JOIN \(table)_text t ON t.search_text_id = s.id
      CROSS JOIN \(table) f ON f.id = t.fact_id
      CROSS JOIN document_version v ON v.id = f.document_version_id
      WHERE s.field = 'word' AND \(words.sql) AND f.plot_key IS NOT NULL
      AND \(RegisterReader.inForce)
      """
    }
    var conditions = ["b.search", "i.search"].map { RegisterReader.condition(of: term, in: $0).sql }
    if let start = term.numberStart, PlotKey.isNumber(start) {
      arguments["start"] = start
      arguments["end"] = start + StoredPlots.lastSign
      parts += statedParts(where: StoredPlots.startCondition("f.plot_key"))
      conditions.append(StoredPlots.startCondition("b.plot_key"))
    }
    if let uses = try statedUses(of: term) {
      arguments["uses"] = uses
      parts += StoredPlots.factTables.map { table in
        """
        SELECT f.plot_key, 0 FROM json_each(:uses) u
        CROSS JOIN \(table)_text t ON t.search_text_id = u.value
        CROSS JOIN \(table) f ON f.id = t.fact_id
        CROSS JOIN document_version v ON v.id = f.document_version_id
        WHERE f.plot_key IS NOT NULL AND \(RegisterReader.inForce)
        """
      }
    }
    if let uses = try boundaryUses(of: term) {
      arguments["boundaryUses"] = uses
      conditions.append(
        """
        (b.land_use_scheme, b.search_use) IN (
          SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:boundaryUses))
        """)
    }
    parts += try boundaryParts(where: conditions.joined(separator: " OR "))
    return try found(parts, arguments, at: moment)
  }

  /// The plots of parcels in whose county, or in a title of whose documents, a word occurs.
  private func around(_ term: SearchTerm, at moment: Moment) throws -> [FoundPlot] {
    func condition(_ columns: String...) -> String {
      columns.map { RegisterReader.condition(of: term, in: $0).sql }.joined(separator: " OR ")
    }
    return try found(
      statedParts(where: "(\(condition("v.search", "v.county")))", byDocument: true)
        + boundaryParts(where: condition("b.county", "i.county")),
      RegisterReader.condition(of: term, in: "v.search").arguments, at: moment)
  }

  /// The texts of land uses in documents that a word may mean, as a list of their numbers in JSON;
  /// `nil` where it means none.
  func statedUses(of term: SearchTerm) throws -> String? {
    guard let use = term.use else { return nil }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, text FROM search_text WHERE field = 'use'"))
    var ids: [Int64] = []
    while let row = try rows.next() {
      if use.mayMatch(row[1]) { ids.append(row[0]) }
    }
    return ids.isEmpty ? nil : list(ids)
  }

  /// The different uses in files of boundaries that a word means, each with its scheme, as JSON.
  private func boundaryUses(of term: SearchTerm) throws -> String? {
    guard let use = term.use else { return nil }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT land_use_scheme, search_use FROM parcel_boundary
          WHERE search_use IS NOT NULL
          """))
    var pairs: [[String]] = []
    while let row = try rows.next() {
      let (scheme, text): (String, String) = (row[0] ?? "", row[1])
      let known = LandUseScheme(rawValue: scheme) ?? .unknown
      if use.matches(joined: text, scheme: known) { pairs.append([scheme, text]) }
    }
    return pairs.isEmpty ? nil : String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
  }

  /// The queries for plots of which some statement or act in force fulfils a condition.
  ///
  /// - Parameter byDocument: whether the condition is one of documents, which are looked through first.
  private func statedParts(where condition: String, byDocument: Bool = false) -> [String] {
    StoredPlots.factTables.map { table in
      let tables = ["\(table) f", "document_version v"]
      return """
        SELECT f.plot_key, 0
        FROM \((byDocument ? tables.reversed() : tables).joined(separator: " CROSS JOIN "))
        ON f.document_version_id = v.id
        WHERE f.plot_key IS NOT NULL AND \(condition) AND \(RegisterReader.inForce)
        """
    }
  }

  /// The query for plots of which some boundary in force fulfils a condition, and whether nothing
  /// else speaks of each; none where the register has no boundaries.
  private func boundaryParts(where condition: String) throws -> [String] {
    guard try hasBoundaries() else { return [] }
    return [
      """
      SELECT b.plot_key,
        NOT EXISTS (SELECT 1 FROM parcel_statement x WHERE x.plot_key = b.plot_key)
        AND NOT EXISTS (SELECT 1 FROM land_transaction x WHERE x.plot_key = b.plot_key)
        AND NOT EXISTS (SELECT 1 FROM kinship_step x WHERE x.from_key = b.plot_key)
        AND NOT EXISTS (SELECT 1 FROM kinship_step x WHERE x.to_key = b.plot_key)
        AND NOT EXISTS (
          SELECT 1 FROM parcel_boundary x WHERE x.plot_key = b.plot_key AND x.id <> b.id)
      FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
      WHERE (\(condition)) AND \(RegisterReader.boundaryInForce)
      """
    ]
  }

  /// What some queries find, once each, in the order of the keys' bytes.
  private func found(
    _ parts: [String], _ arguments: [String: (any DatabaseValueConvertible)?], at moment: Moment
  ) throws -> [FoundPlot] {
    let all = arguments.merging(try reader.arguments(moment)) { own, _ in own }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: parts.joined(separator: " UNION ") + " ORDER BY 1"),
      arguments: StatementArguments(all))
    var found: [FoundPlot] = []
    while let row = try rows.next() { found.append(FoundPlot(key: row[0], isSure: row[1])) }
    return found
  }

  private static let factTables = ["parcel_statement", "land_transaction"]
  /// What comes after every other sign in the order of bytes.
  private static let lastSign = "\u{10FFFF}"

  private static func startCondition(_ column: String) -> String {
    "(\(column) >= :start AND \(column) < :end)"
  }
}

extension RegisterReader {
  /// A condition that a column has a word of a search in it: a number whole, anything else anywhere.
  static func condition(
    of term: SearchTerm, in column: String, prefix: String = "word"
  ) -> (sql: String, arguments: [String: (any DatabaseValueConvertible)?]) {
    var (sql, arguments) = condition(anyOf: term.words, in: column, prefix: prefix)
    if term.isNumber, let word = term.words.first {
      let outside = "[^0-9A-Z\(SearchTerm.numberSigns)]"
      let escaped = word.map { "*?[".contains($0) ? "[\($0)]" : String($0) }.joined()
      arguments["\(prefix)Whole"] = "*\(outside)\(escaped)\(outside)*"
      sql = "(\(sql) AND (' ' || \(column) || ' ') GLOB :\(prefix)Whole)"
    }
    return (sql, arguments)
  }

  /// A condition that a column has every word of a search in it.
  static func condition(
    all terms: [SearchTerm], in column: String
  ) -> (sql: String, arguments: [String: (any DatabaseValueConvertible)?]) {
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    let parts = terms.enumerated().map { index, term in
      let part = condition(of: term, in: column, prefix: "term\(index)word")
      arguments.merge(part.arguments) { own, _ in own }
      return part.sql
    }
    return (parts.isEmpty ? "FALSE" : parts.joined(separator: " AND "), arguments)
  }
}
