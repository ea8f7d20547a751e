internal import Answers
internal import GRDB
internal import Planning
internal import Terms

/// Which documents lost their force by a moment, and how.
struct DocumentLives {
  /// The ending of each version that is not in force any more.
  private(set) var endings: [Int64: DocumentEnding] = [:]
  /// The versions as a JSON array, for a query.
  private(set) var list = "[]"

  /// Whether the facts of a version count.
  func putsFactsInForce(_ id: Int64, _ source: DocumentReference) -> Bool {
    source.force.putsFactsInForce && endings[id] == nil
  }
}

extension RegisterReader {
  /// Which documents lost their force by a moment.
  func lives(at moment: Moment) throws -> DocumentLives {
    if let known = references.lives[moment] { return known }
    let found = try DocumentLives(self, at: moment)
    references.lives[moment] = found
    return found
  }
}

extension DocumentLives {
  /// A document that ends another, as both stand in the register.
  private struct Step {
    var ending: Int64
    var source: DocumentReference
  }

  /// Finds out what is ended: by documents that have effect themselves, and by lapse of time.
  ///
  /// A document that is ended ends nothing any more: what it had ended is in force again.
  fileprivate init(_ reader: RegisterReader, at moment: Moment) throws {
    var steps: [Int64: [Step]] = [:]
    let rows = try Row.fetchAll(
      reader.db.cachedStatement(
        sql: """
          SELECT e.ended_key, v.id FROM document_ending e
          CROSS JOIN document_version v ON v.id = e.document_version_id
          WHERE \(RegisterReader.isOf(\.hasEffect)) AND \(RegisterReader.isKnown)
          """), arguments: StatementArguments(RegisterReader.bounds(moment)))
    for row in rows {
      let (source, county) = try reader.reference(row["id"])
      for id in try DocumentLives.versions(of: row["ended_key"], reader, at: moment) {
        let (ended, other) = try reader.reference(id)
        // A document cannot end one that is written after it: that is another of the same number.
        let isLater = ended.date.flatMap { day in source.date.map { $0 < day } } ?? false
        guard id != row["id"], !isLater, PlotFolding.compatible(county, other) else { continue }
        steps[id, default: []].append(Step(ending: row["id"], source: source))
      }
    }
    var known: [Int64: DocumentEnding?] = [:]
    for id in steps.keys { _ = DocumentLives.ending(of: id, steps, &known, under: []) }
    endings = known.compactMapValues(\.self)
    try takeLapses(reader, at: moment)
    let ids = endings.keys.sorted().map(String.init)
    list = "[" + ids.joined(separator: ",") + "]"
  }

  private static func versions(
    of key: String, _ reader: RegisterReader, at moment: Moment
  ) throws -> [Int64] {
    let statement = try reader.db.cachedStatement(
      sql: "SELECT v.id FROM document_version v WHERE v.key = :key AND \(RegisterReader.isKnown)")
    let arguments = RegisterReader.bounds(moment).merging(["key": key]) { own, _ in own }
    return try Int64.fetchAll(statement, arguments: StatementArguments(arguments))
  }

  /// The earliest ending of a version by a document that is not ended itself.
  private static func ending(
    of id: Int64, _ steps: [Int64: [Step]], _ known: inout [Int64: DocumentEnding?],
    under path: Set<Int64>
  ) -> DocumentEnding? {
    if let found = known[id] { return found }
    guard !path.contains(id) else { return nil }
    let path = path.union([id])
    let living = (steps[id] ?? []).filter { step in
      ending(of: step.ending, steps, &known, under: path) == nil
    }
    let first = living.map(\.source).min(by: DocumentReference.precedes)
    let found = first.map {
      DocumentEnding(DocumentEnding.Manner(by: $0.force), on: $0.date, by: $0)
    }
    known[id] = .some(found)
    return found
  }

  /// Documents that are in force until a day that has passed: by the day asked about, else by the
  /// calendar.
  private mutating func takeLapses(_ reader: RegisterReader, at moment: Moment) throws {
    let day = moment.asOf ?? Moment.now.told(atMillisecondsSince1970: Moment.clock).asOf
    guard let day else { return }
    let rows = try Row.fetchAll(
      reader.db.cachedStatement(
        sql: """
          SELECT v.id, v.in_force_until FROM document_version v
          WHERE v.in_force_until < :today AND \(RegisterReader.isKnown)
          """),
      arguments: StatementArguments(
        RegisterReader.bounds(moment).merging(["today": day.description]) { own, _ in own }))
    for row in rows {
      let (id, until): (Int64, String) = (row["id"], row["in_force_until"])
      guard let last = CalendarDate(iso: until) else { continue }
      if let known = endings[id]?.date, known <= last { continue }
      let source = try reader.reference(id).source
      endings[id] = DocumentEnding(.lapsed, on: last.next, by: source)
    }
  }
}
