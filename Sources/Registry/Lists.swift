internal import Answers
public import Planning
internal import SimpleFeatures
internal import Storage

/// What of a register a filter admits: parcels, documents, acts, hazard sites.
public struct LandLists: LandQuestions {
  let register: LandRegister

  /// The parcels a filter admits, by county, plan and number.
  public func parcels(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [ParcelRecord] {
    var records: [ParcelRecord] = []
    try forEachParcels(matching: filter, at: moment) { records += $0 }
    return records
  }

  /// Hands over the parcels a filter admits, by county, plan and number, some hundred at a time: of
  /// all others no more is kept than their place in the list.
  public func forEachParcels(
    matching filter: RegisterFilter, at moment: Moment = .now,
    _ body: ([ParcelRecord]) throws -> Void
  ) throws {
    try store.read { try forEachParcels(matching: filter, at: moment, in: $0, body) }
  }

  /// Hands over the parcels of one state of the register.
  func forEachParcels(
    matching filter: RegisterFilter, at moment: Moment, in reader: RegisterReader,
    _ body: ([ParcelRecord]) throws -> Void
  ) throws {
    let townships = try reader.documents.townshipNames(at: moment)
    let places = try places(matching: filter, townships: townships, at: moment, in: reader)
    var some: [ParcelRecord] = []
    for place in places {
      for record in PlotFolding.records(of: try reader.plots.facts(of: place.plotKey, at: moment))
      where ParcelPlace(of: record, plotKey: place.plotKey) == place
        && filter.admits(record, townships: townships)
      {
        some.append(record)
      }
      guard some.count >= 256 else { continue }
      try body(some)
      some.removeAll(keepingCapacity: true)
    }
    if !some.isEmpty { try body(some) }
  }

  /// The places of the parcels among which all are that a filter admits, sorted, each once. The
  /// layer of what is in force has them; of another moment the parcels are folded for it.
  private func places(
    matching filter: RegisterFilter, townships: TownshipNames, at moment: Moment,
    in reader: RegisterReader
  ) throws -> [ParcelPlace] {
    if moment.isNow, filter.comparisons.isEmpty { return try reader.parcels.places().sorted() }
    let keys = try reader.plots.candidates(for: filter, townships: townships, at: moment)
    if moment.isNow {
      let wanted = Set(keys)
      return try reader.parcels.places().filter { wanted.contains($0.plotKey) }.sorted()
    }
    var places: Set<ParcelPlace> = []
    for key in keys {
      for record in PlotFolding.records(of: try reader.plots.facts(of: key, at: moment)) {
        places.insert(ParcelPlace(of: record, plotKey: key))
      }
    }
    return places.sorted()
  }

  /// The documents a filter admits, by date.
  public func documents(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [DocumentRecord] {
    try store.read { reader in
      try reader.documents.all(at: moment).filter { filter.admits($0) }
    }
  }

  /// The acts a filter admits, by date.
  public func transactions(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [TransactionRecord] {
    try store.read { reader in
      let townships = try reader.documents.townshipNames(at: moment)
      return try reader.documents.transactions(at: moment)
        .filter { filter.admits($0, townships: townships) }
        .sorted(by: RegisterFact.precedes)
    }
  }

  /// The hazard sites a filter admits, by document and their place in its list.
  public func sites(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [SiteRecord] {
    try store.read { reader in
      let townships = try reader.documents.townshipNames(at: moment)
      return try reader.documents.sites(at: moment)
        .filter { filter.admits($0, townships: townships) }
        .sorted(by: RegisterFact.precedes)
    }
  }

  /// How many parcels there are as of a moment.
  public func parcelCounts(at moment: Moment = .now) throws -> ParcelCounts {
    try store.read { reader in
      var counts = ParcelCounts()
      var selection = RowSelection(
        table: "parcels", columns: ["boundary_quality", "boundary_schematic"])
      selection.hasShapes = false
      try ParcelRows(reader: reader, moment: moment).forEach(selection) { table in
        counts.all += table.count
        counts.mapped += table.fields[0].values.count { $0 != .none }
        counts.schematic += table.fields[1].values.count { $0 == .integer(1) }
        return true
      }
      return counts
    }
  }

  /// The reference layers in force as of a moment.
  public func layers(at moment: Moment = .now) throws -> [LayerVersion] {
    try store.read { try $0.layers.inForce(at: moment) }
  }
}

/// How many parcels there are as of a moment.
public struct ParcelCounts: Hashable, Sendable {
  /// All of them.
  public var all = 0
  /// Those with a boundary.
  public var mapped = 0
  /// Those whose boundary only shows roughly where they lie.
  public var schematic = 0
}
