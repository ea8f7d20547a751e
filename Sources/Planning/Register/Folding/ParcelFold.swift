internal import Terms

/// Folds the facts of one parcel, in the order of their documents, into what is in force.
///
/// Property by property the later document wins; what it does not speak of stays. Plans decide:
/// what an act says of area, use and location counts where no plan does.
struct ParcelFold {
  private var record: ParcelRecord
  /// Whether a plan or table speaks of the parcel, not only acts.
  private var isStated: Bool

  /// How far acts have brought the parcel.
  private var stages = SupplyStages()

  /// The parcel that these facts tell of; `facts` has a statement, an act or a
  /// boundary.
  static func record(of facts: ParcelFacts, key: String) -> ParcelRecord {
    var record = fold(facts, key: key)
    guard !facts.apart.isEmpty else { return record }
    let apart = facts.apart.sorted(by: FactApart.precedes)
    record.proposals = apart.filter { !$0.wasInForce }
    record.ended = apart.filter(\.wasInForce)
    if !record.ended.isEmpty {
      record.history = EndedFacts(facts, record.ended, key: key).history(upTo: record)
    }
    return record
  }

  /// The parcel of the facts in force.
  static func fold(_ facts: ParcelFacts, key: String) -> ParcelRecord {
    let statements =
      facts.statements.count > 1
      ? facts.statements.sorted(by: RegisterFact.precedes) : facts.statements
    let transactions = facts.transactions.sorted(by: RegisterFact.precedes)
    let boundary = facts.boundaries.max(by: BoundaryFact.precedes)
    // What a document of acts prints of a parcel counts where no plan speaks of it.
    let ofPlans = statements.filter { !$0.source.kind.isOfActs }
    let stated = ofPlans.isEmpty ? statements : ofPlans
    let place =
      stated.last?.source.place ?? transactions.last?.source.place
      ?? boundary?.record.statement.place
    var fold = ParcelFold(
      record: ParcelRecord(
        values: ParcelStatement(
          place: place ?? SourcePlace(file: "", lineStart: 0, lineEnd: 0)),
        county: statements.lazy.compactMap(\.county).first
          ?? transactions.lazy.compactMap(\.county).first ?? boundary?.county),
      isStated: !statements.isEmpty)
    if statements.isEmpty, transactions.isEmpty { fold.record.status = .mapped }
    for statement in stated { fold.take(statement) }
    fold.takeFallbacks(from: transactions, isPlanned: !ofPlans.isEmpty)
    if let boundary { fold.record.take(boundary) }
    for transaction in transactions { fold.take(transaction) }
    fold.take(facts.kinship, key: key, lastStatement: stated.last?.source)
    fold.takeNumbers(statements, transactions)
    fold.finish(statements, transactions)
    fold.record.ambiguousPlans = facts.ambiguousPlans
    return fold.record
  }

  /// Every other number by which documents call this land.
  private mutating func takeNumbers(
    _ statements: [RegisterFact<ParcelStatement>], _ transactions: [TransactionRecord]
  ) {
    guard !statements.isEmpty || !transactions.isEmpty else { return }
    var known = Set([record.values.parcelID.flatMap { PlotKey.ofNumber($0) }].compactMap(\.self))
    var others: [String] = []
    func add(_ numbers: [String]) {
      for number in numbers {
        guard let key = PlotKey.ofNumber(number), known.insert(key).inserted else { continue }
        others.append(number)
      }
    }
    for said in statements.map(\.fact) { add(said.aliases + [said.parcelID].compactMap(\.self)) }
    for act in transactions.map(\.fact) { add(act.aliases + [act.parcelID].compactMap(\.self)) }
    add(record.values.aliases)
    record.values.aliases = others
  }

