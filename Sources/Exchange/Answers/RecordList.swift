internal import Characters
public import Foundation
public import Planning

/// A list of records of one kind, as an answer to a question.
public enum RecordList: Sendable {
  /// Parcels.
  case parcels([ParcelRecord])
  /// Documents.
  case documents([DocumentRecord])
  /// Supply, reserve and reclaim acts.
  case transactions([TransactionRecord])
  /// Hazard sites.
  case sites([SiteRecord])
  /// What is not in force: proposed, asked for, refused, or ended since.
  case apart([FactApart])
  /// Totals of a document.
  case totals([AreaTotal])
  /// Places that were asked about.
  case places([PlaceRecord])
  /// Parcels found at places.
  case placedParcels([PlacedParcel])
  /// What reference layers say of places.
  case placedLayers([PlacedLayer])

  /// How many records there are.
  public var count: Int {
    switch self {
    case .parcels(let records): records.count
    case .documents(let records): records.count
    case .transactions(let records): records.count
    case .sites(let records): records.count
    case .apart(let records): records.count
    case .totals(let records): records.count
    case .places(let records): records.count
    case .placedParcels(let records): records.count
    case .placedLayers(let records): records.count
    }
  }

  /// The first so many records.
  public func prefix(_ limit: Int) -> RecordList {
    switch self {
    case .parcels(let records): .parcels(Array(records.prefix(limit)))
    case .documents(let records): .documents(Array(records.prefix(limit)))
    case .transactions(let records): .transactions(Array(records.prefix(limit)))
    case .sites(let records): .sites(Array(records.prefix(limit)))
    case .apart(let records): .apart(Array(records.prefix(limit)))
    case .totals(let records): .totals(Array(records.prefix(limit)))
    case .places(let records): .places(Array(records.prefix(limit)))
    case .placedParcels(let records): .placedParcels(Array(records.prefix(limit)))
    case .placedLayers(let records): .placedLayers(Array(records.prefix(limit)))
    }
  }

  /// What one record is called: `parcel`, `document`, `transaction`, `proposal`, `site`, `total`,
  /// `place`, `layer`.
  var recordName: String {
    switch self {
    case .parcels, .placedParcels: "parcel"
    case .places: "place"
    case .placedLayers: "layer"
    case .documents: "document"
    case .transactions: "transaction"
    case .sites: "site"
    case .apart: "proposal"
    case .totals: "total"
    }
  }

  /// The names of the columns, and the records' cells in them.
  var table: (columns: [String], rows: [[String?]]) {
    switch self {
    case .parcels(let records): RecordList.table(records, RecordColumn.parcel)
    case .documents(let records): RecordList.table(records, RecordColumn.document)
    case .transactions(let records): RecordList.table(records, RecordColumn.transaction)
    case .sites(let records): RecordList.table(records, RecordColumn.site)
    case .apart(let records): RecordList.table(records, RecordColumn.apart)
    case .totals(let records): RecordList.table(records, RecordColumn.total)
    case .places(let records): RecordList.table(records, RecordColumn.place)
    case .placedParcels(let records): RecordList.table(records, RecordColumn.placedParcel)
    case .placedLayers(let records):
      RecordList.table(records.flatMap(\.lines), RecordColumn.placedLayer)
    }
  }

  private static func table<Record>(
    _ records: [Record], _ columns: [RecordColumn<Record>]
  ) -> (columns: [String], rows: [[String?]]) {
    (columns.map(\.name), records.map { record in columns.map { $0.cell(record) } })
  }
}

extension RecordList {
  /// The records as an indented JSON array.
  public func json() throws -> Data {
    switch self {
    case .parcels(let records): try JSONText.pretty(list: records)
    case .documents(let records): try JSONText.pretty(list: records)
    case .transactions(let records): try JSONText.pretty(list: records)
    case .sites(let records): try JSONText.pretty(list: records)
    case .apart(let records): try JSONText.pretty(list: records)
    case .totals(let records): try JSONText.pretty(list: records)
    case .places(let records): try JSONText.pretty(list: records)
    case .placedParcels(let records): try JSONText.pretty(list: records)
    case .placedLayers(let records): try JSONText.pretty(list: records)
    }
  }
}
