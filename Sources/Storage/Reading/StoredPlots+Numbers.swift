internal import GRDB
public import Planning

extension StoredPlots {
  /// The keys of the plots that a number means: the plot it is the key of, and those of which it is
  /// another number, as those of a contract are.
  public func keys(ofNumber key: String) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT plot_key FROM plot_join WHERE own_key = :key
        UNION SELECT coalesce(j.plot_key, n.own_key) FROM plot_number n
          LEFT JOIN plot_join j ON j.own_key = n.own_key WHERE n.number_key = :key
        """)
    let others = try String.fetchAll(statement, arguments: ["key": key])
    return [key] + others.filter { $0 != key }
  }

  /// The keys of the numbers that a document splits, merges or renumbers.
  public func keys(ofKinshipIn document: DocumentRecord) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT from_key FROM kinship_step WHERE document_version_id = :id
          UNION SELECT to_key FROM kinship_step WHERE document_version_id = :id
          """), arguments: ["id": document.id])
  }

  /// Keys, and those of the numbers that took the place of them: what is said of the one is said of
  /// the other.
  func withRenumbered(_ keys: Set<String>) throws -> Set<String> {
    let steps = try renumberings()
    guard !steps.isEmpty else { return keys }
    var all = keys
    var next = Array(keys)
    while let key = next.popLast() {
      for later in steps[key] ?? [] where all.insert(later).inserted { next.append(later) }
    }
    return all
  }

  /// The numbers that took the place of others, by these, of all documents ever.
  private func renumberings() throws -> [String: [String]] {
    if let known = references.renumberings { return known }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT from_key, to_key FROM kinship_step WHERE kind = ?"),
      arguments: [ParcelLineage.Kind.renumber.rawValue])
    var steps: [String: [String]] = [:]
    for row in rows { steps[row["from_key"], default: []].append(row["to_key"]) }
    references.renumberings = steps
    return steps
  }
}
