import Planning
import Terms

/// The cells of one row of a planning table.
extension TableReader {
  func cell(_ row: [String], _ role: ColumnMeaning.Role, isBefore: Bool = false) -> String? {
    for (index, column) in columns.enumerated()
    where column.role == role && column.isBefore == isBefore && index < row.count {
      let text = row[index]
      if !CellReader.isNothing(text) { return text }
    }
    return nil
  }

  func cleanID(_ text: String) -> String {
    var id = SourceLine(number: 1, text: text).compact
    for ending in ["号宗地", "号地块", "地块", "宗地", "号"]
    where id.hasSuffix(ending) && id.count > ending.count {
      let rest = String(id.dropLast(ending.count))
      if id.unicodeScalars.first?.isHan == true, !ColumnEvidence.isParcelNumber(rest) { break }
      if ending == "号", !ColumnEvidence.isParcelNumber(rest) { break }
      id = rest
    }
    return id
  }

  mutating func read(_ row: [String], into draft: inout Draft, isBefore: Bool, line: Int) {
    readUses(row, into: &draft, isBefore: isBefore)
    if !isBefore { readPrices(row, into: &draft, line: line) }
    if let area = area(of: row, isBefore: false, line: line) {
      if isBefore { draft.previous.area = area } else { draft.area = area }
    }
    if let former = area(of: row, isBefore: true, line: line) { draft.previous.area = former }
    for (index, column) in columns.enumerated() where index < row.count {
      let text = row[index]
      if CellReader.isNothing(text) { continue }
      switch column.role {
      case .indicator(let indicator, let sign):
        indicatorCell(text, indicator, sign, column, into: &draft, isBefore: isBefore, line: line)
      case .conditions, .note, .unknown:
        conditions(text, column, into: &draft, isBefore: isBefore, line: line)
      case .mode: draft.kind = CellReader.mode(text) ?? draft.kind
      case .name: draft.name = draft.name ?? text
      case .location: draft.location = draft.location ?? text
      case .boundary: draft.bounds = draft.bounds ?? text
      case .party: draft.party = draft.party ?? text
      case .purpose: draft.purpose = draft.purpose ?? text
      case .group: draft.location = draft.location ?? text
      case .township: draft.extras[column.heading] = text
      case .area where !column.isBefore && !isSameMeasure(column):
        draft.extras[column.heading] = text
      case .kept, .areaPart, .level:
        if !column.heading.isEmpty { draft.extras[column.heading] = text }
      default: break
      }
    }
    if !isBefore { readTerms(row, into: &draft) }
    draft.verticalRange = verticalRange(row) ?? draft.verticalRange
    draft.kind = draft.kind ?? tickedMode(row) ?? group.mode ?? statedMode
    if draft.location == nil, profile.approvesActs {
      draft.location = cell(row, .township) ?? group.township
    }
    if let name = group.name { draft.extras["分组"] = name }
    if row.contains(where: { $0.has("保留现状") }) { draft.keepsCurrentUse = true }
  }

  private func readUses(_ row: [String], into draft: inout Draft, isBefore: Bool) {
    var name = CellReader.withoutTerms(cell(row, .landUse) ?? "")
    let code = cell(row, .landUseCode) ?? ""
    if name.isEmpty, code.isEmpty, !isBefore { name = group.use ?? "" }
    let new = cells.uses(name: name, code: code)
    let old = cells.uses(
      name: cell(row, .landUse, isBefore: true) ?? "",
      code: cell(row, .landUseCode, isBefore: true) ?? "")
    if let old { draft.previous.landUse = old.uses }
    guard let new else { return }
    // What is put on land for a time is its purpose, no use of the land.
    if profile.act?.isForATime == true, new.uses.allSatisfy({ $0.code == nil }) {
      draft.purpose = draft.purpose ?? name
      return
    }
    if isBefore {
      draft.previous.landUse = new.uses
    } else {
      draft.uses = new.uses
      draft.hasCode = new.hasCode
      draft.useText = new.text
    }
  }

  private mutating func indicatorCell(
    _ text: String, _ indicator: Indicator, _ sign: BoundSign?, _ column: ColumnMeaning,
    into draft: inout Draft, isBefore: Bool, line: Int
  ) {
    let use = draft.useText ?? draft.uses.compactMap(\.name).joined()
    let read = cells.bounds(
      text, column: indicator, sign: sign ?? directions.sign(of: indicator, use: use),
      isPer100: indicator.measure.mayBePer100SquareMetres && column.isPer100)
    let hasDigits = text.unicodeScalars.contains(where: \.isDigit)
    if hasDigits, !read.isWhole || read.values.isEmpty && !read.isUnlimited {
      draft.extras[column.heading] = text
      reading.findings.append(
        (.cellNotUnderstood(column: column.heading, text: text), .warning, line))
    }
    put(read, into: &draft, isBefore: isBefore || column.isBefore)
  }

