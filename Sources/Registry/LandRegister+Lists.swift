public import Planning
internal import Storage

extension LandRegister {
  /// The parcels a filter admits, by county, plan and number.
  public func parcels(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [ParcelRecord] {
    try store.read { reader in
      let townships = try reader.townshipNames(at: moment)
      var records: [ParcelRecord] = []
      for key in try reader.candidates(for: filter, townships: townships, at: moment) {
        for record in PlotFolding.records(of: try reader.plot(key, at: moment))
        where filter.admits(record, townships: townships) {
          records.append(record)
        }
      }
      return records.sorted(by: LandRegister.precedes)
    }
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

  private static func precedes(_ a: ParcelRecord, _ b: ParcelRecord) -> Bool {
    let (first, second) = (a.values, b.values)
    return (a.county ?? "", first.plan ?? "", first.parcelID ?? "\u{10FFFF}", a.label)
      < (b.county ?? "", second.plan ?? "", second.parcelID ?? "\u{10FFFF}", b.label)
  }
}
