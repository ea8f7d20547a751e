public import Answers
public import Planning
internal import Storage

extension LandRegister {
  /// Tells what is another thing at one moment than at another: parcels added, gone and changed, with
  /// what changed and why; layers and townships.
  ///
  /// Only plots are folded of which some fact is in force at one moment and not at the other.
  ///
  /// - Parameter body: takes the parcels that differ, some hundred at a time.
  /// - Returns: how many there are, and what else differs.
  @discardableResult
  public func differences(
    from old: Moment, to new: Moment, _ body: ([ParcelDifference]) throws -> Void
  ) throws -> RegisterDifference {
    try store.read { reader in
      try differences(from: old, to: new, in: reader, body)
    }
  }

  /// The same of one state of the register.
  ///
  /// - Parameter limit: up to so many plots are read one by one; of more two passes over the register
  ///   cost less.
  func differences(
    from old: Moment, to new: Moment, in reader: RegisterReader, oneByOne limit: Int = 4_000,
    _ body: ([ParcelDifference]) throws -> Void
  ) throws -> RegisterDifference {
    var summary = RegisterDifference(from: old, to: new)
    (summary.addedDocuments, summary.goneDocuments) = try reader.changedDocuments(
      from: old, to: new)
    summary.layers = RegisterDifference.layers(
      from: try reader.layers(at: old), to: try reader.layers(at: new))
    summary.townships = try townships(from: old, to: new, in: reader)
    var some: [ParcelDifference] = []
    try forEachTouchedPlot(from: old, to: new, in: reader, oneByOne: limit) { before, after in
      let found = PlotDifference.differences(from: before, to: after)
      for difference in found { summary.count(difference) }
      some += found
      guard some.count >= 256 else { return }
      try body(some)
      some.removeAll(keepingCapacity: true)
    }
    if !some.isEmpty { try body(some) }
    return summary
  }

  /// Hands over what is said at both moments of each plot that can differ: numbers first, in the order
  /// of their bytes, then plots without number.
  private func forEachTouchedPlot(
    from old: Moment, to new: Moment, in reader: RegisterReader, oneByOne limit: Int,
    _ body: (_ before: PlotFacts, _ after: PlotFacts) throws -> Void
  ) throws {
    let touched = try reader.touchedPlots(from: old, to: new)
    let keys = touched.filter(PlotKey.isNumber) + touched.filter { !PlotKey.isNumber($0) }
    guard keys.count > limit else {
      for key in keys { try body(reader.plot(key, at: old), reader.plot(key, at: new)) }
      return
    }
    let wanted = Set(keys)
    func facts(at moment: Moment) throws -> [String: PlotFacts] {
      var facts: [String: PlotFacts] = [:]
      try reader.forEachPlot(at: moment) { if wanted.contains($0.key) { facts[$0.key] = $0 } }
      return facts
    }
    var (before, after) = (try facts(at: old), try facts(at: new))
    for key in keys {
      try body(
        before.removeValue(forKey: key) ?? PlotFacts(key: key),
        after.removeValue(forKey: key) ?? PlotFacts(key: key))
    }
  }

  private func townships(
    from old: Moment, to new: Moment, in reader: RegisterReader
  ) throws -> [RegisterDifference.Townships] {
    let before = try reader.administrativeChanges(at: old)
    let after = try reader.administrativeChanges(at: new)
    func isAmong(
      _ change: AdministrativeChange,
      _ others: [(change: AdministrativeChange, source: DocumentReference)]
    ) -> Bool {
      others.contains { $0.change.from == change.from && $0.change.into == change.into }
    }
    return after.filter { !isAmong($0.change, before) }.map {
      RegisterDifference.Townships(change: $0.change, source: $0.source, isAdded: true)
    }
      + before.filter { !isAmong($0.change, after) }.map {
        RegisterDifference.Townships(change: $0.change, source: $0.source, isAdded: false)
      }
  }
}