  private mutating func take(_ statement: RegisterFact<ParcelStatement>) {
    let (said, source) = (statement.fact, statement.source)
    let before = said.previous
    if let number = said.parcelID { record.values.parcelID = number }
    if let plan = said.plan {
      // Documents that adjust a plan add to its name; the shortest is the plan's own.
      if let known = record.values.plan {
        record.values.plan = (plan.count, plan) < (known.count, known) ? plan : known
      } else {
        record.values.plan = plan
      }
      record.sources["plan"] = source
    }
    if said.document != nil { record.values.document = said.document }
    record.values.parentID = after(
      "parent_id", record.values.parentID, said.parentID, PropertyValue.text, source)
    record.values.name = after("name", record.values.name, said.name, PropertyValue.text, source)
    let formerUse = before.flatMap { $0.landUse.isEmpty ? nil : $0.landUse }
    record.values.landUse =
      after(
        "land_use", record.values.landUse.nilIfEmpty, said.landUse.nilIfEmpty,
        PropertyValue.landUse, former: formerUse, source) ?? []
    record.values.area = after(
      "area_m2", record.values.area, said.area, PropertyValue.area, former: before?.area, source)
    takeIndicators(of: said, source)
    for name in said.extras.isEmpty ? [] : said.extras.keys.sorted() {
      record.values.extras[name] = after(
        name, record.values.extras[name], said.extras[name], PropertyValue.text, source)
    }
    let speaksOfUse = !said.landUse.isEmpty || !said.indicators.isEmpty
    if said.keepsCurrentUse || (speaksOfUse && record.values.keepsCurrentUse) {
      let known = record.sources["keeps_current_use"] == nil ? nil : record.values.keepsCurrentUse
      record.values.keepsCurrentUse =
        after("keeps_current_use", known, said.keepsCurrentUse, PropertyValue.flag, source) ?? false
    }
    record.values.location = after(
      "location", record.values.location, said.location, PropertyValue.text, source)
    record.values.boundaryDescription = after(
      "boundary_description", record.values.boundaryDescription, said.boundaryDescription,
      PropertyValue.text, source)
    record.values.conditions =
      after(
        "conditions", record.values.conditions.nilIfEmpty, said.conditions.nilIfEmpty,
        PropertyValue.texts, source) ?? []
    if let range = said.verticalRange {
      record.values.verticalRange = range
      record.sources["vertical_range"] = source
    }
  }

  private mutating func takeIndicators(of said: ParcelStatement, _ source: DocumentReference) {
    let former = said.previous?.indicators ?? [:]
    guard !(said.indicators.isEmpty && former.isEmpty) else { return }
    for indicator in Indicator.allCases
    where said.indicators[indicator] != nil || former[indicator] != nil {
      record.values.indicators[indicator] = after(
        indicator.rawValue, record.values.indicators[indicator], said.indicators[indicator],
        PropertyValue.interval, former: former[indicator], source)
    }
  }

  /// What acts say of the parcel itself: its name and place where no plan says them, its use and
  /// area where no plan speaks of it.
  private mutating func takeFallbacks(from transactions: [TransactionRecord], isPlanned: Bool) {
    let lacks = (
      name: record.values.name == nil, use: !isPlanned && record.values.landUse.isEmpty,
      area: !isPlanned && record.values.area == nil, location: record.values.location == nil
    )
    for transaction in transactions {
      let (said, source) = (transaction.fact, transaction.source)
      if record.values.parcelID == nil {
        record.values.parcelID = said.parcelID ?? said.aliases.first
      }
      if lacks.name {
        record.values.name = after(
          "name", record.values.name, said.name, PropertyValue.text, source)
      }
      if lacks.use {
        record.values.landUse =
          after(
            "land_use", record.values.landUse.nilIfEmpty, said.uses(on: source.date).nilIfEmpty,
            PropertyValue.landUse, source) ?? []
      }
      if lacks.area {
        record.values.area = after(
          "area_m2", record.values.area, said.area, PropertyValue.area, source)
      }
      if lacks.location {
        record.values.location = after(
          "location", record.values.location, said.location, PropertyValue.text, source)
      }
    }
  }

  /// What an act does to the parcel's status.
  private mutating func take(_ transaction: TransactionRecord) {
    guard let status = stages.status(after: transaction.fact, from: record.status) else { return }
    setStatus(status, transaction.source)
  }

  /// Where the parcel came from and what took its place.
  ///
  /// A parcel is superseded by a split, merger or new number that does not go on with its number,
  /// unless a later document speaks of it again.
  private mutating func take(
    _ steps: [KinshipStep], key: String, lastStatement: DocumentReference?
  ) {
    let steps = steps.sorted { a, b in
      if DocumentReference.precedes(a.source, b.source) { return true }
      if DocumentReference.precedes(b.source, a.source) { return false }
      return (a.source.place.lineStart, a.from, a.to) < (b.source.place.lineStart, b.from, b.to)
    }
    for step in steps {
      let isBefore = PlotKey.ofNumber(step.from) == key
      let isAfter = PlotKey.ofNumber(step.to) == key
      if isBefore, !isAfter {
        record.kinship.add(successor: step.to, by: step.kind)
        let isRestated = lastStatement.map { DocumentReference.precedes(step.source, $0) } ?? false
        if !step.keepsNumber, !isRestated { setStatus(.superseded, step.source) }
      } else if isAfter, !isBefore {
        record.kinship.add(predecessor: step.from, by: step.kind)
      }
    }
  }

