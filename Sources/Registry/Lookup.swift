internal import Answers
internal import Planning
internal import Storage

/// One lookup in one state of the register.
struct Lookup {
  let reader: RegisterReader
  let moment: Moment
  let query: String
  /// At most so many of each kind are told of what a search finds.
  var limit = Lookup.usualLimit

  /// As many as a person looks through.
  static let usualLimit = 100

  func answer() throws -> LookupAnswer {
    // A place is asked about with a question of its own.
    guard !query.hasPrefix("@"), TypedPoint(query) == nil else {
      return LookupAnswer(query: query, verdict: .notChecked, moment: moment)
    }
    return try parcelAnswer() ?? documentAnswer() ?? searchAnswer() ?? none()
  }

  /// The parcels of a number, with those that took their place.
  func parcelAnswer() throws -> LookupAnswer? {
    var parcels: [ParcelRecord] = []
    var apart: [FactApart] = []
    var next = try reader.plots.keys(numbered: query)
    var seen = Set(next)
    while !next.isEmpty {
      let plot = try reader.plots.facts(of: next.removeFirst(), at: moment)
      let records = PlotFolding.records(of: plot)
      parcels += records
      let told = Set(records.flatMap { $0.proposals + $0.ended })
      apart += plot.apart.filter { !told.contains($0) }
      for step in plot.kinship where PlotKey.ofNumber(step.from) == plot.key {
        guard let successor = PlotKey.ofNumber(step.to), seen.insert(successor).inserted else {
          continue
        }
        next.append(successor)
      }
    }
    guard !parcels.isEmpty || !apart.isEmpty else { return nil }
    var answer = LookupAnswer(query: query, verdict: .found, moment: moment)
    answer.parcels = parcels
    answer.take(apart)
    return answer
  }

  /// The document of a number, with what it says.
  private func documentAnswer() throws -> LookupAnswer? {
    guard let number = DocumentNumber(typed: query) else { return nil }
    let key = DocumentKey.of(number: number.description)
    let documents = try reader.documents.all(key: key, at: moment)
    guard !documents.isEmpty else { return nil }
    var answer = LookupAnswer(query: query, verdict: .found, moment: moment)
    answer.documents = documents
    try addContents(of: documents, to: &answer)
    return answer
  }

  private func addContents(
    of documents: [DocumentRecord], to answer: inout LookupAnswer
  ) throws {
    for document in documents {
      let own = try reader.plots.keys(of: document, at: moment)
      let kin = try reader.plots.keys(ofKinshipIn: document).filter { !own.contains($0) }
      let keys = own + kin
      answer.parcels += try parcels(keys) { record in
        record.documents.contains { $0.isVersion(of: document.reference) }
      }
      answer.transactions += try reader.documents.transactions(of: document, at: moment)
      answer.sites += try reader.documents.sites(of: document, at: moment)
      answer.totals += try reader.documents.totals(of: document, at: moment)
      answer.take(try reader.documents.apart(of: document, at: moment))
    }
    removeActsOfParcels(from: &answer)
  }

  /// What the beginning of a number and the query's words lead to: parcels of just that name, then
  /// those whose number begins so, then those that have every word; of each sort by number.
  private func searchAnswer() throws -> LookupAnswer? {
    let townships = try reader.documents.townshipNames(at: moment)
    let terms = SearchTerm.terms(of: query, townships: townships)
    guard !terms.isEmpty else { return nil }
    var answer = LookupAnswer(query: query, verdict: .found, moment: moment)
    try addParcels(having: terms, to: &answer)
    answer.documents = try reader.documents.all(having: terms, at: moment)
    answer.transactions = try reader.documents.transactions(having: terms, at: moment)
      .filter(terms.areMet)
    answer.sites = try reader.documents.sites(having: terms, at: moment)
    removeActsOfParcels(from: &answer)
    let isTitleAlone =
      answer.parcels.isEmpty && answer.transactions.isEmpty && answer.sites.isEmpty
    // A document that has a number in its title does not speak of that alone.
    if isTitleAlone, !terms.allSatisfy(\.isNumber) {
      try addContents(of: answer.documents, to: &answer)
    }
    guard !isTitleAlone || !answer.documents.isEmpty else { return nil }
    answer.limit(to: limit)
    return answer
  }

