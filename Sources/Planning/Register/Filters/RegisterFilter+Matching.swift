extension RegisterFilter {
  /// Whether a parcel is admitted.
  public func admits(_ parcel: ParcelRecord, townships: TownshipNames) -> Bool {
    let values = parcel.values
    return comparisons.allSatisfy { comparison in
      switch comparison.field {
      case .parcel: comparison.holds(number: values.parcelID)
      case .plan: comparison.holds(plan: values.plan)
      case .county: comparison.holds(text: parcel.county)
      case .use: comparison.holds(uses: values.landUse)
      case .scheme: comparison.holds(anyOf: values.landUse.map(\.scheme.rawValue))
      case .area: comparison.holds(number: values.area?.squareMetres)
      case .status: comparison.holds(key: parcel.status.rawValue)
      case .township:
        comparison.holds(
          townshipIn: [values.location, values.name, values.plan], names: townships)
      case .location: comparison.holds(text: values.location)
      case .name: comparison.holds(text: values.name)
      case .date: comparison.holds(date: parcel.documents.last?.date)
      case .document: comparison.holds(document: parcel.documents.last?.number)
      default: false
      }
    }
  }

  /// Whether a document is admitted.
  public func admits(_ document: DocumentRecord) -> Bool {
    let reference = document.reference
    return comparisons.allSatisfy { comparison in
      switch comparison.field {
      case .document: comparison.holds(document: reference.number)
      case .title: comparison.holds(text: reference.title)
      case .kind: comparison.holds(key: reference.kind.rawValue)
      case .date: comparison.holds(date: reference.date)
      case .issuer: comparison.holds(text: document.issuer)
      case .county: comparison.holds(text: document.county)
      case .file: comparison.holds(text: reference.place.file)
      default: false
      }
    }
  }

  /// Whether an act is admitted.
  public func admits(_ transaction: TransactionRecord, townships: TownshipNames) -> Bool {
    let fact = transaction.fact
    return comparisons.allSatisfy { comparison in
      switch comparison.field {
      case .kind: comparison.holds(kind: fact.kind)
      case .parcel: comparison.holds(number: fact.parcelID)
      case .name: comparison.holds(text: fact.name)
      case .use:
        comparison.holds(
          uses: fact.landUseName.map { [LandUse(named: $0, on: transaction.source.date)] } ?? [])
      case .area: comparison.holds(number: fact.area?.squareMetres)
      case .party: comparison.holds(text: fact.party)
      case .amount: comparison.holds(number: fact.amountYuan)
      case .purpose: comparison.holds(text: fact.purpose)
      case .township:
        comparison.holds(townshipIn: [fact.location, fact.name, fact.party], names: townships)
      case .location: comparison.holds(text: fact.location)
      case .county: comparison.holds(text: transaction.county)
      case .date: comparison.holds(date: transaction.source.date)
      case .document: comparison.holds(document: transaction.source.number)
      default: false
      }
    }
  }

  /// Whether a hazard site is admitted.
  public func admits(_ site: SiteRecord, townships: TownshipNames) -> Bool {
    let fact = site.fact
    return comparisons.allSatisfy { comparison in
      switch comparison.field {
      case .name: comparison.holds(text: fact.name)
      case .kind: comparison.holds(text: fact.hazardType)
      case .township:
        comparison.holds(
          townshipIn: fact.township.map { [$0] } ?? [fact.location], names: townships)
      case .village: comparison.holds(text: fact.village)
      case .location: comparison.holds(text: fact.location)
      case .people: comparison.holds(number: fact.people.map(Double.init))
      case .property: comparison.holds(number: fact.propertyYuan)
      case .county: comparison.holds(text: site.county)
      case .date: comparison.holds(date: site.source.date)
      case .document: comparison.holds(document: site.source.number)
      default: false
      }
    }
  }
}
