import Planning
import Terms

/// Reads a planning table: parcels, supply or reserve rows, sums by use.
struct TableReader {
  let cells: CellReader
  let profile: DocumentProfile
  /// The unit that the text around the table gives for areas.
  let unit: AreaUnit?
  /// The unit that the text around the table gives for money.
  var moneyUnit: Double?
  var reading = TableReading()
  var columns: [ColumnMeaning] = []
  /// What the last row of a group heading says for the rows below it.
  var group = RowGroup()
  /// How the land is supplied, where the text above or a heading says it for all rows.
  var statedMode: TransactionKind?
  /// The last value of each column that may be merged downwards.
  var carried: [Int: String] = [:]
  /// The columns whose blank cells repeat the one above: nothing is marked there by a dash.
  var merging: Set<Int> = []
  var sums = RowSums()
  /// Whether the whole table gives the state before an adjustment.
  var isFormerTable = false
  /// The merged cells that were reported.
  private var noted: Set<String> = []

  init(cells: CellReader, profile: DocumentProfile, unit: AreaUnit?) {
    self.cells = cells
    self.profile = profile
    self.unit = unit
  }

  /// What a table gives; `nil` where its heading is none of a planning table.
  mutating func read(_ table: Table, overrides: [String: String] = [:]) -> TableReading? {
    var table = table
    table.rows = StatedHeadings.applied(overrides, to: table.rows)
    let plain = LongTableTurner.turned(table) ?? CardTurner.turned(table) ?? table
    table = TableTurner.turned(plain, cells: cells)
    guard let header = TableHeader(table.rows, overrides: overrides) else { return cross(table) }
    columns = header.columns
    if HazardTableReader.accepts(columns) {
      return HazardTableReader(columns: columns).read(table.rows[header.firstRow...])
    }
    settleColumns(table.rows[header.firstRow...])
    guard isLandTable else { return cross(table) }
    moneyUnit = moneyUnit ?? TableReader.moneyUnit(table, above: header.rows.lowerBound)
    statedMode = mode(statedBy: table)
    reading.isList = isListOfLand
    isFormerTable = TableReader.givesFormerState(table)
    var index = header.firstRow - 1
    while index + 1 < table.rows.count {
      index += 1
      let row = table.rows[index]
      if row.isBlank || isNote(row) { continue }
      if isRepeatedHeader(row) {
        // The same heading on the next page, or that of another table right below.
        if let next = TableHeader(Array(table.rows[index...]), overrides: overrides),
          next.rows.lowerBound == 0
        {
          columns = next.columns
          carried = [:]
          index += next.firstRow - 1
          settleColumns(table.rows[(index + 1)...])
        }
        continue
      }
      if heads(row) { continue }
      if row.filled.count == 1, columns.count > 3, row.cells.count < columns.count { continue }
      let aligned = RowAligner.align(row.cells, to: columns)
      if isTotal(aligned) {
        if isFormerTable { continue }
        total(aligned, line: row.line)
      } else if !headsGroup(aligned, line: row.line) {
        item(aligned, line: row.line)
      }
    }
    reportColumns(line: table.rows[0].line)
    return reading
  }

  /// `调整前地块控制指标表` above a table.
  private static func givesFormerState(_ table: Table) -> Bool {
    guard let title = table.caption.last else { return false }
    return title.mentions(anyOf: "调整前 修改前 变更前 原规划指标 现行规划") && !title.mentions(anyOf: "调整后 对照 对比 前后")
  }

  /// Sums by township and use.
  private func cross(_ table: Table) -> TableReading? {
    guard profile.approvesActs, !profile.isPolicy else { return nil }
    return CrossTableReader(table.rows)?.read(table, cells: cells, unit: unit)
  }

  // MARK: The table as a whole

  private mutating func settleColumns(_ rows: ArraySlice<Table.Row>) {
    columns = ColumnEvidence(rows, width: columns.count).settled(columns)
    merging = mergedColumns(rows)
  }

  func has(_ role: ColumnMeaning.Role) -> Bool { columns.contains { $0.role == role } }

