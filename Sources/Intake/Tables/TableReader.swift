import Foundation
import Planning

/// Reads a planning table: parcels, supply or reserve rows, sums by use.
struct TableReader {
  let cells: CellReader
  let profile: DocumentProfile
  /// The unit that the text around the table gives for areas.
  let unit: AreaUnit?
  var reading = TableReading()
  var columns: [ColumnMeaning] = []
  /// The last value of each column that may be merged downwards.
  private var carried: [Int: String] = [:]
  private var sinceSubtotal: [Double] = []
  private var all: [Double] = []
  /// The merged cells that were reported.
  private var noted: Set<String> = []
  /// What is left of a row whose parts (其中) are being listed, in m².
  private var openPart: Double?

  init(cells: CellReader, profile: DocumentProfile, unit: AreaUnit?) {
    self.cells = cells
    self.profile = profile
    self.unit = unit
  }

  /// What a table gives; `nil` where its heading is none of a planning table.
  mutating func read(_ table: Table, overrides: [String: String] = [:]) -> TableReading? {
    let table = TableTurner.turned(table, cells: cells)
    guard let header = TableHeader(table.rows, overrides: overrides) else { return nil }
    columns = header.columns
    if HazardTableReader.accepts(columns) {
      return HazardTableReader(columns: columns).read(table.rows[header.firstRow...])
    }
    guard isLandTable else { return nil }
    reading.isList = isListOfLand
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
        }
        continue
      }
      if row.filled.count == 1, columns.count > 3, row.cells.count < columns.count { continue }
      let aligned = RowAligner.align(row.cells, to: columns)
      if isTotal(aligned) { total(aligned, line: row.line) } else { item(aligned, line: row.line) }
    }
    reportColumns(line: table.rows[0].line)
    return reading
  }

  // MARK: The table as a whole

  private func has(_ role: ColumnMeaning.Role) -> Bool { columns.contains { $0.role == role } }

  private var hasArea: Bool {
    columns.contains { if case .area = $0.role { true } else { false } }
  }

  private var hasIndicator: Bool {
    columns.contains { if case .indicator = $0.role { true } else { false } }
  }

  private var isLandTable: Bool {
    if has(.parcelID), hasArea || hasIndicator || has(.landUse) || has(.landUseCode) || has(.mode) {
      return true
    }
    if has(.landUse) || has(.landUseCode) { return hasArea || areaParts }
    if has(.mode) && hasArea { return true }
    if has(.name) && hasArea { return profile.kind != .other || has(.group) && !profile.isPolicy }
    return false
  }

  private var areaParts: Bool {
    columns.contains { if case .areaPart = $0.role { true } else { false } }
  }

  private var isListOfLand: Bool {
    has(.parcelID) || has(.name) || has(.party) || has(.mode)
      || has(.location) && !areaParts
  }

  private func isNote(_ row: Table.Row) -> Bool {
    let filled = row.filled
    guard filled.count <= 2, let first = filled.first else { return false }
    let plain = SourceLine(number: 1, text: first).compact
    if plain.begins(withAnyOf: "注 备注 说明 填表 制表 单位: 审核 注:") { return true }
    return filled.count == 1 && plain.count > 24 || plain.hasPrefix("第") && plain.hasSuffix("页")
  }

  private func isRepeatedHeader(_ row: Table.Row) -> Bool {
    let filled = row.filled
    let known = filled.filter { TableHeader.isHeading($0) }
    return known.count >= 3 && known.count * 2 > filled.count
      && !filled.contains(where: TableHeader.isValue)
  }

  private mutating func reportColumns(line: Int) {
    for column in columns where column.role == .unknown && !column.heading.isEmpty {
      reading.findings.append((.unknownColumn, .info, line, [column.heading]))
    }
  }

  // MARK: Totals

  private func isTotal(_ row: [String]) -> Bool {
    for (index, cell) in row.enumerated() where !cell.isEmpty {
      if index > 3 { break }
      let text = cell.filter { !$0.isWhitespace }
      if text.count <= 16,
        wordList(
          """
          小计 合计 总计 汇总 共计 总和 累计
          """
        ).contains(where: { text.hasSuffix($0) || text.hasPrefix($0) })
      {
        return true
      }
    }
    return false
  }

  private mutating func total(_ row: [String], line: Int) {
    let label = row.filter { !$0.isEmpty }.prefix(3).filter { !TableHeader.isValue($0) }
      .joined(separator: " ")
    carried = [:]
    guard let area = area(of: row, isBefore: false, line: line) else { return }
    let place = SourcePlace(file: "", lineStart: line, lineEnd: line)
    var total = AreaTotal(
      landUseName: summedUse(label), name: label, area: area, place: place)
    total.parts = parts(of: row)
    reading.totals.append(total)
    let isSub = label.has("小计") || label.has("汇总") && !label.has("总计")
    let members = isSub ? sinceSubtotal : all
    let sum = members.reduce(0, +)
    if members.count > 1 || (members.count == 1 && isSub),
      abs(sum - area.squareMetres) > tolerance(area, members.count)
    {
      reading.findings.append(
        (.totalMismatch, .warning, line, [label, "\(area.squareMetres)", "\(sum)"]))
    }
    if isSub { sinceSubtotal = [] }
  }

  /// The use that a subtotal's label names: 居住用地小计.
  private func summedUse(_ label: String) -> String? {
    var name = label.filter { !$0.isWhitespace }
    for word in ["小计", "合计", "汇总", "总计"] { name = name.replacingOccurrences(of: word, with: "") }
    return name.hasSuffix("用地") || name.hasSuffix("绿地") ? name : nil
  }

  /// Half of the last printed digit for each member and the sum, at least 1 m².
  private func tolerance(_ area: StatedArea, _ count: Int) -> Double {
    let digits = (area.text ?? "").drop { $0 != "." }.dropFirst().prefix {
      $0.isASCII && $0.isNumber
    }
    let number = Double((area.text ?? "").filter { $0.isASCII && $0.isNumber || $0 == "." }) ?? 0
    guard number > 0 else { return 1 }
    var step = area.squareMetres / number
    for _ in digits { step /= 10 }
    return max(1, step / 2 * Double(count + 1))
  }

  // MARK: Rows

  private mutating func item(_ row: [String], line: Int) {
    var row = row
    fill(&row, line: line)
    if !reading.isList {
      sum(row, line: line)
      return
    }
    let id = cell(row, .parcelID).map(cleanID)
    var draft = Draft(id: id.flatMap { $0.isEmpty ? nil : $0 }, at: line)
    let isBefore = isFormer(row)
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
      if row.contains(where: { !$0.isEmpty }), row.filter({ !$0.isEmpty }).count > 2 {
        reading.findings.append(
          (
            .cellNotUnderstood, .warning, line,
            ["", row.filter { !$0.isEmpty }.joined(separator: " ")]
          ))
      }
      return
    }
    if let area = draft.area?.squareMetres {
      sinceSubtotal.append(area)
      all.append(area)
    }
    reading.drafts.append((draft, line))
  }

  /// A row of a table of sums: `商服用地 12.3 5.0 7.3`.
  private mutating func sum(_ row: [String], line: Int) {
    guard let area = area(of: row, isBefore: false, line: line) else { return }
    let name = (cell(row, .landUse) ?? cell(row, .name) ?? cell(row, .landUseCode) ?? "")
      .filter { !$0.isWhitespace }
    guard !name.isEmpty else { return }
    let isPart = name.hasPrefix("其中") || name.hasPrefix("#") || goesOnAsPart(area.squareMetres)
    if isPart { openPart = (openPart ?? all.last).map { $0 - area.squareMetres } }
    let place = SourcePlace(file: "", lineStart: line, lineEnd: line)
    var total = AreaTotal(
      landUseName: isPart ? String(name.drop { "其中：:#".contains($0) }) : name, area: area,
      place: place)
    total.parts = parts(of: row)
    reading.totals.append(total)
    if !isPart {
      openPart = nil
      sinceSubtotal.append(area.squareMetres)
      all.append(area.squareMetres)
    }
  }

  /// Rows below 其中 are parts of the row above it until they use it up.
  private func goesOnAsPart(_ area: Double) -> Bool {
    guard let openPart else { return false }
    return openPart > 1 && area <= openPart + 1
  }

  /// Carries merged cells down: township, group, mode, use, place.
  private mutating func fill(_ row: inout [String], line: Int) {
    let isState = columns.contains { $0.role == .state }
    for (index, column) in columns.enumerated() {
      guard mayBeMerged(column.role) || isState && column.role == .parcelID, index < row.count
      else {
        continue
      }
      if row[index].isEmpty {
        guard let value = carried[index], hasOwnFacts(row) else { continue }
        if column.role == .landUse, !cellIsBlankPair(row) { continue }
        row[index] = value
        // Said once for each value: a long merged cell is one thing to look at.
        if noted.insert("\(index) \(value)").inserted {
          reading.findings.append((.filledFromAbove, .info, line, [column.heading, value]))
        }
      } else {
        carried[index] = row[index]
      }
    }
  }

  private func cellIsBlankPair(_ row: [String]) -> Bool {
    (cell(row, .landUse) ?? "").isEmpty && (cell(row, .landUseCode) ?? "").isEmpty
  }

  private func hasOwnFacts(_ row: [String]) -> Bool {
    columns.indices.contains { index in
      guard index < row.count, !row[index].isEmpty else { return false }
      switch columns[index].role {
      case .parcelID, .name, .area, .indicator, .landUse: return true
      default: return false
      }
    }
  }

  private func mayBeMerged(_ role: ColumnMeaning.Role) -> Bool {
    switch role {
    case .township, .group, .mode, .location, .landUse: true
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
