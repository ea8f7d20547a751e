import Planning

/// Turns tables with a row for each value into tables with a row for each piece of land.
///
///     地块    | 内容   | 调整前 | 调整后
///     X-02-11 | 容积率 | ≤4.0   | 1.0≤容积率≤2.4
///             | 绿地率 | ≥15    | 未调整
enum LongTableTurner {
  /// The table turned, `nil` where no column holds headings.
  static func turned(_ table: Table) -> Table? {
    let rows = table.rows.filter { !$0.isBlank }
    guard rows.count >= 4, let width = rows.first?.cells.count, (3...5).contains(width) else {
      return nil
    }
    let body = rows.dropFirst().filter { $0.cells.count == width }
    guard body.count * 4 >= (rows.count - 1) * 3,
      let labels = (1..<width - 1).first(where: { column in
        let cells = body.map { $0.text(column) }
        return cells.count(where: { TableHeader.isHeading($0) }) * 10 >= cells.count * 7
      }),
      let blocks = blocks(Array(body), labels: labels)
    else { return nil }
    let values = (labels + 1)..<width
    let states = values.map {
      StateMarks.stripped(SourceLine(number: 0, text: rows[0].text($0)).compact)
    }
    let isStated = values.count == 2 && states.allSatisfy(\.isState)
    guard isStated || values.count == 1 else { return nil }
    return build(
      blocks, headings: Array(rows[0].cells[..<labels]), labels: labels, values: values,
      states: isStated ? states.map(\.isBefore) : nil, line: rows[0].line, table)
  }

  /// The rows of each piece of land: a new one begins where the first column is filled or a label
  /// comes again.
  private static func blocks(_ body: [Table.Row], labels: Int) -> [[Table.Row]]? {
    var blocks: [[Table.Row]] = []
    var open: [Int] = []
    for row in body {
      let head = row.text(0)
      let isSame =
        head.isEmpty || head == Table.merged || open.contains { head == blocks[$0][0].text(0) }
      if !isSame || blocks.isEmpty {
        // `A-01、A-02`: what the row says holds for each of those above.
        let named = head.split(separator: "、").map(String.init)
        let known = named.compactMap { name in blocks.firstIndex { $0[0].text(0) == name } }
        if known.count == named.count, known.count > 1 {
          open = known
        } else {
          open = [blocks.count]
          blocks.append([])
        }
      }
      for index in open { blocks[index].append(row) }
    }
    // Land with one row each is an ordinary table.
    return blocks.count(where: { $0.count >= 2 }) * 2 > blocks.count ? blocks : nil
  }

  private static func build(
    _ blocks: [[Table.Row]], headings: [String], labels: Int, values: Range<Int>, states: [Bool]?,
    line: Int, _ table: Table
  ) -> Table {
    var names: [String] = []
    for name in blocks.joined().map({ $0.text(labels) })
    where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    let state = states == nil ? [] : ["阶段"]
    var turned = Table(rows: [Table.Row(cells: headings + state + names, line: line)])
    turned.caption = table.caption
    turned.notes = table.notes
    for block in blocks {
      let head = (0..<labels).map { block[0].text($0) }
      for (offset, column) in values.enumerated() {
        let isBefore = states?[offset] ?? false
        let cells = names.map { name -> String in
          guard let row = block.first(where: { $0.text(labels) == name }) else { return "" }
          let text = row.text(column)
          return !isBefore && isUnchanged(text) ? row.text(values.lowerBound) : text
        }
        let mark = states == nil ? [] : [isBefore ? "调整前" : "调整后"]
        turned.rows.append(Table.Row(cells: head + mark + cells, line: block[0].line))
      }
    }
    return turned
  }

  private static func isUnchanged(_ text: String) -> Bool {
    ["未调整", "不变", "同左", "不调整", "保持不变", "无变化", "同前", "未变", "维持不变", "同调整前"].contains(text)
  }
}
