internal import GRDB
internal import Planning

/// Brings the facts of one land under one key, by whichever of its numbers each document calls it.
///
/// Which numbers go together follows from the newest versions of all documents, not from the order in
/// which they came. A number that one document prints for several lands, as that of a contract for two
/// parcels, brings nothing together; and two lands of which one document speaks apart stay two.
struct PlotJoins {
  let db: Database

  /// Notes the further numbers of a version's land.
  func note(_ document: EncodedDocument, version: Int64) throws {
    guard !document.numbers.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO plot_number VALUES (?, ?, ?)")
    for number in document.numbers {
      try statement.execute(arguments: [number.key, number.own, version])
    }
  }

  /// Forgets those of a version that another took the place of.
  ///
  /// - Returns: the keys that it named.
  func forget(version: Int64) throws -> Set<String> {
    let rows = try Row.fetchAll(
      db, sql: "SELECT number_key, own_key FROM plot_number WHERE document_version_id = ?",
      arguments: [version])
    guard !rows.isEmpty else { return [] }
    try db.execute(
      sql: "DELETE FROM plot_number WHERE document_version_id = ?", arguments: [version])
    return Set(rows.flatMap { [$0["number_key"] as String, $0["own_key"]] })
  }

  /// Puts the facts of these keys, and of all that they are joined with, under the keys that they
  /// belong under.
  ///
  /// - Returns: the keys of the plots that lost or got facts.
  func settle(_ keys: Set<String>) throws -> Set<String> {
    let isNeeded = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM plot_number) OR EXISTS (SELECT 1 FROM plot_join)")
    guard isNeeded == true else { return [] }
    var net = Net()
    var next = Array(keys)
    while let key = next.popLast() { next += try extend(&net, by: key) }
    guard !net.known.isEmpty else { return [] }
    let facts = try net.plots.sorted().flatMap(facts)
    net.join(facts)
    return try write(net, facts)
  }

  /// What hangs together with a key.
  private func extend(_ net: inout Net, by key: String) throws -> [String] {
    guard net.seen.insert(key).inserted else { return [] }
    let owners = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT own_key, document_version_id FROM plot_number WHERE number_key = ?"),
      arguments: [key])
    let numbers = try String.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT number_key FROM plot_number WHERE own_key = ?"),
      arguments: [key])
    let home = try String.fetchOne(
      db.cachedStatement(sql: "SELECT plot_key FROM plot_join WHERE own_key = ?"), arguments: [key])
    let guests = try String.fetchAll(
      db.cachedStatement(sql: "SELECT own_key FROM plot_join WHERE plot_key = ?"), arguments: [key])
    guard !owners.isEmpty || !numbers.isEmpty || home != nil || !guests.isEmpty else { return [] }
    net.known.insert(key)
    net.plots.formUnion([key, home ?? key])
    var next = numbers + guests + [home].compactMap(\.self)
    var byVersion: [Int64: Set<String>] = [:]
    for row in owners {
      byVersion[row["document_version_id"], default: []].insert(row["own_key"])
    }
    let own = Set(byVersion.values.joined())
    net.plots.formUnion(own)
    if byVersion.values.allSatisfy({ $0.count == 1 }) {
      net.owners[key] = own.sorted()
      next += own
    }
    return next
  }

  /// A fact under a plot's key.
  struct Fact {
    var table: String
    var id: Int64
    var plot: String
    var own: String
    var version: Int64?
  }

  private func facts(of plot: String) throws -> [Fact] {
    var found: [Fact] = []
    for table in ["parcel_statement", "land_transaction"] {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT id, own_key, document_version_id FROM \(table) WHERE plot_key = ?"),
        arguments: [plot])
      found += rows.map { row in
        Fact(
          table: table, id: row["id"], plot: plot, own: row["own_key"] ?? plot,
          version: row["document_version_id"])
      }
    }
    let boundaries = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, parcel_id FROM parcel_boundary WHERE plot_key = ?"),
      arguments: [plot])
    return found
      + boundaries.map { row in
        let number: String? = row["parcel_id"]
        return Fact(
          table: "parcel_boundary", id: row["id"], plot: plot,
          own: number.flatMap { PlotKey.ofNumber($0) } ?? plot)
      }
  }

  private func write(_ net: Net, _ facts: [Fact]) throws -> Set<String> {
    var touched: Set<String> = []
    for fact in facts {
      let home = net.home(of: fact.own)
      guard fact.plot != home else { continue }
      touched.formUnion([fact.plot, home])
      let own = fact.version == nil ? "" : ", own_key = nullif(:own, :home)"
      var arguments: StatementArguments = ["home": home, "id": fact.id]
      if fact.version != nil { arguments += ["own": fact.own] }
      try db.execute(
        sql: "UPDATE \(fact.table) SET plot_key = :home\(own) WHERE id = :id", arguments: arguments)
    }
    for key in net.known {
      try db.execute(sql: "DELETE FROM plot_join WHERE own_key = ?", arguments: [key])
      let home = net.home(of: key)
      if home != key {
        try db.execute(sql: "INSERT INTO plot_join VALUES (?, ?)", arguments: [key, home])
      }
    }
    return touched
  }
}

extension PlotJoins {
  /// Keys that hang together, and which of them are one land.
  struct Net {
    var seen: Set<String> = []
    /// The keys that some document calls land by beside others.
    var known: Set<String> = []
    /// The keys under which facts may stand.
    var plots: Set<String> = []
    /// For each number the keys of the land that has it.
    var owners: [String: [String]] = [:]
    private var homes: [String: String] = [:]

    /// The key under which the facts of a number stand.
    func home(of key: String) -> String { homes[key] ?? key }

    /// The order in which keys are chosen: a number before a name, a parcel's own before another of it.
    private func precedes(_ a: String, _ b: String) -> Bool {
      func rank(_ key: String) -> (Int, Int, String) {
        (PlotKey.isNumber(key) ? 0 : 1, owners[key] == nil ? 0 : 1, key)
      }
      return rank(a) < rank(b)
    }

    /// Joins what is one land, and chooses the key of each.
    mutating func join(_ facts: [Fact]) {
      var versions: [String: Set<Int64>] = [:]
      for fact in facts {
        versions[fact.own, default: []].formUnion([fact.version].compactMap(\.self))
      }
      var groupOf: [String: Int] = [:]
      var members: [Int: Set<String>] = [:]
      for (index, key) in known.union(plots).sorted().enumerated() {
        groupOf[key] = index
        members[index] = [key]
      }
      func spoken(of group: Int) -> Set<Int64> {
        (members[group] ?? []).reduce(into: []) { $0.formUnion(versions[$1] ?? []) }
      }
      func unite(_ a: String, _ b: String, isTold: Bool) {
        guard let first = groupOf[a], let second = groupOf[b], first != second else { return }
        // Two of which one document speaks are two, unless one is told to be another number of the other.
        guard isTold || spoken(of: first).isDisjoint(with: spoken(of: second)) else { return }
        for key in members.removeValue(forKey: second) ?? [] {
          groupOf[key] = first
          members[first, default: []].insert(key)
        }
      }
      for (number, keys) in owners.sorted(by: { $0.key < $1.key }) {
        guard let first = keys.first else { continue }
        unite(first, number, isTold: true)
        for other in keys.dropFirst() { unite(first, other, isTold: false) }
      }
      for group in members.values where group.count > 1 {
        let named = group.filter { versions[$0] != nil }
        guard let home = (named.isEmpty ? group : named).min(by: precedes) else { continue }
        for key in group { homes[key] = home }
      }
    }
  }
}
