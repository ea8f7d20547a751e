internal import Terms

extension ParcelRecord {
  /// Whether it is a parcel of its moment: not one that others took the place of.
  public var exists: Bool { status != .superseded }

  /// All that can change about a parcel, by the keys under which its sources and its history have
  /// it; what is not known is absent. How an area is printed is no property of land, so areas have
  /// no text.
  public var properties: [String: PropertyValue] {
    var all: [String: PropertyValue] = [:]
    for (name, text) in values.extras { all[name] = .text(text) }
    for (indicator, interval) in values.indicators { all[indicator.rawValue] = .interval(interval) }
    let texts: [(String, String?)] = [
      ("parcel_id", values.parcelID), ("parent_id", values.parentID), ("plan", values.plan),
      ("name", values.name), ("location", values.location),
      ("boundary_description", values.boundaryDescription), ("county", county),
      ("status", status.rawValue),
    ]
    for case (let key, let text?) in texts { all[key] = .text(text) }
    if !values.landUse.isEmpty { all["land_use"] = .landUse(values.landUse) }
    all["area_m2"] = values.area.map {
      .area(StatedArea(squareMetres: $0.squareMetres, isApproximate: $0.isApproximate))
    }
    if values.keepsCurrentUse { all["keeps_current_use"] = .flag(true) }
    let lists: [(String, [String])] = [
      ("aliases", values.aliases), ("conditions", values.conditions),
      ("split_from", kinship.splitFrom),
      ("split_into", kinship.splitInto), ("merged_from", kinship.mergedFrom),
      ("merged_into", kinship.mergedInto), ("renumbered_from", kinship.renumberedFrom),
      ("renumbered_to", kinship.renumberedTo),
    ]
    for (key, list) in lists where !list.isEmpty { all[key] = .texts(list) }
    return all
  }

  /// What says a property: of a number, a county or kin, which have no source of their own, the
  /// newest document or the boundary file.
  public func source(of property: String) -> DocumentReference? {
    sources[property] ?? documents.last ?? boundary?.reference
  }
}