  private mutating func setStatus(_ status: ParcelStatus, _ source: DocumentReference) {
    let isFirst = record.sources.updateValue(source, forKey: "status") == nil
    guard status != record.status else { return }
    let wasPlanned = !isFirst || isStated
    record.history.append(
      ParcelChange(
        property: "status", old: wasPlanned ? .text(record.status.rawValue) : nil,
        new: .text(status.rawValue), source: source))
    record.status = status
  }

  /// The documents, the acts, and the history in the order of the documents.
  private mutating func finish(
    _ statements: [RegisterFact<ParcelStatement>], _ transactions: [TransactionRecord]
  ) {
    record.transactions = transactions
    if record.values.document == nil, statements.isEmpty {
      record.values.document = transactions.last?.fact.document
    }
    let sources = statements.map(\.source) + transactions.map(\.source)
    for source in sources.count > 1 ? sources.sorted(by: DocumentReference.precedes) : sources {
      if let last = record.documents.indices.last, record.documents[last].isSameDocument(source) {
        record.documents[last].place.extend(to: source.place)
      } else {
        record.documents.append(source)
      }
    }
    guard record.documents.count > 1 else { return }
    let history = record.history.enumerated().sorted { a, b in
      if DocumentReference.precedes(a.element.source, b.element.source) { return true }
      if DocumentReference.precedes(b.element.source, a.element.source) { return false }
      return a.offset < b.offset
    }
    record.history = history.map(\.element)
  }

  /// The value of a property after a document has spoken, with the change noted: the document's
  /// where it states one, else the one before. A former value that it prints stands for the one
  /// before.
  private mutating func after<Value: Equatable>(
    _ property: String, _ known: Value?, _ new: Value?, _ wrapped: (Value) -> PropertyValue,
    former: Value? = nil, _ source: DocumentReference
  ) -> Value? {
    guard new != nil || former != nil else { return known }
    if new != nil { record.sources[property] = source }
    let old = former ?? known
    if old != new {
      record.history.append(
        ParcelChange(
          property: property, old: old.map(wrapped), new: new.map(wrapped), source: source))
    }
    return new ?? known
  }
}

extension Array {
  fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}

extension LandUse {
  /// The use that an act names, with its code where the name settles it.
  public init(named name: String, on date: CalendarDate?) {
    let settled = LandUseVocabulary.standard.inferredCode(forName: name, on: date)
    self.init(
      scheme: settled?.scheme ?? .unknown, code: settled?.code, name: name,
      codeInferred: settled != nil)
  }
}

extension LandTransaction {
  /// The uses that the act states: one by one, else the printed name.
  public func uses(on date: CalendarDate?) -> [LandUse] {
    guard landUse.isEmpty else { return landUse }
    return landUseName.map { [LandUse(named: $0, on: date)] } ?? []
  }

  /// Whether the act hands land over or is on the way to it: a supply that is neither an intention of
  /// a yearly plan nor came to nothing.
  public var isSupply: Bool {
    kind.documentKind == .supply && counts
  }

  /// Whether it was decided and not called off: no intention of a yearly plan, no failed sale.
  public var counts: Bool { stage != .planned && !stage.isVain }
}

extension ParcelKinship {
  fileprivate mutating func add(successor number: String, by kind: ParcelLineage.Kind) {
    switch kind {
    case .split: splitInto.appendNew(number)
    case .merge: mergedInto.appendNew(number)
    case .renumber: renumberedTo.appendNew(number)
    }
  }

  fileprivate mutating func add(predecessor number: String, by kind: ParcelLineage.Kind) {
    switch kind {
    case .split: splitFrom.appendNew(number)
    case .merge: mergedFrom.appendNew(number)
    case .renumber: renumberedFrom.appendNew(number)
    }
  }
}

extension [String] {
  fileprivate mutating func appendNew(_ number: String) {
    if !contains(number) { append(number) }
  }
}

extension DocumentReference {
  /// Whether two references are to the same document, wherever in it.
  fileprivate func isSameDocument(_ other: DocumentReference) -> Bool {
    number == other.number && title == other.title && date == other.date
      && place.file == other.place.file
  }
}

extension SourcePlace {
  /// Widens the place so that it covers another in the same file.
  fileprivate mutating func extend(to other: SourcePlace) {
    lineStart = Swift.min(lineStart, other.lineStart)
    lineEnd = Swift.max(lineEnd, other.lineEnd)
  }
}
