extension ParcelStatement {
  /// Takes what another statement of the same document says of the same parcel and this one does not.
  ///
  /// A table gives the areas and the text the indicators, or two tables give the state before and
  /// after: together they are one statement. Where both speak, this one stands.
  public mutating func complete(with other: ParcelStatement) {
    parentID = parentID ?? other.parentID
    plan = plan ?? other.plan
    name = name ?? other.name
    if landUse.isEmpty { landUse = other.landUse }
    area = area ?? other.area
    indicators.merge(other.indicators) { known, _ in known }
    extras.merge(other.extras) { known, _ in known }
    keepsCurrentUse = keepsCurrentUse || other.keepsCurrentUse
    location = location ?? other.location
    boundaryDescription = boundaryDescription ?? other.boundaryDescription
    conditions += other.conditions.filter { !conditions.contains($0) }
    guard let former = other.previous else { return }
    var values = previous ?? PreviousValues()
    if values.landUse.isEmpty { values.landUse = former.landUse }
    values.area = values.area ?? former.area
    values.indicators.merge(former.indicators) { known, _ in known }
    previous = values
  }
}
