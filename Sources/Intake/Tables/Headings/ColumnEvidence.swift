import Planning

/// What columns hold by the look of their cells, where headings alone leave it open.
///
/// 编号 heads a running number in one county's table and the parcel's number in another's; 储备地块
/// heads names here and numbers there. The cells below decide.
struct ColumnEvidence {
  private let rows: [[String]]

  /// Evidence from the rows below a heading; sums and notes say nothing.
  init(_ rows: some Sequence<Table.Row>, width: Int) {
    var kept: [[String]] = []
    for row in rows {
      let filled = row.filled
      guard filled.count >= 2, !filled.contains(where: RowLabels.isTotal),
        !RowLabels.isPart(filled[0]),
        filled.count(where: { TableHeader.isHeading($0) }) * 2 < filled.count
      else { continue }
      if row.cells.count == width { kept.append(row.cells) }
      if kept.count == 80 { break }
    }
    self.rows = kept
  }

  /// The columns with the roles that their cells ask for.
  func settled(_ columns: [ColumnMeaning]) -> [ColumnMeaning] {
    guard !rows.isEmpty else { return columns }
    var columns = columns
    let values = columns.indices.map { index in
      rows.compactMap { row -> String? in
        let cell = SourceLine(number: 0, text: row[safe: index] ?? "").compact
        return CellReader.isNothing(cell) || Table.isDitto(cell) ? nil : cell
      }
    }
    settleNumbers(&columns, values)
    settleUses(&columns, values)
    for index in columns.indices where columns[index].role == .mode {
      if share(values[index], { CellReader.mode($0) != nil }) < 0.3, !values[index].isEmpty {
        columns[index].role = .kept
      }
    }
    settleUnknown(&columns, values)
    settleTicks(&columns, values)
    settlePeriods(&columns)
    settleSymbols(&columns, values)
    return columns
  }

  /// Columns of ticks: where numbers stand in them, they are sums by way of supply.
  private func settleTicks(_ columns: inout [ColumnMeaning], _ values: [[String]]) {
    for index in columns.indices {
      guard case .tick = columns[index].role,
        !values[index].allSatisfy({ CellReader.isTick($0) != nil })
      else { continue }
      let unit = columns[index].groupHeading.flatMap(HeadingWords.areaUnit)
      columns[index].role = unit.map { .areaPart($0) } ?? .unknown
    }
  }

  /// The one span of time in a table without another area is the area itself.
  private func settlePeriods(_ columns: inout [ColumnMeaning]) {
    guard !columns.contains(where: { $0.isArea && !$0.isBefore }) else { return }
    let periods = columns.indices.filter { columns[$0].isPeriod && columns[$0].isAreaPart }
    if periods.count == 1, case .areaPart(let unit) = columns[periods[0]].role {
      columns[periods[0]].role = .area(unit)
    }
  }

  /// `R`, `λg` as headings, where numbers or bounds stand below them.
  private func settleSymbols(_ columns: inout [ColumnMeaning], _ values: [[String]]) {
    guard columns.contains(where: { $0.role == .parcelID }) else { return }
    for index in columns.indices where columns[index].role == .unknown {
      let text = SourceLine(number: 0, text: columns[index].heading).compact
      guard let name = Symbols.indicator(HeadingWords.withoutBrackets(text)),
        share(
          values[index],
          {
            $0.unicodeScalars.contains(where: \.isDigit) && Double($0) != nil
              || CellReader.isBound($0)
          }) > 0.7
      else { continue }
      columns[index].role = .indicator(name, nil)
    }
  }

  /// Running numbers, parcels' numbers and names.
  private func settleNumbers(_ columns: inout [ColumnMeaning], _ values: [[String]]) {
    for index in columns.indices where columns[index].role == .parcelID {
      let isStrong = columns[index].heading.mentions(anyOf: "地块 宗地 公告 图则")
      if isRunning(values[index]), !isStrong || holdsNumbers(besides: index, columns, values) {
        columns[index].role = .serial
      } else if share(values[index], Self.isName) > 0.6,
        !columns.contains(where: { $0.role == .name })
          || holdsNumbers(besides: index, columns, values)
      {
        columns[index].role = .name
      }
    }
    settleAliases(&columns)
    guard !columns.contains(where: { $0.role == .parcelID }) else { return }
    let candidates = columns.indices.filter { index in
      let column = columns[index]
      if column.role == .name { return true }
      return column.role == .unknown
        && (column.heading.isEmpty || column.heading.hasSuffix("号")
          || column.heading.hasSuffix("编码")
          || column.heading.mentions(anyOf: "地块 宗地"))
    }
    if let index = candidates.first(where: { share(values[$0], Self.isParcelNumber) > 0.7 }) {
      columns[index].role = .parcelID
    }
  }