  /// A cell of several indicators, or of other text, which is kept as printed.
  private mutating func conditions(
    _ text: String, _ column: ColumnMeaning, into draft: inout Draft, isBefore: Bool, line: Int
  ) {
    if column.role == .note, text.mentions(anyOf: "保留现状 现状保留 维持现状") {
      draft.keepsCurrentUse = true
    }
    if !column.heading.isEmpty { draft.extras[column.heading] = text }
    // Elsewhere than under 规划条件 a bound counts only with its sign, and no former one.
    if column.role != .conditions {
      guard CellReader.isBound(text), !text.mentions(anyOf: "原 由 调整 现状 建议") else { return }
    }
    let read = cells.bounds(text, column: nil, sign: nil)
    if read.isContradictory {
      reading.findings.append(
        (.cellNotUnderstood(column: column.heading, text: text), .warning, line))
    }
    put(read, into: &draft, isBefore: isBefore || column.isBefore)
  }

  private func put(_ read: CellReader.Bounds, into draft: inout Draft, isBefore: Bool) {
    for value in read.values {
      if isBefore {
        draft.previous.indicators[value.indicator] = value.interval
        continue
      }
      if let previous = value.previous { draft.previous.indicators[value.indicator] = previous }
      let known = draft.indicators[value.indicator]
      var merged = known?.joined(value.interval) ?? value.interval
      if let known, known.joined(value.interval) == nil {
        // 上限 and 下限 in columns of their own; else the later column stands.
        merged.lower = value.interval.lower ?? known.lower
        merged.upper = value.interval.upper ?? known.upper
      }
      draft.indicators[value.indicator] = merged
    }
  }

  mutating func area(of row: [String], isBefore: Bool, line: Int) -> StatedArea? {
    var found: StatedArea?
    for (index, column) in columns.enumerated()
    where column.isBefore == isBefore && index < row.count {
      guard case .area(let columnUnit) = column.role, !CellReader.isNothing(row[index]) else {
        continue
      }
      guard let area = cells.area(row[index], unit: columnUnit ?? unit) else {
        let hasDigits = row[index].unicodeScalars.contains(where: \.isDigit)
        if hasDigits {
          let fact: Diagnostic.Fact =
            columnUnit == nil && unit == nil
            ? .unitMissing(row[index])
            : .cellNotUnderstood(column: column.heading, text: row[index])
          reading.findings.append((fact, .warning, line))
        }
        continue
      }
      if let known = found {
        guard isSameMeasure(column) else { continue }
        if abs(known.squareMetres - area.squareMetres) > max(1, known.squareMetres * 0.001) {
          let parcel = cell(row, .parcelID) ?? cell(row, .name) ?? ""
          reading.findings.append(
            (
              .conflictingValues(
                parcel: parcel, property: "area", known.text ?? "", area.text ?? ""),
              .warning, line
            ))
        }
      } else {
        found = area
      }
    }
    return checked(found, byPeriodsOf: row, isBefore: isBefore, line: line)
  }

  /// The area of a row with a column for each span of time: their sum, where no column has it; the
  /// printed sum is held against it.
  private mutating func checked(
    _ found: StatedArea?, byPeriodsOf row: [String], isBefore: Bool, line: Int
  ) -> StatedArea? {
    let parts = columns.indices.filter {
      columns[$0].isPeriod && columns[$0].isAreaPart && columns[$0].isBefore == isBefore
    }
    guard parts.count > 1 else { return found }
    let areas = parts.compactMap { index -> StatedArea? in
      guard case .areaPart(let columnUnit) = columns[index].role else { return nil }
      return cells.area(row[safe: index] ?? "", unit: columnUnit ?? unit)
    }
    guard !areas.isEmpty else { return found }
    let sum = (areas.reduce(0) { $0 + $1.squareMetres } * 1_000).rounded() / 1_000
    guard let found else { return areas.count == 1 ? areas[0] : StatedArea(squareMetres: sum) }
    let printed = columns.first { $0.isArea && $0.isBefore == isBefore }
    if printed?.groupHeading != nil, printed?.groupHeading == columns[parts[0]].groupHeading,
      abs(found.squareMetres - sum) > max(1, sum * 0.001)
    {
      let label = cell(row, .parcelID) ?? cell(row, .name) ?? ""
      reading.findings.append(
        (.totalMismatch(label, stated: found.squareMetres, members: sum), .warning, line))
    }
    return found
  }

  /// Whether an area column gives the same as the first one, perhaps in another unit: 面积(公顷) and
  /// 面积(亩) do, 计划面积 and 实际面积 do not.
  private func isSameMeasure(_ column: ColumnMeaning) -> Bool {
    func measure(_ heading: String) -> String {
      var text = HeadingWords.withoutBrackets(SourceLine(number: 0, text: heading).compact)
      for unit in ["公顷", "平方米", "亩", "㎡", "m2", "折合", "合"] { text.replace(unit, with: "") }
      return text
    }
    let first = columns.first { $0.isArea && $0.isBefore == column.isBefore }
    let own = measure(column.heading)
    return first.map { measure($0.heading) == own || own.isEmpty } ?? true
  }
}
