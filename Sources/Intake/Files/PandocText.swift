import Foundation

/// Plain text from pandoc's JSON: a line a paragraph, table rows as cells with tabs.
enum PandocText {
  /// The text of a document.
  static func text(_ json: Data) -> String {
    guard let root = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
      let blocks = root["blocks"] as? [Any]
    else { return "" }
    return lines(blocks).joined(separator: "\n")
  }

  static func lines(_ blocks: [Any]) -> [String] {
    blocks.flatMap { block -> [String] in
      guard let block = block as? [String: Any], let type = block["t"] as? String else { return [] }
      switch type {
      case "Para", "Plain":
        return inline(block["c"] as? [Any] ?? []).split(separator: "\n").map(String.init)
      case "Header": return [inline((block["c"] as? [Any])?.last as? [Any] ?? [])]
      case "BlockQuote": return lines(block["c"] as? [Any] ?? [])
      case "Div": return lines((block["c"] as? [Any])?.last as? [Any] ?? [])
      case "OrderedList": return numbered(block["c"] as? [Any] ?? [])
      case "BulletList": return (block["c"] as? [Any] ?? []).flatMap { lines($0 as? [Any] ?? []) }
      case "LineBlock": return (block["c"] as? [Any] ?? []).map { inline($0 as? [Any] ?? []) }
      case "Table": return rows(block["c"] as? [Any] ?? [])
      default: return []
      }
    }
  }

  private static func numbered(_ content: [Any]) -> [String] {
    guard let items = content.last as? [Any] else { return [] }
    return items.enumerated().flatMap { index, item -> [String] in
      var lines = lines(item as? [Any] ?? [])
      if !lines.isEmpty { lines[0] = "\(index + 1)." + lines[0] }
      return lines
    }
  }

  private static func inline(_ inlines: [Any]) -> String {
    inlines.map { item -> String in
      guard let item = item as? [String: Any], let type = item["t"] as? String else { return "" }
      switch type {
      case "Str": return item["c"] as? String ?? ""
      case "Space", "SoftBreak": return " "
      case "LineBreak": return "\n"
      case "Quoted": return "“" + inline((item["c"] as? [Any])?.last as? [Any] ?? []) + "”"
      case "Superscript", "Subscript", "Emph", "Strong", "Underline", "Strikeout", "SmallCaps":
        return inline(item["c"] as? [Any] ?? [])
      case "Span", "Link":
        return inline((item["c"] as? [Any])?.first { $0 is [[String: Any]] } as? [Any] ?? [])
      case "Math", "Code": return (item["c"] as? [Any])?.last as? String ?? ""
      default: return ""
      }
    }.joined()
  }

  /// The rows of a table: heads, bodies and foot; a cell that spans columns leaves blanks behind it,
  /// one that spans rows a mark that the cell repeats the one above.
  private static func rows(_ content: [Any]) -> [String] {
    var rows: [Any] = []
    func head(_ part: Any?) {
      if let part = part as? [Any], let list = part.last as? [Any] { rows += list }
    }
    guard content.count >= 6 else { return [] }
    head(content[3])
    for body in content[4] as? [Any] ?? [] {
      guard let body = body as? [Any], body.count >= 4 else { continue }
      rows += body[2] as? [Any] ?? []
      rows += body[3] as? [Any] ?? []
    }
    head(content[5])
    return SpannedTable.lines(
      rows.map { row in
        ((row as? [Any])?.last as? [Any] ?? []).compactMap { cell in
          guard let cell = cell as? [Any], cell.count >= 5 else { return nil }
          return SpannedCell(
            text: Table.text(ofLines: lines(cell[4] as? [Any] ?? [])), down: cell[2] as? Int ?? 1,
            across: cell[3] as? Int ?? 1)
        }
      })
  }
}
