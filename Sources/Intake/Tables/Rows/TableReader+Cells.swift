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
    readAmount(row, into: &draft)
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
      case .mode: draft.kind = CellReader.mode(text) ?? draft.kind
      case .name: draft.name = draft.name ?? text
      case .location: draft.location = draft.location ?? text
      case .boundary: draft.bounds = draft.bounds ?? text
      case .party: draft.party = draft.party ?? text
      case .purpose: draft.purpose = draft.purpose ?? text
      case .group: draft.location = draft.location ?? text
      case .township: draft.extras[column.heading] = text
      case .note:
        if text.has("保留现状") || text.has("现状保留") || text.has("维持现状") {
          draft.keepsCurrentUse = true
        }
        draft.extras[column.heading] = text
      case .area where !column.isBefore && !isSameMeasure(column):
        draft.extras[column.heading] = text
      case .kept, .unknown, .areaPart:
        if !column.heading.isEmpty { draft.extras[column.heading] = text }
      default: break
      }
    }
    draft.kind = draft.kind ?? group.mode ?? statedMode
    if draft.location == nil, profile.approvesActs {
      draft.location = cell(row, .township) ?? group.township
    }
    if let name = group.name { draft.extras["分组"] = name }
    if row.contains(where: { $0.has("保留现状") }) { draft.keepsCurrentUse = true }
  }

  /// The price paid goes before that set, that before the one asked at first; the others are kept
  /// under their headings.
  private func readAmount(_ row: [String], into draft: inout Draft) {
    var best: ColumnMeaning.PriceRank?
    for (index, column) in columns.enumerated() where index < row.count {
      guard case .amount(let columnUnit, let rank) = column.role,
        !CellReader.isNothing(row[index])
      else { continue }
      draft.extras[column.heading] = row[index]
      guard best.map({ rank.rawValue > $0.rawValue }) ?? true,
        let amount = cells.amount(row[index], unit: columnUnit ?? moneyUnit ?? 1)
      else { continue }
      best = rank
      draft.amountYuan = amount
    }
  }

  private func readUses(_ row: [String], into draft: inout Draft, isBefore: Bool) {
    var name = cell(row, .landUse) ?? ""
    let code = cell(row, .landUseCode) ?? ""
    if name.isEmpty, code.isEmpty, !isBefore { name = group.use ?? "" }
    let new = cells.uses(name: name, code: code)
    let old = cells.uses(
      name: cell(row, .landUse, isBefore: true) ?? "",
      code: cell(row, .landUseCode, isBefore: true) ?? "")
    if let old { draft.previous.landUse = old.uses }
    guard let new else { return }
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
    guard
      let interval = cells.interval(
        text, of: indicator, sign: sign,
        isPer100: indicator.measure.mayBePer100SquareMetres && column.isPer100)
    else {
      if text.unicodeScalars.contains(where: \.isDigit) {
        reading.findings.append(
          (.cellNotUnderstood(column: column.heading, text: text), .warning, line))
      }
      return
    }
    if isBefore || column.isBefore {
      draft.previous.indicators[indicator] = interval
      return
    }
    var merged = draft.indicators[indicator] ?? Interval()
    if let lower = interval.lower { merged.lower = lower }
    if let upper = interval.upper { merged.upper = upper }
    merged.isPer100SquareMetres = interval.isPer100SquareMetres
    draft.indicators[indicator] = merged
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
