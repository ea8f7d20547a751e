public import Answers
internal import Terms
internal import Characters
internal import Terms
public import Foundation
internal import Planning

/// What differs between two moments of a register, as JSON, JSON Lines and CSV: parcels part by part,
/// so that a county's need the memory of a part, and what else differs behind them.
public struct DifferenceText {
  private let byteOrderMark: Bool
  private var list = JSONListText(indentation: 2)
  private var hasHeader = false

  /// Nothing is written yet.
  public init(byteOrderMark: Bool = false) {
    self.byteOrderMark = byteOrderMark
  }

  // MARK: - JSON

  /// What stands before the parcels.
  public func jsonBeginning() -> Data { Data("{\n  \"parcels\" : ".utf8) }

  /// Some parcels.
  public mutating func json(_ parcels: [ParcelDifference]) throws -> Data {
    try list.part(parcels)
  }

  /// The end of the parcels, and what else differs.
  public func jsonEnd(_ difference: RegisterDifference) throws -> Data {
    let rest = try JSONText.pretty(difference)
    return list.end() + Data(",".utf8) + rest.dropFirst() + Data("\n".utf8)
  }

  // MARK: - JSON Lines

  /// Some parcels, one a line, with `parcel` under `record`.
  public func lines(_ parcels: [ParcelDifference]) throws -> Data {
    try AnswerText.lines(parcels, named: "parcel")
  }

  /// What else differs, on one line with `difference` under `record`.
  public func lines(_ difference: RegisterDifference) throws -> Data {
    try AnswerText.lines([difference], named: "difference")
  }

  // MARK: - CSV

  /// A row for each property of a parcel that differs, each act and each boundary.
  public mutating func csv(_ parcels: [ParcelDifference]) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark && !hasHeader, formulas: .neutralised)
    if !hasHeader { csv.append(DifferenceRow.columns.map(\.name)) }
    hasHeader = true
    for row in parcels.flatMap(DifferenceRow.rows) {
      csv.append(DifferenceRow.columns.map { $0.cell(row) })
    }
    return Data(csv.text.utf8)
  }

  /// Rows for what else differs: layers and townships. The header too, where no parcel differs.
  public mutating func csv(_ difference: RegisterDifference) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark && !hasHeader, formulas: .neutralised)
    if !hasHeader { csv.append(DifferenceRow.columns.map(\.name)) }
    hasHeader = true
    for row in DifferenceRow.rows(of: difference) {
      csv.append(DifferenceRow.columns.map { $0.cell(row) })
    }
    return Data(csv.text.utf8)
  }
}

/// One row of a table of differences.
struct DifferenceRow {
  var subject: String
  var kind: ParcelDifference.Kind
  var label: String
  var plan: String?
  var county: String?
  var property: String
  var old: String?
  var new: String?
  var source: DocumentReference?
  var areaDifference: Double?

  static var columns: [RecordColumn<DifferenceRow>] {
    [
      .init("subject") { $0.subject },
      .init("change") { $0.kind.rawValue },
      .init("parcel") { $0.label },
      .init("plan") { $0.plan },
      .init("county") { $0.county },
      .init("property") { $0.property },
      .init("old") { $0.old },
      .init("new") { $0.new },
      .init("area_difference_m2") { Cell.number($0.areaDifference) },
      .init("document") { $0.source?.name },
      .init("date") { $0.source?.date?.description },
      .init("file") { $0.source?.place.file },
      .init("line_start") { $0.source.map { String($0.place.lineStart) } },
      .init("line_end") { $0.source.map { String($0.place.lineEnd) } },
    ]
  }

  static func rows(_ difference: ParcelDifference) -> [DifferenceRow] {
    func row(
      _ property: String, _ old: String?, _ new: String?, _ source: DocumentReference?
    ) -> DifferenceRow {
      DifferenceRow(
        subject: "parcel", kind: difference.kind, label: difference.label, plan: difference.plan,
        county: difference.county, property: property, old: old, new: new, source: source)
    }
    var rows = difference.changes.map { change in
      row(
        change.property, change.old.map { text($0, change.property) },
        change.new.map { text($0, change.property) }, change.source)
    }
    rows += difference.addedActs.map { row("transaction", nil, text($0), $0.source) }
    rows += difference.goneActs.map { row("transaction", text($0), nil, $0.source) }
    if difference.isBoundaryChanged {
      var boundary = row(
        "boundary", difference.oldBoundary.map(text), difference.newBoundary.map(text),
        (difference.newBoundary ?? difference.oldBoundary)?.reference)
      boundary.areaDifference = difference.areaDifference
      rows.append(boundary)
    }
    return rows
  }

  static func rows(of difference: RegisterDifference) -> [DifferenceRow] {
    func version(_ layer: LayerVersion?) -> String? {
      layer.map { [String($0.version), $0.source.date?.description].compactMap(\.self) }?
        .joined(separator: " ")
    }
    return difference.layers.map { layer in
      DifferenceRow(
        subject: "layer", kind: layer.kind, label: layer.name, property: "version",
        old: version(layer.old), new: version(layer.new))
    }
      + difference.townships.map { township in
        let names = township.change.from.joined(separator: "、")
        return DifferenceRow(
          subject: "township", kind: township.isAdded ? .added : .gone, label: township.change.into,
          property: "merged_from", old: township.isAdded ? nil : names,
          new: township.isAdded ? names : nil, source: township.source)
      }
  }

  /// A value as a cell: areas in square metres, statuses by their keys.
  private static func text(_ value: PropertyValue, _ property: String) -> String {
    switch value {
    case .area(let area): NumberText.plain(area.squareMetres)
    case .flag(let flag): Cell.flag(flag)
    case .text(let text): text
    case .landUse, .interval, .texts: value.text(of: property, .zh)
    }
  }

  private static func text(_ act: TransactionRecord) -> String {
    [
      act.fact.kind.rawValue, act.fact.isConcluded ? "concluded" : nil,
      act.fact.area.map { NumberText.plain($0.squareMetres) }, act.fact.party,
    ].compactMap(\.self).joined(separator: " ")
  }

  private static func text(_ boundary: ParcelBoundary) -> String {
    boundary.squareMetres.map { NumberText.decimal($0, places: 2) } ?? ""
  }
}
