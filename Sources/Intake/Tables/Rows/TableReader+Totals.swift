import Planning

/// Sums: rows of 小计 and 合计, parts (其中), and tables of nothing but sums by use.
extension TableReader {
  /// Whether a row is a sum: its label stands anywhere but in a cell of free text.
  func isTotal(_ row: [String]) -> Bool {
    if let id = cell(row, .parcelID), ColumnEvidence.isParcelNumber(id) { return false }
    for (index, cell) in row.enumerated() where RowLabels.isTotal(cell) {
      switch columns[safe: index]?.role {
      case .note, .kept, .purpose: if index > 3 { continue }
      default: break
      }
      return true
    }
    guard reading.isList, let first = row.first(where: { !Table.isBlank($0) }) else { return false }
    return RowLabels.isPart(first)
  }

  mutating func total(_ row: [String], line: Int) {
    let label = row.filter { !Table.isBlank($0) }.prefix(3).filter { !TableHeader.isValue($0) }
      .joined(separator: " ")
    carried = [:]
    guard let area = area(of: row, isBefore: false, line: line) else { return }
    let place = SourcePlace(file: "", lineStart: line, lineEnd: line)
    let isPart = RowLabels.isPart(label)
    var total = AreaTotal(
      landUseName: summedUse(isPart ? RowLabels.part(label) : label),
      name: isPart ? RowLabels.part(label) : label, area: area, place: place)
    total.parts = parts(of: row)
    reading.totals.append(total)
    if isPart { return }
    let isSub = label.has("小计") || label.has("汇总") && !label.has("总计") || isGroupSum(label)
    if let sum = sums.mismatch(area, isSub: isSub) {
      reading.findings.append(
        (.totalMismatch(label, stated: area.squareMetres, members: sum), .warning, line))
    }
  }

  /// 柳泉镇合计 is a subtotal, 全县合计 and 合计 are not.
  private func isGroupSum(_ label: String) -> Bool {
    guard label.has("合计"), let township = group.township else { return false }
    return label.has(township)
  }

  /// The use that a subtotal's label names: 居住用地小计.
  private func summedUse(_ label: String) -> String? {
    var name = label.filter { !$0.isWhitespace }
    for word in ["小计", "合计", "汇总", "总计"] { name.replace(word, with: "") }
    let names = wordList("公益性用地 建设用地 农用地 新增用地 存量用地 规划用地 总用地 全部用地 国有建设用地 新增建设用地 存量建设用地")
    guard !names.contains(name), !name.has("公益性") else { return nil }
    return name.hasSuffix("用地") || name.hasSuffix("绿地") ? name : nil
  }

  /// A row of a table of sums: `商服用地 12.3 5.0 7.3`.
  mutating func sum(_ row: [String], line: Int) {
    guard let area = area(of: row, isBefore: false, line: line) else { return }
    let name = (cell(row, .landUse) ?? cell(row, .name) ?? cell(row, .landUseCode) ?? "")
      .filter { !$0.isWhitespace }
    guard !name.isEmpty else { return }
    let isPart = sums.isPart(area.squareMetres, labelled: RowLabels.isPart(name))
    let place = SourcePlace(file: "", lineStart: line, lineEnd: line)
    var total = AreaTotal(
      landUseName: isPart ? RowLabels.part(name) : RowLabels.unnumbered(name), area: area,
      place: place)
    total.parts = parts(of: row)
    reading.totals.append(total)
    if !isPart { sums.add(area.squareMetres) }
  }

  func parts(of row: [String]) -> [String: Double] {
    var parts: [String: Double] = [:]
    for (index, column) in columns.enumerated() where index < row.count {
      guard case .areaPart(let columnUnit) = column.role,
        let area = cells.area(row[index], unit: columnUnit ?? unit)
      else { continue }
      parts[column.heading] = area.squareMetres
    }
    return parts
  }
}