  private var isLandTable: Bool {
    let hasArea = columns.contains(where: \.isArea)
    let hasIndicator = columns.contains(where: \.isIndicator)
    if profile.kind == .other {
      // Numbers and areas alone are no land: upkeep lots, field trials, works.
      guard has(.landUse) || has(.landUseCode) || has(.mode) || has(.group) || hasIndicator else {
        return false
      }
    }
    if has(.parcelID), hasArea || hasIndicator || has(.landUse) || has(.landUseCode) || has(.mode) {
      return true
    }
    if has(.landUse) || has(.landUseCode) { return hasArea || areaParts }
    if has(.mode) && hasArea { return true }
    // 主要技术经济指标表 of one parcel, whose number stands in the text above.
    if hasArea, hasIndicator, profile.kind == .planApproval { return true }
    if has(.party), hasArea, profile.approvesActs { return true }
    if has(.name) && hasArea { return profile.kind != .other || has(.group) && !profile.isPolicy }
    return false
  }

  private var areaParts: Bool { columns.contains(where: \.isAreaPart) }

  private var isListOfLand: Bool {
    has(.parcelID) || has(.name) || has(.party) || has(.mode)
      || has(.location) && !areaParts || columns.contains(where: \.isIndicator)
  }

  private func isNote(_ row: Table.Row) -> Bool {
    let filled = row.filled
    guard filled.count <= 2, let first = filled.first else { return false }
    let plain = SourceLine(number: 1, text: first).compact
    if plain.begins(withAnyOf: "注: 备注 说明 填表 制表 单位: 审核 注1 注释 编制单位") { return true }
    if filled.count == 1, plain.hasPrefix("注") { return true }
    return filled.count == 1 && plain.count > 24 || plain.hasPrefix("第") && plain.hasSuffix("页")
  }

  private func isRepeatedHeader(_ row: Table.Row) -> Bool {
    let filled = row.filled
    guard filled.count >= 3 else { return false }
    // Most rows have a value: asked first, since asking for headings is slow.
    guard !filled.contains(where: TableHeader.isValue) else { return false }
    let known = filled.count(where: { TableHeader.isHeading($0) })
    return known >= 3 && known * 2 > filled.count
  }

  private mutating func reportColumns(line: Int) {
    for column in columns where column.role == .unknown && !column.heading.isEmpty {
      reading.findings.append((.unknownColumn(column.heading), .info, line))
    }
  }

  /// `单位：公顷、万元` above the table.
  private static func moneyUnit(_ table: Table, above start: Int) -> Double? {
    for text in table.caption.reversed() + table.rows[..<start].flatMap(\.filled) {
      guard let range = text.firstRange(of: "单位") else { continue }
      if let unit = HeadingWords.moneyUnit(String(text[range.upperBound...])) { return unit }
    }
    return nil
  }

  /// The way of supply that the line above or the heading of a price gives to all rows.
  private func mode(statedBy table: Table) -> TransactionKind? {
    guard profile.supplies, !has(.mode) else { return nil }
    if let last = table.caption.last, let act = DocumentProfile.act(in: last),
      act.documentKind == .supply, act != .supply
    {
      return act
    }
    for column in columns {
      guard case .amount = column.role else { continue }
      if column.heading.has("挂牌") { return .listing }
      if column.heading.mentions(anyOf: "拍卖 起拍 起叫") { return .auction }
      if column.heading.has("标底") { return .tender }
    }
    return nil
  }

  // MARK: Rows

