import Planning
import Terms

/// What a row that heads a group says for the rows below it: 一、挂牌出让; 柳泉镇; 居住用地.
struct RowGroup {
  var mode: TransactionKind?
  var township: String?
  var use: String?
  /// A label that is none of these.
  var name: String?
}

extension TableReader {
  /// Whether a row only heads those below it; then it is taken as their group.
  mutating func heads(_ row: Table.Row) -> Bool {
    let filled = row.filled
    let label: String
    switch filled.count {
    case 1: label = filled[0]
    case 2 where RowLabels.isOrdinal(filled[0]) && !TableHeader.isValue(filled[1]):
      label = filled[1]
    default: return false
    }
    guard RowLabels.isGroup(label) || filled.count == 2, !RowLabels.isTotal(label) else {
      return false
    }
    begin(label)
    return true
  }

  /// Whether a row with an ordinal, a label and a sum heads a group: `一 | 挂牌出让 | | 12.5`.
  mutating func headsGroup(_ row: [String], line: Int) -> Bool {
    guard reading.isList, let first = row.first(where: { !Table.isBlank($0) }) else { return false }
    let words = row.filter { !Table.isBlank($0) && !TableHeader.isValue($0) }
    var label = first
    if RowLabels.isOrdinal(first) {
      guard words.count == 2 else { return false }
      label = words[1]
    } else {
      guard words.count == 1, RowLabels.hasOrdinal(first) else { return false }
    }
    // A piece of land has more than its name and sizes.
    guard cell(row, .parcelID).map({ $0 == first || $0 == label }) ?? true,
      !columns.indices.contains(where: { index in
        columns[index].isIndicator && !CellReader.isNothing(row[safe: index] ?? "")
      })
    else { return false }
    begin(label)
    if let area = area(of: row, isBefore: false, line: line) {
      var total = AreaTotal(
        landUseName: group.use, name: label, area: area,
        place: SourcePlace(file: "", lineStart: line, lineEnd: line))
      total.parts = parts(of: row)
      reading.totals.append(total)
      sums.expect(label, area, line: line)
    }
    return true
  }

  private mutating func begin(_ label: String) {
    let name = RowLabels.unnumbered(label)
    carried = [:]
    if let mode = CellReader.mode(name), !name.hasSuffix("用地") {
      group.mode = mode
    } else if name.ends(withAnyOf: "镇 乡 街道") {
      group.township = name
    } else if name.ends(withAnyOf: "用地 绿地") {
      group.use = name
    } else {
      group.name = name
    }
  }
}
