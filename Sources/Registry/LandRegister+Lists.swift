public import Answers
public import Planning
internal import Storage

extension LandRegister {
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
    let townships = try reader.townshipNames(at: moment)
    let places = try places(matching: filter, townships: townships, at: moment, in: reader)
    var some: [ParcelRecord] = []
    for place in places {
      for record in PlotFolding.records(of: try reader.plot(place.plotKey, at: moment))
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
    if moment.isNow, filter.comparisons.isEmpty { return try reader.parcelPlaces().sorted() }
    let keys = try reader.candidates(for: filter, townships: townships, at: moment)
    if moment.isNow {
      let wanted = Set(keys)
      return try reader.parcelPlaces().filter { wanted.contains($0.plotKey) }.sorted()
    }
    var places: Set<ParcelPlace> = []
    for key in keys {
      for record in PlotFolding.records(of: try reader.plot(key, at: moment)) {
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
      try reader.documents(at: moment).filter { filter.admits($0) }
    }
  }

  /// The acts a filter admits, by date.
  public func transactions(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [TransactionRecord] {
    try store.read { reader in
      let townships = try reader.townshipNames(at: moment)
      return try reader.transactions(at: moment)
        .filter { filter.admits($0, townships: townships) }
        .sorted(by: RegisterFact.precedes)
    }
  }

  /// The hazard sites a filter admits, by document and their place in its list.
  public func sites(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [SiteRecord] {
    try store.read { reader in
      let townships = try reader.townshipNames(at: moment)
      return try reader.sites(at: moment)
        .filter { filter.admits($0, townships: townships) }
        .sorted(by: RegisterFact.precedes)
    }
  }

  /// What the register holds, in numbers.
  public func info() throws -> RegisterInfo {
    try store.read { reader in try reader.info() }
  }
}
