import Characters
import Exchange
import Planning
import Terms

/// Lists of records as tables.
enum ListText {
  static func lines(_ list: RecordList, width: Int?) -> [String] {
    switch list {
    case .parcels(let records): parcels(records).lines(width: width)
    case .documents(let records): documents(records).lines(width: width)
    case .transactions(let records): transactions(records).lines(width: width)
    case .sites(let records): sites(records).lines(width: width)
    case .totals(let records): totals(records).lines(width: width)
    // What lies at a place, or is not in force, has a view of its own.
    case .apart, .places, .placedParcels, .placedLayers: []
    }
  }

  private static func parcels(_ records: [ParcelRecord]) -> TextTable {
    var table = parcels()
    append(records, to: &table)
    return table
  }

  /// A table for parcels, empty yet.
  static func parcels() -> TextTable {
    TextTable([
      .words(Wording.parcel.text), .words(Wording.use.text),
      .number(Wording.areaInSquareMetres.text),
      .text(Indicator.headline.name.text), .text(Words(property: "status").text),
      .words(Wording.plan.text), .words(Wording.document.text),
    ])
  }

  /// Adds parcels to their table.
  static func append(_ records: [ParcelRecord], to table: inout TextTable) {
    for record in records {
      let values = record.values
      table.append([
        record.label, values.landUse.isEmpty ? nil : values.landUse.text,
        values.area.map { NumberText.decimal($0.squareMetres, places: 2) },
        values.indicators[.headline].map { $0.notation(of: .headline) },
        record.status.name.text, values.plan, values.document,
      ])
    }
  }

  private static func documents(_ records: [DocumentRecord]) -> TextTable {
    var table = TextTable([
      .text(Wording.date.text), .text(Wording.number.text), .text(Wording.kind.text),
      .text(Wording.force.text), .number(Wording.parcels.text), .number(Wording.acts.text),
      .number(Wording.sites.text),
      .words(Wording.title.text),
    ])
    for record in records {
      table.append([
        record.reference.date?.description, record.reference.number,
        record.reference.kind.name.text, force(record), count(record.parcelCount),
        count(record.transactionCount), count(record.siteCount), record.reference.title,
      ])
    }
    return table
  }

  private static func transactions(_ records: [TransactionRecord]) -> TextTable {
    var table = TextTable([
      .text(Wording.date.text), .text(Wording.kind.text), .text(Wording.stage.text),
      .words(Wording.parcel.text), .number(Wording.areaInSquareMetres.text),
      .words(Wording.use.text),
      .number(Wording.amountInTenThousands.text), .words(Wording.party.text),
      .words(Wording.document.text),
    ])
    for record in records {
      let act = record.fact
      table.append([
        record.source.date?.description, act.kind.name.text,
        act.stage == .approved ? nil : act.stage.name.text,
        act.parcelID ?? act.name ?? act.location,
        act.area.map { NumberText.decimal($0.squareMetres, places: 2) }, act.landUseName,
        act.amountYuan.map { NumberText.decimal($0 / 10_000, places: 6) }, act.party,
        record.source.name,
      ])
    }
    return table
  }

  private static func sites(_ records: [SiteRecord]) -> TextTable {
    var table = TextTable([
      .number(Wording.serial.text), .words(Wording.site.text), .text(Wording.kind.text),
      .text(Wording.township.text), .text(Wording.village.text), .number(Wording.people.text),
      .number(Wording.propertyInTenThousands.text), .words(Wording.document.text),
    ])
    for record in records {
      let site = record.fact
      table.append([
        site.serial.map(String.init), site.name, site.hazardType, site.township, site.village,
        site.people.map(String.init),
        site.propertyYuan.map { NumberText.decimal($0 / 10_000, places: 6) }, record.source.name,
      ])
    }
    return table
  }

  private static func totals(_ records: [AreaTotal]) -> TextTable {
    var table = TextTable([
      .words(Wording.total.text), .number(Wording.areaInSquareMetres.text),
      .text(Wording.source.text),
    ])
    for record in records {
      let names = [record.name, record.landUseName].compactMap { $0 }
      table.append([
        names.joined(separator: " "), NumberText.decimal(record.area.squareMetres, places: 2),
        SourceText.place(record.place),
      ])
    }
    return table
  }

  /// What a document does, where that is not to decide, and how it was ended.
  private static func force(_ record: DocumentRecord) -> String? {
    if let ending = record.reference.ending { return ending.manner.name.text }
    return record.reference.force == .decides ? nil : record.reference.force.name.text
  }

  private static func count(_ number: Int) -> String? { number == 0 ? nil : String(number) }
}