  /// Of several columns of numbers the first names the land and the others name it too; without one
  /// the other name has to do. A former number (原地块编号) is not the land's.
  private func settleAliases(_ columns: inout [ColumnMeaning]) {
    let numbers = columns.indices.filter { columns[$0].role == .parcelID && !columns[$0].isBefore }
    let own = numbers.filter { !columns[$0].heading.hasPrefix("原") }
    // The number of a notice (公告编号) names land only where nothing else does.
    let named = own.first { columns[$0].heading.mentions(anyOf: "地块 宗地") }
    guard let first = named ?? own.first ?? numbers.first else {
      if let alias = columns.indices.first(where: { columns[$0].role == .alias }) {
        columns[alias].role = .parcelID
      }
      return
    }
    for index in numbers where index != first {
      let isOther = columns[index].heading.hasPrefix("原") || columns[index].heading.has("公告")
      columns[index].role = isOther ? .kept : .alias
    }
  }

  private func holdsNumbers(
    besides index: Int, _ columns: [ColumnMeaning], _ values: [[String]]
  ) -> Bool {
    columns.indices.contains { other in
      guard other != index else { return false }
      switch columns[other].role {
      case .parcelID: return true
      case .name, .unknown: return share(values[other], Self.isParcelNumber) > 0.7
      default: return false
      }
    }
  }

  /// Names and codes of uses, and which use is the former one.
  private func settleUses(_ columns: inout [ColumnMeaning], _ values: [[String]]) {
    // 土地性质 may say whose the land is.
    for index in columns.indices where columns[index].role == .landUse {
      if share(values[index], { $0.begins(withAnyOf: "国有 集体") && $0.count <= 6 }) > 0.5 {
        columns[index].role = .kept
      }
    }
    for isBefore in [false, true] {
      let uses = columns.indices.filter {
        columns[$0].role == .landUse && columns[$0].isBefore == isBefore
      }
      if uses.count > 1 {
        let codes = uses.filter { share(values[$0], Self.isUseCode) > 0.7 }
        if codes.count < uses.count { for index in codes { columns[index].role = .landUseCode } }
      }
      for index in columns.indices
      where columns[index].role == .landUseCode && columns[index].isBefore == isBefore {
        let hasName = columns.contains { $0.role == .landUse && $0.isBefore == isBefore }
        if !hasName, !values[index].isEmpty, share(values[index], Self.isUseCode) < 0.2,
          share(values[index], { $0.unicodeScalars.contains(where: \.isHan) }) > 0.7
        {
          columns[index].role = .landUse
        }
      }
    }
    let now = columns.indices.filter { columns[$0].role == .landUse && !columns[$0].isBefore }
    let former = now.filter { columns[$0].heading.begins(withAnyOf: "原 现") }
    if former.count < now.count { for index in former { columns[index].isBefore = true } }
  }

  /// A column under a heading that says nothing: uses, codes or modes, where none has been found.
  private func settleUnknown(_ columns: inout [ColumnMeaning], _ values: [[String]]) {
    func isMissing(_ role: ColumnMeaning.Role) -> Bool {
      !columns.contains { $0.role == role || role == .mode && $0.isMode }
    }
    for index in columns.indices where columns[index].role == .unknown {
      let cells = values[index]
      guard cells.count * 2 >= rows.count, !columns[index].isBefore else { continue }
      if isMissing(.mode), share(cells, { CellReader.mode($0) != nil && $0.count <= 8 }) > 0.8 {
        columns[index].role = .mode
      } else if isMissing(.landUse), share(cells, Self.isUseName) > 0.8 {
        columns[index].role = .landUse
      } else if isMissing(.township), isMissing(.location),
        share(cells, { $0.count <= 8 && $0.ends(withAnyOf: "镇 乡 街道") }) > 0.8
      {
        columns[index].role = .township
      }
    }
  }

  // MARK: Looks

  private func share(_ cells: [String], _ looks: (String) -> Bool) -> Double {
    cells.isEmpty ? 0 : Double(cells.count(where: looks)) / Double(cells.count)
  }

  /// Whether cells count up from 1, as a running number does, perhaps anew in each group.
  private func isRunning(_ cells: [String]) -> Bool {
    let numbers = cells.filter { !RowLabels.isOrdinal($0) }.map { Int($0) }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 != nil }) else { return false }
    let values = numbers.compactMap { $0 }
    guard let first = values.first, first <= 1 || values.count >= 3 else { return false }
    return zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 1 }
  }

  /// Whether a text looks like the number of a parcel: letters or years with digits and dashes.
  static func isParcelNumber(_ text: String) -> Bool {
    guard LandParcelShape.isLikely(text), Double(text) == nil, Numerals.date(text) == nil,
      !text.mentions(anyOf: "路 街 村 社区 % ≤ ≥ < > ~ 年 公司")
    else { return false }
    let letters = text.unicodeScalars.count(where: \.isHan)
    return letters <= 6 && letters < text.unicodeScalars.count - 1
  }

  /// Whether a text is a name in words, no number.
  static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count >= 4 && scalars.allSatisfy { !$0.isDigit && !$0.isLatin }
      && !text.hasPrefix("地块") && !text.hasPrefix("宗地")
  }

  private static func isUseCode(_ text: String) -> Bool { !LandUseCode.codes(in: text).isEmpty }

  private static func isUseName(_ text: String) -> Bool {
    text.ends(withAnyOf: "用地 绿地 林地 草地 耕地 园地") && text.count <= 24
  }
}
