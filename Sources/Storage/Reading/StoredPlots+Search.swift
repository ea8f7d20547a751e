public import Filtering
internal import Foundation
internal import GRDB
public import Planning

extension StoredPlots {
  /// The keys of the plots in whose statements, acts or boundary files any of some words occur.
  ///
  /// - Parameter words: normalised, see ``SearchText``.
  private func keys(
    withAnyOf words: [String], in field: SearchableText.Field = .word, at moment: Moment
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
    guard try hasBoundaries() else { return [] }
    return [
      """
      SELECT b.plot_key FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
      WHERE (\(condition)) AND \(RegisterReader.boundaryInForce)
      """
    ]
  }

  /// Whether the register has boundaries at all.
  func hasBoundaries() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM parcel_boundary)") == true
  }

  /// The keys of the plots that a document's facts are about.
  public func keys(of document: DocumentRecord, at moment: Moment) throws -> [String] {
    try keys(where: "f.document_version_id = :id", ["id": document.id], at: moment)
  }

  /// The keys of the plots of which documents speak, as of a moment: all parcels without boundary
  /// are among them.
  public func keysOfDocuments(at moment: Moment) throws -> [String] {
    try withRenumbered(Set(keys(where: "TRUE", [:], at: moment))).sorted()
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

  /// The keys of the plots among which all parcels are of which some conditions hold together; `nil`
  /// where they narrow nothing.
  ///
  /// A parcel's value of a property is that of one of its statements or acts; so a plot of which no
  /// fact fulfils a condition need not be folded.
  public func candidates(
    for conditions: [FilterExpression], at moment: Moment
  ) throws -> Set<String>? {
    var common: Set<String>?
    for condition in conditions {
      guard let found = try candidates(condition, at: moment) else { continue }
      common = common.map { $0.intersection(found) } ?? Set(found)
    }
    return common
  }

  private func candidates(
    _ condition: FilterExpression, at moment: Moment
  ) throws -> [String]? {
    switch condition {
    case .comparison(.property("area_m2"), let sign, .value(let value)) where sign != .notEqual:
      let limit: Double? =
        switch value {
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
      return try limit.map { limit in
        try keys(
          where: "f.area_m2 \(sign.rawValue) :limit",
          boundaries: "b.stated_area_m2 \(sign.rawValue) :limit", ["limit": limit], at: moment)
      }
    case .match(let match):
      if case .like = match.relation { return nil }
      let isSame = match.relation == .same
      switch match.spelling {
      case .number: return isSame ? match.keys : nil
      case .use: return try keys(withAnyOf: match.keys, in: .use, at: moment)
      case .township: return try keys(withAnyOf: match.keys, at: moment)
      case .plan where isSame: return try keys(withAnyOf: match.keys, in: .plan, at: moment)
      case .plan: return try keys(withAnyOf: match.keys, at: moment)
      case .text where ["name", "location"].contains(match.properties.first):
        return try keys(withAnyOf: match.keys, at: moment)
      case .text, .document: return nil
      }
    default: return nil
    }
  }

  /// The keys of the plots of which a fact is in force at one of two moments and not at the other,
  /// in the order of their bytes: no other plot can differ. Nothing is folded for it.
  ///
  /// Documents are looked at first, of which there are thousands; then the facts of those that
  /// differ. A boundary's version is in force by its own file and those of the other versions of its
  /// series, which have the same key: the files that differ tell all.
  public func touched(from old: Moment, to new: Moment) throws -> [String] {
    let documents = try reader.versions(at: old).symmetricDifference(reader.versions(at: new))
    var keys: Set<String> = []
    if !documents.isEmpty {
      let ids = list(documents)
      for (table, column) in [
        ("parcel_statement", "plot_key"), ("land_transaction", "plot_key"),
        ("kinship_step", "from_key"), ("kinship_step", "to_key"),
      ] {
        keys.formUnion(
          try String.fetchAll(
            db,
            sql: """
              SELECT DISTINCT f.\(column) FROM json_each(?) v
              CROSS JOIN \(table) f ON f.document_version_id = v.value
              WHERE f.\(column) IS NOT NULL
              """, arguments: [ids]))
      }
    }
    let files = try reader.boundaryImports(at: old).symmetricDifference(
      reader.boundaryImports(at: new))
    if !files.isEmpty {
      keys.formUnion(
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT plot_key FROM parcel_boundary
            WHERE import_id IN (SELECT value FROM json_each(?))
            """, arguments: [list(files)]))
    }
    return try reader.plots.withRenumbered(keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The keys of the plots that some statement, act or boundary in force fulfils a condition for,
  /// sorted.
  ///
  /// `CROSS JOIN` has SQLite look through the index of the facts first; versions first, it would
  /// read every fact.
  ///
  /// - Parameter boundaryCondition: the condition of boundaries `b`; without it none are asked.
  func keys(
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
    let all = arguments.merging(try reader.arguments(moment)) { own, _ in own }
    return try String.fetchAll(
      db.cachedStatement(sql: parts.joined(separator: " UNION ")),
      arguments: StatementArguments(all))
  }

  func list(_ ids: some Sequence<Int64>) -> String {
    "[" + ids.sorted().map(String.init).joined(separator: ",") + "]"
  }
}
