import Planning

/// Turns cards into rows: labels with their values side by side, one block for each piece of land.
///
///     地块编号   甲储出2023-17号    地块位置   某街道
///     出让面积   18236.5 平方米     规划用途   二类城镇住宅用地
enum CardTurner {
  /// The cards among the rows of a file, and where they begin below the title.
  static func cards(in rows: [Table.Row]) -> (start: Int, table: Table)? {
    guard let start = rows.prefix(12).firstIndex(where: { Cards.count(in: $0) > 1 }) else {
      return nil
    }
    return turned(Table(rows: Array(rows[start...]))).map { (start, $0) }
  }

  /// The table with one row for each card, `nil` where it holds no cards.
  static func turned(_ table: Table) -> Table? {
    let rows = table.rows.filter { !$0.isBlank }
    guard rows.count >= 2, let rows = Cards(rows)?.rows else { return nil }
    var turned = Table(rows: rows)
    turned.caption = table.caption
    turned.notes = table.notes
    return turned
  }
}

/// Labels and values of some rows, taken apart into cards.
private struct Cards {
  private(set) var rows: [Table.Row] = []

  private typealias Pair = (label: String, value: String)

  init?(_ source: [Table.Row]) {
    var cards: [(pairs: [Pair], line: Int)] = []
    var paired = 0
    var several = 0
    var other = 0
    var open: [Pair] = []
    var line = source[0].line
    var seen: Set<String> = []
    for row in source {
      guard let pairs = Cards.pairs(row.cells) else {
        if row.filled.count > 1 { other += 1 }
        continue
      }
      paired += 1
      if pairs.count > 1 { several += 1 }
      let keys = pairs.map { Cards.key($0.label) }
      // A label that has come already begins the next card.
      if let first = keys.first, seen.contains(first) {
        cards.append((open, line))
        open = []
        seen = []
      }
      if open.isEmpty { line = row.line }
      open += pairs
      seen.formUnion(keys)
    }
    if !open.isEmpty { cards.append((open, line)) }
    guard paired >= 2, paired > other * 2, several * 2 > paired || cards.count > 1 else {
      return nil
    }
    var labels: [String] = []
    for pair in cards.flatMap(\.pairs)
    where !labels.contains(where: { Cards.key($0) == Cards.key(pair.label) }) {
      labels.append(pair.label)
    }
    let known = labels.map { ColumnMeaning(heading: $0) }
    guard known.contains(where: { $0.role == .parcelID || $0.isArea || $0.role == .landUse }),
      labels.count >= 3
    else { return nil }
    rows = [Table.Row(cells: labels, line: source[0].line)]
    for card in cards {
      let cells = labels.map { label in
        card.pairs.first { Cards.key($0.label) == Cards.key(label) }?.value ?? "-"
      }
      rows.append(Table.Row(cells: cells, line: card.line))
    }
  }

  /// How many labels with values a row holds.
  static func count(in row: Table.Row) -> Int { pairs(row.cells)?.count ?? 0 }

  private static func key(_ label: String) -> String {
    SourceLine(number: 0, text: label).compact.filter { $0 != ":" }
  }

  /// The labels and values of a row, `nil` where it does not go label, value, label, value.
  private static func pairs(_ cells: [String]) -> [Pair]? {
    var pairs: [Pair] = []
    var label: String?
    let parts = cells.flatMap(split)
    let filled = parts.filter { !Table.isBlank($0) }
    let evens = stride(from: 0, to: filled.count, by: 2).map { filled[$0] }
    let odds = stride(from: 1, to: filled.count, by: 2).map { filled[$0] }
    let known = evens.count(where: isLabel)
    if evens.count == odds.count,
      known == evens.count
        || known > 0 && known * 2 >= evens.count
          && evens.allSatisfy({ isLabel($0) || mayBeLabel($0) }),
      zip(evens, odds).count(where: { isLabel($1) && !isValue($1, of: $0) }) * 2 < odds.count
    {
      return zip(evens, odds).map { ($0, $1) }
    }
    for cell in parts {
      if Table.isBlank(cell) { continue }
      if let open = label {
        // Two labels in a row: the first has no value.
        if isLabel(cell), !CellReader.isNothing(cell), isValueless(open, before: cell) {
          return nil
        }
        pairs.append((open, cell))
        label = nil
      } else {
        guard isLabel(cell) else { return nil }
        label = cell
      }
    }
    if let label { pairs.append((label, "")) }
    return pairs.isEmpty ? nil : pairs
  }

  /// `公用设施营业网点用地` behind 土地用途, `挂牌出让` behind 供地方式: such names could head columns too.
  private static func isValue(_ value: String, of label: String) -> Bool {
    switch ColumnMeaning(heading: label).role {
    case .landUse: value.count > 2 && (value.hasSuffix("用地") || value.mentions(anyOf: "用地( 用地（"))
    case .mode: CellReader.mode(value) != nil
    default: false
    }
  }

  /// Whether a label directly before another is of a heading row, not a label with a value.
  private static func isValueless(_ label: String, before cell: String) -> Bool {
    ColumnMeaning(heading: cell).role != .landUse || cell.count <= 4
  }

  private static func isLabel(_ cell: String) -> Bool {
    let text = cell.hasSuffix("：") || cell.hasSuffix(":") ? String(cell.dropLast()) : cell
    return TableHeader.isHeading(text) && !TableHeader.isValue(text)
  }

  /// Words that may be a label that the grammar does not know, among labels that it knows.
  private static func mayBeLabel(_ cell: String) -> Bool {
    let plain = SourceLine(number: 0, text: cell).compact
    return (2...12).contains(plain.count) && !TableHeader.isValue(cell)
      && plain.unicodeScalars.allSatisfy { $0.isHan || "()/:%".unicodeScalars.contains($0) }
  }

  /// A label and its value that lost the blanks between: `出让面积（平方米）18236.5`, `面积：3公顷`.
  private static func split(_ cell: String) -> [String] {
    guard cell.count <= 60 else { return [cell] }
    for mark: Character in ["：", ":", "）", ")"] {
      guard let end = cell.firstIndex(of: mark) else { continue }
      let after = cell.index(after: end)
      let isColon = mark == "：" || mark == ":"
      let label = String(isColon ? cell[..<end] : cell[..<after])
      let value = TableFinder.trimmed(cell[after...].unicodeScalars)
      if !value.isEmpty, isLabel(label), isColon && !isLabel(cell) || TableHeader.isValue(value) {
        return [label, value]
      }
    }
    return [cell]
  }
}
