internal import Terms

extension ParcelRecord {
  /// Takes the boundary in force, and what its file says of the parcel where no document says it.
  mutating func take(_ fact: BoundaryFact) {
    boundary = ParcelBoundary(fact)
    let (said, source) = (fact.record.statement, fact.reference)
    func fill<Value>(_ property: String, _ known: inout Value?, _ new: Value?) {
      guard known == nil, let new else { return }
      known = new
      sources[property] = source
    }
    values.parcelID = values.parcelID ?? said.parcelID
    values.document = values.document ?? said.document
    fill("plan", &values.plan, said.plan)
    fill("parent_id", &values.parentID, said.parentID)
    fill("name", &values.name, said.name)
    fill("area_m2", &values.area, said.area)
    fill("location", &values.location, said.location)
    fill("boundary_description", &values.boundaryDescription, said.boundaryDescription)
    if values.landUse.isEmpty, !said.landUse.isEmpty {
      values.landUse = said.landUse
      sources["land_use"] = source
    }
    for (indicator, interval) in said.indicators {
      fill(indicator.rawValue, &values.indicators[indicator], interval)
    }
    for (name, text) in said.extras { fill(name, &values.extras[name], text) }
    if said.keepsCurrentUse, sources["keeps_current_use"] == nil {
      values.keepsCurrentUse = true
      sources["keeps_current_use"] = source
    }
    if values.conditions.isEmpty, !said.conditions.isEmpty {
      values.conditions = said.conditions
      sources["conditions"] = source
    }
  }
}
