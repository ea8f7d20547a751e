import Exchange
import Foundation
import Planning

/// Writes a list of parcels while it is read, so that a list of any length needs little memory. Only
/// the table for people keeps its cells, for their widths.
struct ParcelOutput {
  private let format: AnswerFormat
  private let byteOrderMark: Bool
  private let limit: Int
  /// How many there are.
  private(set) var count = 0
  /// How many of them were written.
  var shownCount: Int { min(count, limit) }
  private var isBegun = false
  private var list = JSONListText()
  private var table = ListText.parcels()

  /// No parcel written yet.
  init(format: AnswerFormat, byteOrderMark: Bool, limit: Int?) {
    self.format = format
    self.byteOrderMark = byteOrderMark
    self.limit = limit ?? .max
  }

  /// Takes the next parcels.
  mutating func take(_ records: [ParcelRecord]) throws {
    let shown = Array(records.prefix(limit - shownCount))
    count += records.count
    if !shown.isEmpty { try write(shown) }
  }

  private mutating func write(_ records: [ParcelRecord]) throws {
    switch format {
    case .table: ListText.append(records, to: &table)
    case .json: try Console.write(try list.part(records))
    case .jsonl: try Console.write(try AnswerText.lines(of: [.parcels(records)]))
    case .csv:
      try Console.write(
        AnswerText.csv(
          of: [.parcels(records)], byteOrderMark: byteOrderMark && !isBegun, hasHeader: !isBegun))
    }
    isBegun = true
  }

  /// Writes what ends the list.
  mutating func finish() throws {
    switch format {
    case .table:
      let lines = table.lines(width: Terminal.outputColumns)
      if !lines.isEmpty { try Console.write(lines.joined(separator: "\n")) }
    case .json: try Console.write(list.end() + Data("\n".utf8))
    case .csv where !isBegun: try write([])
    case .jsonl, .csv: break
    }
  }
}
