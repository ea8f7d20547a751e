import Planning
import Terms

/// Reads tables of sums whose columns are land uses and whose rows are townships.
///
///     乡镇   | 商服用地 | 工矿仓储用地 | 住宅用地 | 合计
///     城关镇 | 1.2      | 3.4          | 3.0      | 7.6
///     合计   | 1.4      | 9.8          | 4.0      | 15.2
struct CrossTableReader {
  /// The uses of the columns, by their index.
  private let uses: [(index: Int, name: String)]
  /// The column that sums the others.
  private let sum: Int?
  /// The rows of the heading.
  let rows: Range<Int>

  /// The reader of a table, `nil` where its heading does not name uses side by side.
  init?(_ table: [Table.Row]) {
    for (index, row) in table.prefix(8).enumerated() {
      let uses = row.cells.indices.compactMap { column in
        Self.use(row.text(column)).map { (index: column, name: $0) }
      }
      let first = row.filled.first ?? ""
      guard uses.count >= 2, uses.count * 2 > row.filled.count, Self.use(first) == nil,
        ColumnMeaning(heading: first).role != .landUse,
        !row.filled.contains(where: TableHeader.isValue)
      else { continue }
      self.uses = uses
      sum = row.cells.indices.first { RowLabels.isTotal(row.text($0)) }
      var end = index + 1
      while end < table.count, !table[end].filled.contains(where: TableHeader.isValue) { end += 1 }
      rows = index..<end
      return
    }
    return nil
  }

  /// A use that a heading names alone.
  private static func use(_ heading: String) -> String? {
    let text = HeadingWords.withoutBrackets(SourceLine(number: 0, text: heading).compact)
    guard text.ends(withAnyOf: "用地 绿地"), (4...14).contains(text.count),
      !text.mentions(anyOf: "规划 新增 存量 总 其他 建设")
    else { return nil }
    return text
  }

  /// The sums by township and, from the last row, by use.
  func read(_ table: Table, cells: CellReader, unit: AreaUnit?) -> TableReading {
    var reading = TableReading()
    for row in table.rows[rows.upperBound...] where row.filled.contains(where: TableHeader.isValue)
    {
      let label = row.filled.first { !TableHeader.isValue($0) } ?? ""
      guard !label.isEmpty else { continue }
      let place = SourcePlace(file: "", lineStart: row.line, lineEnd: row.line)
      var parts: [String: Double] = [:]
      let isTotal = RowLabels.isTotal(label)
      for (index, use) in uses {
        // A use over several columns is the sum of them.
        let next = uses.first { $0.index > index }?.index ?? sum ?? row.cells.count
        let shares = (index..<max(index + 1, next)).compactMap { column in
          cells.area(row.text(column), unit: unit)
        }
        guard let first = shares.first else { continue }
        var area = first
        if shares.count > 1 {
          area = StatedArea(squareMetres: shares.reduce(0) { $0 + $1.squareMetres })
        }
        parts[use] = area.squareMetres
        if isTotal, area.squareMetres > 0 {
          reading.totals.append(AreaTotal(landUseName: use, area: area, place: place))
        }
      }
      guard let sum, let area = cells.area(row.text(sum), unit: unit) else { continue }
      var total = AreaTotal(name: label, area: area, place: place)
      total.parts = parts
      reading.totals.append(total)
    }
    return reading
  }
}
