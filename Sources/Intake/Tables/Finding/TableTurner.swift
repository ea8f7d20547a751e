import Planning

/// Turns tables whose headings stand in the first column and whose parcels stand side by side.
enum TableTurner {
  /// The table with its headings on top; as it is where they are there already.
  ///
  /// A table of one parcel (控制内容 | 原批准 | 现批准) has no column of numbers: the number is taken
  /// from the last line above the table.
  static func turned(_ table: Table, cells: CellReader) -> Table {
    let table = withoutUnits(table) ?? table
    let rows = table.rows
    let labels = rows.compactMap(\.cells.first)
    let headings = labels.filter { TableHeader.isHeading($0) }
    guard rows.count >= 3, headings.count >= 3, headings.count * 3 >= labels.count * 2 else {
      return table
    }
    let top = rows[0].cells.dropFirst().filter { TableHeader.isHeading($0) && !$0.contains("原") }
    guard top.count < 2, let width = rows.map(\.cells.count).max(), width >= 2 else { return table }
    var turned = Table(rows: [], caption: table.caption, notes: table.notes)
    for column in 0..<width {
      let cells = rows.map { $0.cells[safe: column] ?? "" }
      turned.rows.append(Table.Row(cells: cells, line: rows[0].line))
    }
    // The corner says what the columns are: states of one parcel, or parcels.
    let corner = ColumnMeaning(heading: turned.rows[0].cells[0]).role
    let heads = rows[0].cells.dropFirst().filter { !Table.isBlank($0) }
    if corner == .unknown || corner == .kept || corner == .state {
      let areParcels =
        !heads.isEmpty
        && heads.allSatisfy {
          ColumnEvidence.isParcelNumber(SourceLine(number: 0, text: $0).compact)
        }
      turned.rows[0].cells[0] = areParcels ? "地块编号" : "阶段"
    }
    let hasNumber = turned.rows[0].cells.contains { ColumnMeaning(heading: $0).role == .parcelID }
    if !hasNumber, let id = cells.parcel(in: table.caption.last ?? "") {
      for index in turned.rows.indices {
        turned.rows[index].cells.insert(index == 0 ? "地块编号" : id, at: 0)
      }
    }
    return turned
  }

  /// `项目 | 单位 | 数值 | 备注`: one value a line, the unit put behind its label; `nil` where a table is
  /// not of this kind.
  private static func withoutUnits(_ table: Table) -> Table? {
    guard let top = table.rows.first?.cells.map({ $0.filter { !$0.isWhitespace } }),
      let unit = top.firstIndex(where: { $0 == "单位" || $0 == "计量单位" }),
      let value = top.firstIndex(where: { ["数值", "指标值", "规划值", "数量", "核定值", "指标数值"].contains($0) }),
      unit > 0, value > 0
    else { return nil }
    var plain = Table(rows: [], caption: table.caption, notes: table.notes)
    for (order, row) in table.rows.enumerated() {
      let label = row.cells[0]
      let unit = row.cells[safe: unit] ?? ""
      let head = order == 0 ? "阶段" : unit.isEmpty ? label : "\(label)（\(unit)）"
      let text = order == 0 ? "" : row.cells[safe: value] ?? ""
      plain.rows.append(Table.Row(cells: [head, text], line: row.line))
    }
    return plain
  }
}
