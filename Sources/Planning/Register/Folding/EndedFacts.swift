/// The history of a parcel of which some document lost its force: what it changed while it was in
/// force, and what its end changed back.
struct EndedFacts {
  private let facts: ParcelFacts
  private let ended: [FactApart]
  private let key: String

  init(_ facts: ParcelFacts, _ ended: [FactApart], key: String) {
    (self.facts, self.ended, self.key) = (facts, ended, key)
  }

  /// All changes in the order of the documents, up to the parcel as it is now.
  func history(upTo now: ParcelRecord) -> [ParcelChange] {
    var history: [ParcelChange] = []
    var last: DocumentReference?
    var living = ended
    func isLater(_ change: ParcelChange) -> Bool {
      last.map { DocumentReference.precedes($0, change.source) } ?? true
    }
    for ending in endings() {
      let before = record(with: living, at: ending.reference)
      history += (before?.history ?? []).filter(isLater)
      let gone = living.filter { $0.source.ending == ending }
      living.removeAll { $0.source.ending == ending }
      history += gone.map(\.source.name).uniqued.map { name in
        ParcelChange(
          property: "document_ended", old: nil, new: .text(name), source: ending.reference)
      }
      history += changes(before, record(with: living, at: ending.reference), ending.reference)
      last = ending.reference
    }
    return history + now.history.filter(isLater)
  }

  /// The endings in their order, each once.
  private func endings() -> [DocumentEnding] {
    var all: [DocumentEnding] = []
    for ending in ended.compactMap(\.source.ending) where !all.contains(ending) {
      all.append(ending)
    }
    return all.sorted { DocumentReference.precedes($0.reference, $1.reference) }
  }

  /// The parcel when a document ended others, of what documents up to it say; `nil` where they say
  /// nothing.
  private func record(with living: [FactApart], at ending: DocumentReference) -> ParcelRecord? {
    var then = facts
    then.apart = []
    then.statements += living.compactMap(\.statement)
    then.transactions += living.compactMap(\.act)
    func isKnown(_ source: DocumentReference) -> Bool {
      !DocumentReference.precedes(ending, source)
    }
    then.statements.removeAll { !isKnown($0.source) }
    then.transactions.removeAll { !isKnown($0.source) }
    then.kinship.removeAll { !isKnown($0.source) }
    guard !then.statements.isEmpty || !then.transactions.isEmpty || !then.boundaries.isEmpty else {
      return nil
    }
    return ParcelFold.fold(then, key: key)
  }

  private func changes(
    _ before: ParcelRecord?, _ after: ParcelRecord?, _ source: DocumentReference
  ) -> [ParcelChange] {
    let (old, new) = (before?.properties ?? [:], after?.properties ?? [:])
    return Set(old.keys).union(new.keys).sorted().compactMap { property in
      guard old[property] != new[property] else { return nil }
      return ParcelChange(
        property: property, old: old[property], new: new[property], source: source)
    }
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