  private func addParcels(having terms: [SearchTerm], to answer: inout LookupAnswer) throws {
    var plots = try reader.plots.plots(having: terms, at: moment)
    let start = PlotKey.ofNumber(query)
    if terms.count > 1, let start {
      // A number with blanks in it is one number.
      let numbered = try reader.plots.plots(numberedFrom: start, at: moment)
      plots = numbered + plots.filter { !numbered.contains($0) }
    }
    func rank(_ plot: FoundPlot) -> Int {
      if plot.key == PlotKey.ofName(query) { return 0 }
      return start.map(plot.key.hasPrefix) == true ? 1 : 2
    }
    let ranks = plots.map(rank)
    for (plot, rank) in (0...2).flatMap({ rank in zip(plots, ranks).filter { $0.1 == rank } }) {
      // What is surely one parcel is counted without being folded: a use may be that of thousands.
      if plot.isSure, answer.parcels.count >= limit {
        answer.leftOut.parcels += 1
        continue
      }
      let found = try parcels([plot.key]) { rank < 2 || terms.areMet(by: $0) }
      let room = max(0, limit - answer.parcels.count)
      answer.parcels += found.prefix(room)
      answer.leftOut.parcels += max(0, found.count - room)
    }
  }

  /// Nothing found, with near misses: of documents where the query is a document's number, else of
  /// parcels, first those whose number begins with the query.
  func none() throws -> LookupAnswer {
    var answer = LookupAnswer(query: query, verdict: .none, moment: moment)
    answer.suggestions = try nearDocuments()
    guard answer.suggestions.isEmpty, DocumentNumber(typed: query) == nil,
      let key = PlotKey.ofNumber(query), key.contains(where: \.isNumber)
    else { return answer }
    let keys = try reader.plots.numberKeys()
    var near = Array(keys.lazy.filter { $0.hasPrefix(key) }.prefix(5))
    for candidate in EditDistance.nearest(to: key, among: keys) where !near.contains(candidate) {
      near.append(candidate)
    }
    answer.suggestions = try near.prefix(5).map(reader.plots.printedNumber)
    return answer
  }

  /// The numbers of documents that a number may mean.
  func nearDocuments() throws -> [String] {
    guard let number = DocumentNumber(typed: query) else {
      return try documentNumbers(withoutYear: query)
    }
    return EditDistance.nearest(
      to: number.description, among: try reader.documents.numbers(), atMost: 2)
  }

  /// The documents that `中政函62号` may mean, whose year is not told, the latest first.
  private func documentNumbers(withoutYear query: String) throws -> [String] {
    guard let parts = SearchText.normalized(query).wholeMatch(of: /(\p{Han}+?)第?0*(\d+)号?/) else {
      return []
    }
    let numbers = try reader.documents.numbers().compactMap { DocumentNumber($0)?.key }
    let alike = numbers.filter { $0.hasPrefix("\(parts.1)〔") && $0.hasSuffix("〕\(parts.2)号") }
    return Array(alike.sorted(by: >).prefix(5))
  }

  private func parcels(
    _ keys: [String], where admits: (ParcelRecord) -> Bool
  ) throws -> [ParcelRecord] {
    var found: [ParcelRecord] = []
    for key in keys {
      found += PlotFolding.records(of: try reader.plots.facts(of: key, at: moment)).filter(admits)
    }
    return found
  }

  /// An act that is told with its parcel is not told again.
  private func removeActsOfParcels(from answer: inout LookupAnswer) {
    let told = Set(answer.parcels.flatMap(\.transactions).map(\.sourceKey))
    answer.transactions.removeAll { told.contains($0.sourceKey) }
  }
}

extension LookupAnswer {
  /// Takes what is not in force.
  fileprivate mutating func take(_ apart: [FactApart]) {
    let sorted = apart.sorted(by: FactApart.precedes)
    proposals += sorted.filter { !$0.wasInForce }
    ended += sorted.filter(\.wasInForce)
  }
}

extension DocumentReference {
  fileprivate func isVersion(of other: DocumentReference) -> Bool {
    number == other.number && title == other.title && version == other.version
      && recordedAt == other.recordedAt
  }
}

extension RegisterFact {
  /// What tells one fact of its kind from another.
  fileprivate var sourceKey: [String] {
    [source.number ?? "", source.title, source.date?.description ?? "", String(ordinal)]
  }
}
