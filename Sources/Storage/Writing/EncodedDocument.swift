internal import Characters
internal import Planning

/// A document made ready to be written: its facts as text, its keys, its digest. Made before the
/// transaction begins, so that other writers wait for the writing alone.
struct EncodedDocument {
  let document: LandDocument
  let county: String?
  let record: String
  let statements: [String]
  let transactions: [String]
  let totals: [String]
  let sites: [String]
  let lineage: [String]
  let changes: [String]
  /// The SHA-256 of all it says, wherever it is printed.
  let digest: String
  /// For each statement the key of its plan.
  let planKeys: [String?]

  init(_ document: LandDocument, coder: RecordCoder) throws {
    self.document = document
    county = CountyName.of(document)
    record = try coder.text(document.withoutFacts)
    statements = try document.parcels.map(coder.text)
    transactions = try document.transactions.map(coder.text)
    totals = try document.totals.map(coder.text)
    sites = try document.sites.map(coder.text)
    lineage = try document.lineage.map(coder.text)
    changes = try document.administrativeChanges.map(coder.text)
    let digest = ContentDigest()
    digest.update(record.utf8)
    for facts in [statements, transactions, totals, sites] {
      digest.update("\u{1D}".utf8)
      for fact in facts { digest.update("\u{1E}\(fact)".utf8) }
    }
    for step in document.lineage {
      var step = step
      step.line = 0
      digest.update("\u{1E}\(try coder.text(step))".utf8)
    }
    for change in document.administrativeChanges {
      var change = change
      change.line = 0
      digest.update("\u{1E}\(try coder.text(change))".utf8)
    }
    self.digest = digest.hexadecimal()
    var known: [String: String?] = [:]
    planKeys = document.parcels.map { statement in
      guard let plan = statement.plan else { return nil }
      if let key = known[plan] { return key }
      let key = PlanName.key(plan)
      known[plan] = .some(key)
      return key
    }
  }

  /// The keys of all plots that the document speaks of.
  func plotKeys() -> Set<String> {
    var keys = Set(document.parcels.compactMap(PlotKey.of))
    keys.formUnion(document.transactions.compactMap(PlotKey.of))
    for step in kinship() {
      if let key = PlotKey.ofNumber(step.from) { keys.insert(key) }
      if let key = PlotKey.ofNumber(step.to) { keys.insert(key) }
    }
    return keys
  }
}

extension LandDocument {
  /// The document's heading alone.
  var withoutFacts: LandDocument {
    var heading = self
    heading.parcels = []
    heading.transactions = []
    heading.totals = []
    heading.sites = []
    heading.lineage = []
    heading.administrativeChanges = []
    return heading
  }
}
