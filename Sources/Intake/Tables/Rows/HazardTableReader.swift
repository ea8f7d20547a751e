import Foundation
import Planning

/// Reads a county's list of geological-hazard sites, whose rows lose merged cells at page ends.
struct HazardTableReader {
  let columns: [ColumnMeaning]

  init(columns: [ColumnMeaning]) { self.columns = columns }

  /// Whether a heading is that of a hazard list.
  static func accepts(_ columns: [ColumnMeaning]) -> Bool {
    let roles = columns.map(\.role)
    return (roles.contains(.risk) || roles.contains(.people))
      && (roles.contains(.hazardType) || roles.contains(.fieldNumber) || roles.contains(.name))
  }

  /// Whether a text is a kind of hazard.
  static func isType(_ text: String) -> Bool {
    wordList(
      """
      崩塌 滑坡 泥石流 地面塌陷 地裂缝 不稳定斜坡 地面沉降 塌陷 危岩
      """
    ).contains(text)
  }

  private struct Entry {
    var site: HazardSite
    var groupSerial: Int?
  }

  func read(_ rows: ArraySlice<Table.Row>) -> TableReading {
    var reading = TableReading()
    var entries: [Entry] = []
    // Some pages print no column of field numbers in the heading, though rows have them.
    var layout = columns
    if !layout.contains(where: { $0.role == .fieldNumber }),
      let name = layout.firstIndex(where: { $0.role == .name })
    {
      layout.insert(ColumnMeaning(heading: "野外编号"), at: name)
    }
    for row in rows where !row.isBlank {
      if row.filled.count < 4 || row.filled.contains(where: { $0 == "地理位置" || $0 == "承灾体" }) {
        continue
      }
      guard let entry = entry(row, layout) else {
        reading.findings.append(
          (.cellNotUnderstood(text: row.filled.joined(separator: " ")), .warning, row.line))
        continue
      }
      entries.append(entry)
    }
    fillTypes(&entries, &reading)
    reading.sites = entries.map(\.site)
    reading.isList = true
    return reading
  }

  private func entry(_ row: Table.Row, _ layout: [ColumnMeaning]) -> Entry? {
    let isWhole = row.cells.count == layout.count
    let cells = RowAligner.align(isWhole ? row.cells : row.filled, to: layout)
    var site = HazardSite(
      name: "", place: SourcePlace(file: "", lineStart: row.line, lineEnd: row.line))
    var group: Int?
    for (column, cell) in zip(layout, cells) where !cell.isEmpty {
      switch column.role {
      case .serial:
        if site.serial == nil {
          site.serial = CellReader.integer(cell)
        } else {
          group = CellReader.integer(cell)
        }
      case .hazardType: site.hazardType = cell
      case .fieldNumber: site.fieldNumber = SourceLine(number: 1, text: cell).compact
      case .name: site.name = cell.filter { !$0.isWhitespace }
      case .location: place(cell, into: &site)
      case .risk: risk(cell, into: &site)
      case .people: site.people = CellReader.integer(cell)
      case .property(let unit):
        site.propertyYuan = Double(
          SourceLine(number: 1, text: cell).compact.filter {
            $0.isASCII && $0.isNumber || $0 == "."
          }
        )
        .map { ($0 * unit * 100).rounded() / 100 }
      case .exposed: site.exposed = cell
      case .cause: site.cause = cell
      case .responsibleTownship, .township: site.responsibleTownship = cell
      case .department: site.responsibleDepartment = cell
      default: break
      }
    }
    guard !site.name.isEmpty, site.people != nil || site.propertyYuan != nil else { return nil }
    return Entry(site: site, groupSerial: group)
  }

  /// `金罗镇白草村毛港组`: township, then village.
  private func place(_ cell: String, into site: inout HazardSite) {
    let text = cell.filter { !$0.isWhitespace }
    site.location = text
    var rest = Substring(text)
    if let end = HazardTableReader.townshipEnd(rest) {
      site.township = String(rest[..<end])
      rest = rest[end...]
    }
    for mark in ["村委会", "村", "社区", "居委"] {
      if let range = rest.range(of: mark), range.lowerBound > rest.startIndex {
        site.village = String(rest[..<range.upperBound])
        return
      }
    }
    if !rest.isEmpty { site.village = String(rest) }
  }

  /// Behind the township's name; 宁乡镇 ends at 镇, not at 乡.
  private static func townshipEnd(_ text: Substring) -> String.Index? {
    for index in text.indices.dropFirst() {
      let next = text.index(after: index)
      guard "镇乡".contains(text[index]) else {
        if text[index...].hasPrefix("街道") { return text.index(index, offsetBy: 2) }
        continue
      }
      if next < text.endIndex, "镇乡".contains(text[next]) { continue }
      return next
    }
    return nil
  }

  /// `23人, 24万`: people, then property in 10 000 yuan.
  private func risk(_ cell: String, into site: inout HazardSite) {
    let plain = SourceLine(number: 1, text: cell).compact
    var digits = ""
    for character in plain {
      if character.isASCII && character.isNumber || character == "." {
        digits.append(character)
      } else {
        if character == "人" { site.people = Int(digits) }
        if character == "户" { digits = "" }
        if character == "万", let value = Double(digits) {
          site.propertyYuan = (value * 1_000_000).rounded() / 100
        }
        digits = ""
      }
    }
  }

  /// A merged cell with the type stands in one row of its group; groups count from 1 anew.
  private func fillTypes(_ entries: inout [Entry], _ reading: inout TableReading) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, let serial = entries[end].groupSerial, serial != 1,
        serial > (entries[end - 1].groupSerial ?? 0)
      {
        end += 1
      }
      let printed = entries[start..<end].compactMap(\.site.hazardType)
      for index in start..<end where entries[index].site.hazardType == nil {
        let name = entries[index].site.name
        let fromName = ["地面塌陷", "不稳定斜坡", "泥石流", "崩塌", "滑坡"].first { name.has($0) }
        let byCause = entries[index].site.cause?.contains("采空塌陷") == true ? "地面塌陷" : nil
        guard let type = printed.first ?? fromName ?? byCause else { continue }
        entries[index].site.hazardType = type
        let line = entries[index].site.place.lineStart
        reading.findings.append((.filledFromAbove(column: "灾害类型", value: type), .info, line))
      }
      start = end
    }
  }
}
