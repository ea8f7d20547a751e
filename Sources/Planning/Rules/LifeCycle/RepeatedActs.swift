/// Acts by which the same land may be counted twice: of two documents, of one kind, with one area
/// and one party, or one location where a party is not told.
///
/// Acts under one number are steps of one parcel, as a listing and its contract are, and no
/// repetition. Acts under two numbers are of two parcels, unless they name one location too.
struct RepeatedActs {
  private struct Act {
    var act: LandTransaction
    var area: Double
    var county: String?
    var source: DocumentReference
    var key: String?
  }

  private var acts: [Act] = []
  private var incomplete = 0

  /// Takes the acts of a document.
  mutating func take(_ document: CheckedDocument) {
    for act in document.document.transactions {
      guard let area = act.area?.squareMetres, act.party != nil || act.location != nil else {
        incomplete += 1
        continue
      }
      acts.append(
        Act(
          act: act, area: area, county: document.county,
          source: document.reference.at(act.place), key: PlotKey.of(act)))
    }
  }

  /// One finding for each pair.
  func judge(into findings: inout FindingCollector) {
    let code = RuleCode.landCountedTwice
    guard findings.book.asks(code) else { return }
    findings.checked(code, count: acts.count)
    if incomplete > 0 { findings.notChecked(code, .notStated, count: incomplete) }
    let tolerance = findings.book.number(code, "tolerance_m2")
    let sorted = acts.sorted { a, b in
      if a.area != b.area { return a.area < b.area }
      return DocumentReference.precedes(a.source, b.source)
    }
    for (index, first) in sorted.enumerated() {
      for second in sorted[(index + 1)...] {
        guard second.area - first.area <= tolerance else { break }
        let isInOrder = !DocumentReference.precedes(second.source, first.source)
        let (earlier, later) = isInOrder ? (first, second) : (second, first)
        guard isRepeated(earlier, later) else { continue }
        add(earlier, later, into: &findings)
      }
    }
  }

  private func isRepeated(_ a: Act, _ b: Act) -> Bool {
    guard a.act.kind.documentKind == b.act.kind.documentKind,
      PlotFolding.compatible(a.county, b.county), !a.source.isOfDocument(b.source)
    else { return false }
    let isSamePlace = RepeatedActs.isSamePlace(a.act.location, b.act.location)
    if let first = a.key, let second = b.key {
      guard first != second, isSamePlace else { return false }
    }
    guard a.act.party != nil, b.act.party != nil else { return isSamePlace }
    return RepeatedActs.isSameParty(a.act.party, b.act.party)
  }

  /// Whether two parties are one: the same words, or one named in the other, as a person is in
  /// `某公司（某人）`.
  static func isSameParty(_ a: String?, _ b: String?) -> Bool { isWithin(a, b, atLeast: 2) }

  private static func isSamePlace(_ a: String?, _ b: String?) -> Bool { isWithin(a, b, atLeast: 4) }

  private static func isWithin(_ a: String?, _ b: String?, atLeast length: Int) -> Bool {
    guard let a, let b else { return false }
    let (first, second) = (SearchText.normalized(a), SearchText.normalized(b))
    if first == second { return !first.isEmpty }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return short.count >= length && long.contains(short)
  }

  private func add(_ a: Act, _ b: Act, into findings: inout FindingCollector) {
    let stage: RuleStage = a.act.kind.documentKind == .supply ? .supplied : .approved
    findings.add(
      .landCountedTwice, at: stage, subjects: [subject(a), subject(b)],
      values: [
        "act": .act(b.act.kind), "area": .squareMetres(b.area),
        "party": .text(RepeatedActs.common(a.act, b.act)), "first": .text(label(a)),
        "first_document": .text(a.source.name), "second": .text(label(b)),
        "second_document": .text(b.source.name),
      ]
    ) { finding in
      finding.squareMetres = a.area
      finding.sources = [a.source, b.source]
    }
  }

  /// What both name: the shorter of two parties, else of two locations.
  private static func common(_ a: LandTransaction, _ b: LandTransaction) -> String {
    let parties = [a.party, b.party].compactMap(\.self)
    let named = parties.count == 2 ? parties : [a.location, b.location].compactMap(\.self)
    return named.min { $0.count < $1.count } ?? ""
  }

  private func label(_ act: Act) -> String {
    act.act.parcelID ?? act.act.name ?? act.act.party ?? act.act.location ?? ""
  }

  private func subject(_ act: Act) -> FindingSubject {
    FindingSubject(
      kind: .transaction, key: "\(act.source.name)|\(label(act))", label: label(act),
      group: act.source.name)
  }
}
