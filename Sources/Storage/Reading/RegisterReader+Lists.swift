public import Answers
internal import GRDB
public import Planning

extension RegisterReader {
  /// The documents in force, by date and number.
  public func documents(at moment: Moment) throws -> [DocumentRecord] {
    try documents(where: "TRUE", [:], at: moment)
  }

  /// The documents of a key, see ``DocumentKey``.
  public func documents(key: String, at moment: Moment) throws -> [DocumentRecord] {
    try documents(where: "v.key = :key", ["key": key], at: moment)
  }

  /// The documents in whose number or title any of some words occur.
  public func documents(withAnyOf words: [String], at moment: Moment) throws -> [DocumentRecord] {
    let condition = RegisterReader.condition(anyOf: words, in: "v.search")
    return try documents(where: condition.sql, condition.arguments, at: moment)
  }

  private func documents(
    where condition: String, _ arguments: [String: (any DatabaseValueConvertible)?],
    at moment: Moment
  ) throws -> [DocumentRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT v.* FROM document_version v WHERE \(condition) AND \(RegisterReader.inForce)
        ORDER BY v.date, v.series
        """)
    let all = arguments.merging(RegisterReader.bounds(moment)) { own, _ in own }
    return try Row.fetchAll(statement, arguments: StatementArguments(all)).map { row in
      let (source, county) = try reference(from: row)
      let heading = try coder.fact(LandDocument.self, row["record"], at: source.place)
      var record = DocumentRecord(id: row["id"], reference: source)
      record.issuer = heading.issuer
      record.addressee = heading.addressee
      record.county = county
      record.requestNumber = heading.requestNumber
      record.fileDigest = row["sha256"]
      record.parcelCount = row["parcel_count"]
      record.transactionCount = row["transaction_count"]
      record.siteCount = row["site_count"]
      record.totalCount = row["total_count"]
      return record
    }
  }

  /// The places of all parcels in force now, each once.
  public func parcelPlaces() throws -> Set<ParcelPlace> {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT county, plan, parcel_id, coalesce(parcel_id, name, location, '') AS label, plot_key
        FROM parcels
        """)
    var places: Set<ParcelPlace> = []
    while let row = try rows.next() {
      places.insert(
        ParcelPlace(
          county: row[0], plan: row[1], number: row[2], label: row[3], plotKey: row[4]))
    }
    return places
  }

  /// The keys of the plots among which all parcels are that a filter admits, sorted.
  ///
  /// A parcel's value of a property is that of one of its statements or acts; so a plot of which no
  /// fact fulfils a comparison need not be folded. What the comparison cannot tell of single facts
  /// (a status, the date of the last document) is taken from the layer of what is in force, where
  /// that is the moment asked about.
  public func candidates(
    for filter: RegisterFilter, townships: TownshipNames, at moment: Moment
  ) throws -> [String] {
    var keys: Set<String>?
    for comparison in filter.comparisons {
      guard let found = try candidates(comparison, townships, at: moment) else { continue }
      keys = keys.map { $0.intersection(found) } ?? Set(found)
    }
    return try keys?.sorted() ?? plotKeys(where: "TRUE", boundaries: "TRUE", [:], at: moment)
  }

  private func candidates(
    _ comparison: Comparison, _ townships: TownshipNames, at moment: Moment
  ) throws -> [String]? {
    let sign = comparison.comparison.rawValue
    switch (comparison.field, comparison.value) {
    case (.area, .number(let limit)) where comparison.comparison != .notEqual:
      return try plotKeys(
        where: "f.area_m2 \(sign) :limit", boundaries: "b.stated_area_m2 \(sign) :limit",
        ["limit": limit], at: moment)
    case (.date, .date(let day)) where moment.isNow && comparison.comparison != .notEqual:
      return try String.fetchAll(
        db, sql: "SELECT DISTINCT plot_key FROM parcels WHERE last_date \(sign) ?",
        arguments: [day.description])
    case (.status, .text(let status)) where moment.isNow:
      // Of parcels that are there by their boundary alone there is no index, and no need of one.
      let isStated = comparison.comparison == .equal && status != ParcelStatus.mapped.rawValue
      return try String.fetchAll(
        db,
        sql: "SELECT DISTINCT plot_key FROM parcels WHERE status \(sign) ?"
          + (isStated ? " AND \(LayerTable.isStated)" : ""),
        arguments: [status])
    case (.parcel, .text(let number)) where comparison.comparison == .equal:
      return PlotKey.ofNumber(number).map { [$0] } ?? []
    case (.use, .text(let use)) where comparison.comparison != .notEqual:
      let word = SearchText.normalized(use)
      return try plotKeys(withAnyOf: [word], in: .use, at: moment)
    case (.township, .text(let name)) where comparison.comparison != .notEqual:
      return try plotKeys(withAnyOf: townships.names(of: name), at: moment)
    case (.location, .text(let text)), (.name, .text(let text)):
      guard comparison.comparison != .notEqual else { return nil }
      return try plotKeys(withAnyOf: [SearchText.normalized(text)], at: moment)
    case (.plan, .text(let text)) where comparison.comparison == .contains:
      return try plotKeys(withAnyOf: [SearchText.normalized(text)], at: moment)
    case (.plan, .text(let text)) where comparison.comparison == .equal:
      return try PlanName.key(text).map {
        try plotKeys(withAnyOf: [SearchText.normalized($0)], in: .plan, at: moment)
      } ?? []
    default: return nil
    }
  }
}
