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
  /// The further numbers by which it calls land.
  let numbers: [Number]

  /// A further number of land: its key, and the key that the fact stands under by its own number.
  struct Number: Hashable {
    var key: String
    var own: String
  }

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
    digest.update(EncodedDocument.withoutUsual(record).utf8)
    for facts in [statements, transactions.map(EncodedDocument.withoutUsual), totals, sites] {
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
    let statementNumbers = document.parcels.flatMap { said in
      PlotKey.others(of: said).map { (key: $0, own: PlotKey.of(said)) }
    }
    let actNumbers = document.transactions.flatMap { act in
      PlotKey.others(of: act).map { (key: $0, own: PlotKey.of(act)) }
    }
    numbers = (statementNumbers + actNumbers).compactMap { number in
      number.own.map { Number(key: number.key, own: $0) }
    }
    var known: [String: String?] = [:]
    planKeys = document.parcels.map { statement in
      guard let plan = statement.plan else { return nil }
      if let key = known[plan] { return key }
      let key = PlanName.key(plan)
      known[plan] = .some(key)
      return key
    }
  }

  /// A record without what it says of force and stage where that is what records meant that were
  /// written before there was a word for it: the same document has the same digest ever since.
  private static func withoutUsual(_ record: String) -> String {
    var text = record
    for usual in [
      #""force":"decides","#, #""in_force":true,"#, #","stage":"approved""#,
      #","stage":"concluded""#,
    ] {
      text = text.replacing(usual, with: "")
    }
    return text.replacing(/"in_force_from":"[-0-9]*",/, with: "")
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

extension EncodedDocument {
  /// One parcel that came from another, as this document says.
  struct Step {
    var kind: ParcelLineage.Kind
    var from: String
    var to: String
    var planKey: String?
    var keepsNumber: Bool
    var lines: ClosedRange<Int>
  }

  /// The document's lineage pair by pair, with the parcels that name the one they were split from.
  func kinship() -> [Step] {
    guard !document.lineage.isEmpty || document.parcels.contains(where: { $0.parentID != nil })
    else { return [] }
    var steps: [Step] = []
    var pairs: Set<[String]> = []
    for lineage in document.lineage {
      let planKey = planKey(of: lineage.from + lineage.to)
      for from in lineage.from {
        for to in lineage.to where pairs.insert([from, to]).inserted {
          steps.append(
            Step(
              kind: lineage.kind, from: from, to: to, planKey: planKey,
              keepsNumber: lineage.to.contains(from), lines: lineage.line...lineage.line))
        }
      }
    }
    for (index, statement) in document.parcels.enumerated() {
      guard let from = statement.parentID, let to = statement.parcelID, from != to,
        pairs.insert([from, to]).inserted
      else { continue }
      let place = statement.place
      steps.append(
        Step(
          kind: .split, from: from, to: to, planKey: planKeys[index], keepsNumber: false,
          lines: place.lineStart...max(place.lineStart, place.lineEnd)))
    }
    return steps
  }

  /// The one plan that the document gives for these numbers, else the one plan it speaks of.
  private func planKey(of numbers: [String]) -> String? {
    let keys = Set(numbers.compactMap(PlotKey.ofNumber))
    var near: Set<String> = []
    var all: Set<String> = []
    for (statement, planKey) in zip(document.parcels, planKeys) {
      guard let planKey else { continue }
      all.insert(planKey)
      if let key = PlotKey.of(statement), keys.contains(key) { near.insert(planKey) }
    }
    return near.count == 1 ? near.first : near.isEmpty && all.count == 1 ? all.first : nil
  }
}

extension EncodedDocument {
  /// The document's own facts by plot, as a reader would find them if it were the only document.
  /// Plots with lineage are left to the reader.
  func plots(source: DocumentReference) -> [String: PlotFacts] {
    var plots: [String: PlotFacts] = [:]
    func placed(_ place: SourcePlace) -> DocumentReference {
      var source = source
      source.place = place
      return source
    }
    for (ordinal, statement) in document.parcels.enumerated() {
      guard let key = PlotKey.of(statement) else { continue }
      let fact = RegisterFact(
        fact: statement, county: county, source: placed(statement.place), ordinal: ordinal)
      plots[key, default: PlotFacts(key: key)].statements.append(
        PlotFacts.Statement(fact: fact, planKey: planKeys[ordinal]))
    }
    for (ordinal, transaction) in document.transactions.enumerated() {
      guard let key = PlotKey.of(transaction) else { continue }
      plots[key, default: PlotFacts(key: key)].transactions.append(
        RegisterFact(
          fact: transaction, county: county, source: placed(transaction.place), ordinal: ordinal))
    }
    return plots
  }
}

/// A text by which a fact is found, normalised.
struct SearchableText: Hashable {
  /// What the text is.
  enum Field: String {
    /// A name, place, plan, party …
    case word
    /// A code or name of a land use.
    case use
    /// The key of a plan.
    case plan
  }

  var field: Field
  var text: String

  init?(_ field: Field, _ text: String?) {
    guard let text = text.map(SearchText.normalized), !text.isEmpty else { return nil }
    self.field = field
    self.text = text
  }
}

extension ParcelStatement {
  /// The texts by which a statement is found.
  func searchTexts(planKey: String?) -> [SearchableText] {
    var texts: [SearchableText?] = [
      SearchableText(.word, name), SearchableText(.word, location), SearchableText(.word, plan),
      SearchableText(.word, boundaryDescription), SearchableText(.plan, planKey),
    ]
    texts += extras.values.map { SearchableText(.word, $0) }
    for use in landUse {
      texts += [SearchableText(.use, use.code), SearchableText(.use, use.name)]
    }
    return texts.compactMap(\.self)
  }
}

extension LandTransaction {
  /// The texts by which an act is found: of its use also the code that the name settles.
  func searchTexts(on date: CalendarDate?) -> [SearchableText] {
    var texts = searchedTexts.map { SearchableText(.word, $0) }
    if let landUseName {
      texts.append(SearchableText(.use, landUseName))
      texts.append(SearchableText(.use, LandUse(named: landUseName, on: date).code))
    }
    return texts.compactMap(\.self)
  }
}

extension HazardSite {
  /// The texts by which a site is found, in one.
  var searchText: String {
    SearchText.joined([
      name, fieldNumber, township, village, location, responsibleTownship, exposed,
    ])
  }
}

extension LandDocument {
  /// The texts by which a document is found, in one: also the townships whose change it states.
  var searchText: String {
    let townships = administrativeChanges.flatMap { $0.from + [$0.into] }
    return SearchText.joined([number, title, requestNumber] + townships)
  }
}
