public import Planning

/// How the parcels of one key differ between two moments: a pure function of the facts that are in
/// force at each.
public enum PlotDifference {
  /// The differences, in the order of the parcels.
  ///
  /// A parcel is the same at both moments where county and plan are (of plots without number also
  /// the location). Where one of these is told at one moment only, it is the one parcel that it can
  /// be; where there are several, the one went and the other came.
  public static func differences(from old: PlotFacts, to new: PlotFacts) -> [ParcelDifference] {
    guard old != new else { return [] }
    return pairs(PlotFolding.records(of: old), PlotFolding.records(of: new), key: new.key)
      .compactMap { difference(from: $0.old, to: $0.new, key: new.key) }
  }

  /// A parcel at two moments; `nil` where nothing differs, or where it is of neither: one that
  /// others had taken the place of before it was known.
  static func difference(
    from old: ParcelRecord?, to new: ParcelRecord?, key: String
  ) -> ParcelDifference? {
    let kind: ParcelDifference.Kind
    switch (old?.exists ?? false, new?.exists ?? false) {
    case (false, false): return nil
    case (false, true): kind = .added
    case (true, false): kind = .gone
    case (true, true): kind = .changed
    }
    guard let shown = new ?? old else { return nil }
    var difference = ParcelDifference(kind: kind, plotKey: key, label: shown.label)
    let names = kind == .gone ? old ?? shown : shown
    difference.county = names.county
    difference.plan = names.values.plan
    difference.changes = changes(from: old, to: new)
    (difference.oldBoundary, difference.newBoundary) = (old?.boundary, new?.boundary)
    (difference.oldKinship, difference.newKinship) = (
      old?.kinship ?? ParcelKinship(), new?.kinship ?? ParcelKinship()
    )
    let (before, after) = (old?.transactions ?? [], new?.transactions ?? [])
    difference.addedActs = acts(after, without: before)
    difference.goneActs = acts(before, without: after)
    let isSame =
      kind == .changed && difference.changes.isEmpty && !difference.isBoundaryChanged
      && difference.addedActs.isEmpty && difference.goneActs.isEmpty
    return isSame ? nil : difference
  }

  private static func changes(
    from old: ParcelRecord?, to new: ParcelRecord?
  ) -> [ParcelDifference.Change] {
    let (before, after) = (old?.properties ?? [:], new?.properties ?? [:])
    return Set(before.keys).union(after.keys).sorted().compactMap { property in
      guard before[property] != after[property] else { return nil }
      return ParcelDifference.Change(
        property: property, old: before[property], new: after[property],
        oldSource: before[property] == nil ? nil : old?.source(of: property),
        newSource: after[property] == nil ? nil : new?.source(of: property))
    }
  }

  /// The acts that are not among others; a new version of a document says the same act again.
  private static func acts(
    _ acts: [TransactionRecord], without others: [TransactionRecord]
  ) -> [TransactionRecord] {
    var others = others
    return acts.filter { act in
      guard let same = others.firstIndex(where: { isSame($0, act) }) else { return true }
      others.remove(at: same)
      return false
    }
  }

  private static func isSame(_ a: TransactionRecord, _ b: TransactionRecord) -> Bool {
    var other = b.fact
    other.place = a.fact.place
    return a.fact == other && a.source.isOfDocument(b.source)
  }

  // MARK: - Which parcel is which

  private struct Identity: Hashable {
    var county: String?
    var planKey: String?
    var location: String?
  }

  private typealias Pair = (old: ParcelRecord?, new: ParcelRecord?)

  /// The parcels of one key at both moments, those that are the same in pairs.
  private static func pairs(_ old: [ParcelRecord], _ new: [ParcelRecord], key: String) -> [Pair] {
    let isNumber = PlotKey.isNumber(key)
    let (first, second) = (
      old.map { identity($0, isNumber) }, new.map { identity($0, isNumber) }
    )
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    for (index, identity) in first.enumerated() {
      let same = second.indices.first { second[$0] == identity && !taken.contains($0) }
      guard let same else { continue }
      partner[index] = same
      taken.insert(same)
    }
    let openOld = first.indices.filter { partner[$0] == nil }
    let openNew = second.indices.filter { !taken.contains($0) }
    for index in openOld {
      let candidates = openNew.filter { isCompatible(first[index], second[$0]) }
      guard candidates.count == 1, let only = candidates.first,
        openOld.count(where: { isCompatible(first[$0], second[only]) }) == 1
      else { continue }
      partner[index] = only
      taken.insert(only)
    }
    let pairs: [(Identity, Pair)] =
      old.indices.map { index in
        (first[index], (old[index], partner[index].map { new[$0] }))
      } + new.indices.filter { !taken.contains($0) }.map { (second[$0], (nil, new[$0])) }
    return pairs.sorted { order($0.0) < order($1.0) }.map(\.1)
  }

  private static func order(_ identity: Identity) -> (String, String, String) {
    (identity.county ?? "", identity.planKey ?? "", identity.location ?? "")
  }

  private static func identity(_ record: ParcelRecord, _ isNumber: Bool) -> Identity {
    Identity(
      county: record.county, planKey: record.values.plan.flatMap { PlanName.key($0) },
      location: isNumber ? nil : record.values.location.map(SearchText.normalized))
  }

  private static func isCompatible(_ a: Identity, _ b: Identity) -> Bool {
    PlotFolding.compatible(a.county, b.county) && PlotFolding.compatible(a.planKey, b.planKey)
      && PlotFolding.compatible(a.location, b.location)
  }
}
