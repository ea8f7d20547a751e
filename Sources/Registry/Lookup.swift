internal import Answers
internal import Planning
internal import Storage

/// One lookup in one state of the register.
struct Lookup {
  let reader: RegisterReader
  let moment: Moment
  let query: String

  func answer() throws -> LookupAnswer {
    // A place is asked about with a question of its own.
    guard !query.hasPrefix("@"), TypedPoint(query) == nil else {
      return LookupAnswer(query: query, verdict: .notChecked, moment: moment)
    }
    return try parcelAnswer() ?? documentAnswer() ?? wordAnswer() ?? none()
  }

  /// The parcels of a number, with those that took their place.
  func parcelAnswer() throws -> LookupAnswer? {
    guard let key = PlotKey.ofNumber(query) else { return nil }
    var parcels: [ParcelRecord] = []
    var apart: [FactApart] = []
    var next = try reader.plots.keys(ofNumber: key)
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

  /// What has the query's words in it.
  private func wordAnswer() throws -> LookupAnswer? {
    let word = SearchText.normalized(query)
    // A number that is no parcel's is not looked for in the middle of titles.
    guard !word.isEmpty, !word.allSatisfy({ $0.isASCII && !$0.isLetter }),
      !(word.allSatisfy(\.isASCII) && word.contains(where: \.isNumber))
    else { return nil }
    let words = try reader.documents.townshipNames(at: moment).names(of: query)
    var answer = LookupAnswer(query: query, verdict: .found, moment: moment)
    let keys = try reader.plots.keys(withAnyOf: words, at: moment)
    answer.parcels = try parcels(keys) { $0.mentions(anyOf: words) }
    answer.documents = try reader.documents.all(withAnyOf: words, at: moment)
    answer.transactions = try reader.documents.transactions(withAnyOf: words, at: moment)
    answer.sites = try reader.documents.sites(withAnyOf: words, at: moment)
    removeActsOfParcels(from: &answer)
    let isTitleAlone =
      answer.parcels.isEmpty && answer.transactions.isEmpty && answer.sites.isEmpty
    if isTitleAlone { try addContents(of: answer.documents, to: &answer) }
    return isTitleAlone && answer.documents.isEmpty ? nil : answer
  }

  /// Nothing found, with near misses: of documents where the query is a document's number, else of
  /// parcels, first those whose number begins with the query.
  func none() throws -> LookupAnswer {
    var answer = LookupAnswer(query: query, verdict: .none, moment: moment)
    if let number = DocumentNumber(typed: query) {
      answer.suggestions = EditDistance.nearest(
        to: number.description, among: try reader.documents.numbers(), atMost: 2)
      return answer
    }
    guard let key = PlotKey.ofNumber(query), key.contains(where: \.isNumber) else { return answer }
    let yearless = try documentNumbers(withoutYear: query)
    guard yearless.isEmpty else {
      answer.suggestions = yearless
      return answer
    }
    let keys = try reader.plots.numberKeys()
    var near = Array(keys.lazy.filter { $0.hasPrefix(key) }.prefix(5))
    for candidate in EditDistance.nearest(to: key, among: keys) where !near.contains(candidate) {
      near.append(candidate)
    }
    answer.suggestions = try near.prefix(5).map(reader.plots.printedNumber)
    return answer
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

extension ParcelRecord {
  /// Whether any of some words, normalised, occur in what is or was said of the parcel.
  fileprivate func mentions(anyOf words: [String]) -> Bool {
    var texts = [values.name, values.location, values.plan, values.boundaryDescription]
    texts += values.extras.values.map(Optional.some)
    for act in transactions.map(\.fact) {
      texts += [act.name, act.party, act.location, act.purpose, act.requestNumber]
      texts += act.extras.values.map(Optional.some)
    }
    for case .text(let former)? in history.map(\.old) { texts.append(former) }
    let text = SearchText.joined(texts)
    return words.contains { text.contains($0) }
  }
}
