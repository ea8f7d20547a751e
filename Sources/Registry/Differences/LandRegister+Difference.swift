public import Planning
internal import Storage

extension LandRegister {
  /// Tells what is another thing at one moment than at another: parcels added, gone and changed, with
  /// what changed and why; layers and townships.
  ///
  /// Only plots are folded of which some fact is in force at one moment and not at the other. Numbers
  /// come first, in their order, then plots without number.
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
  func differences(
    from old: Moment, to new: Moment, in reader: RegisterReader,
    _ body: ([ParcelDifference]) throws -> Void
  ) throws -> RegisterDifference {
    var summary = RegisterDifference(from: old, to: new)
    (summary.addedDocuments, summary.goneDocuments) = try reader.changedDocuments(
      from: old, to: new)
    summary.layers = RegisterDifference.layers(
      from: try reader.layers(at: old), to: try reader.layers(at: new))
    summary.townships = try townships(from: old, to: new, in: reader)
    let keys = try reader.touchedPlots(from: old, to: new)
    var some: [ParcelDifference] = []
    for key in keys.filter(PlotKey.isNumber) + keys.filter({ !PlotKey.isNumber($0) }) {
      let found = PlotDifference.differences(
        from: try reader.plot(key, at: old), to: try reader.plot(key, at: new))
      for difference in found { summary.count(difference) }
      some += found
      guard some.count >= 256 else { continue }
      try body(some)
      some.removeAll(keepingCapacity: true)
    }
    if !some.isEmpty { try body(some) }
    return summary
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
