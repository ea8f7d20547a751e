public import Filtering
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

  /// The keys of the plots among which all parcels are of which some conditions hold together; `nil`
  /// where they narrow nothing.
  ///
  /// A parcel's value of a property is that of one of its statements or acts; so a plot of which no
  /// fact fulfils a condition need not be folded.
  public func candidates(
    for conditions: [FilterExpression], at moment: Moment
  ) throws -> Set<String>? {
    var keys: Set<String>?
    for condition in conditions {
      guard let found = try candidates(condition, at: moment) else { continue }
      keys = keys.map { $0.intersection(found) } ?? Set(found)
    }
    return keys
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
        try plotKeys(
          where: "f.area_m2 \(sign.rawValue) :limit",
          boundaries: "b.stated_area_m2 \(sign.rawValue) :limit", ["limit": limit], at: moment)
      }
    case .match(let match):
      if case .like = match.relation { return nil }
      let isSame = match.relation == .same
      switch match.spelling {
      case .number: return isSame ? match.keys : nil
      case .use: return try plotKeys(withAnyOf: match.keys, in: .use, at: moment)
      case .township: return try plotKeys(withAnyOf: match.keys, at: moment)
      case .plan where isSame: return try plotKeys(withAnyOf: match.keys, in: .plan, at: moment)
      case .plan: return try plotKeys(withAnyOf: match.keys, at: moment)
      case .text where ["name", "location"].contains(match.properties.first):
        return try plotKeys(withAnyOf: match.keys, at: moment)
      case .text, .document: return nil
      }
    default: return nil
    }
  }
}