  private mutating func item(_ row: [String], line: Int) {
    var row = row
    fill(&row, line: line)
    if !reading.isList {
      sum(row, line: line)
      return
    }
    var id = cell(row, .parcelID).map(cleanID)
    if !has(.parcelID), let name = cell(row, .name), ColumnEvidence.isParcelNumber(name) {
      id = cleanID(name)
    }
    var draft = Draft(id: id.flatMap { $0.isEmpty ? nil : $0 }, at: line)
    let isBefore = isFormer(row) || isFormerTable
    if isBefore || draft.id != nil && isLaterState(row) {
      if let known = reading.drafts.lastIndex(where: { $0.draft.id == draft.id }) {
        draft = reading.drafts[known].draft
        read(row, into: &draft, isBefore: isBefore, line: line)
        reading.drafts[known].draft = draft
        return
      }
    }
    read(row, into: &draft, isBefore: isBefore, line: line)
    let isNumbered = has(.parcelID)
    guard draft.id != nil || draft.area != nil || draft.hasLandFacts && !isNumbered else {
      let filled = row.filter { !Table.isBlank($0) }
      if filled.count > 2 {
        reading.findings.append(
          (.cellNotUnderstood(text: filled.joined(separator: " ")), .warning, line))
      }
      return
    }
    if let area = draft.area?.squareMetres { sums.add(area) }
    reading.drafts.append((draft, line))
  }

  /// Carries merged cells down: township, group, mode, use, place, and what is shown to be merged.
  private mutating func fill(_ row: inout [String], line: Int) {
    let isState = columns.contains { $0.role == .state }
    let hasFacts = hasOwnFacts(row)
    let usesAreBlank = [false, true].map { isBefore in
      columns.indices.allSatisfy { index in
        let role = columns[index].role
        guard role == .landUse || role == .landUseCode, columns[index].isBefore == isBefore else {
          return true
        }
        return Table.isBlank(row[safe: index] ?? "")
      }
    }
    // Only where the use goes on from above may the indicators do so too.
    let isMergedUse =
      usesAreBlank[0] && columns.contains { $0.role == .landUse || $0.role == .landUseCode }
      && !row.contains { $0.mentions(anyOf: "现状 保留") }
    for (index, column) in columns.enumerated() where index < row.count {
      let isMerged = row[index] == Table.merged
      let isDitto = Table.isDitto(row[index]) || isMerged
      guard row[index].isEmpty || isDitto else {
        carried[index] = row[index]
        continue
      }
      // An area that spans rows is one sum of them, not that of each.
      let isSum = column.isArea || column.isAreaPart
      let value = isMerged && isSum ? nil : carried[index]
      if isDitto { row[index] = "" }
      guard let value, hasFacts else { continue }
      let isUse = column.role == .landUse || column.role == .landUseCode
      let mayCarry =
        isDitto || merging.contains(index) && isMergedUse || mayBeMerged(column.role)
        || isState && column.role == .parcelID
      guard mayCarry, !isUse || usesAreBlank[column.isBefore ? 1 : 0] else { continue }
      row[index] = value
      // Said once for each value: a long merged cell is one thing to look at.
      if noted.insert("\(index) \(value)").inserted {
        reading.findings.append(
          (.filledFromAbove(column: column.heading, value: value), .info, line))
      }
    }
  }

  /// The columns whose blank cells can only be merged ones, since the table marks what is not there
  /// with a dash in the same column.
  private func mergedColumns(_ rows: ArraySlice<Table.Row>) -> Set<Int> {
    Set(
      columns.indices.filter { index in
        guard columns[index].isIndicator else { return false }
        return rows.contains { row in
          let cell = row.text(index)
          return !cell.isEmpty && CellReader.isNothing(cell) && !row.filled.isEmpty
        }
      })
  }

  private func hasOwnFacts(_ row: [String]) -> Bool {
    columns.indices.contains { index in
      guard index < row.count, !Table.isBlank(row[index]) else { return false }
      switch columns[index].role {
      case .parcelID, .name, .area, .indicator, .landUse, .party: return true
      default: return false
      }
    }
  }

  private func mayBeMerged(_ role: ColumnMeaning.Role) -> Bool {
    switch role {
    case .township, .group, .mode, .location, .landUse, .landUseCode: true
    default: false
    }
  }

  private func isFormer(_ row: [String]) -> Bool {
    guard let state = cell(row, .state) else { return false }
    return state.mentions(anyOf: "调整前 原规划 修改前 现行 原控规 原批准 变更前")
  }

  private func isLaterState(_ row: [String]) -> Bool {
    guard let state = cell(row, .state) else { return false }
    return state.mentions(anyOf: "调整后 现规划 修改后 变更后 现批准 本次")
  }
}
