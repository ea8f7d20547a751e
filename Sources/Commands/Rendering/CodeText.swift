import Answers
import Exchange
import Planning
import Terms

/// Land-use codes as a person reads them.
struct CodeText {
  let answer: CodeAnswer
  let width: Int?

  func lines() -> [String] {
    var lines: [String] = []
    if answer.answer == .ambiguous { lines.append(Wording.ambiguousCode(answer.query).text) }
    for match in answer.matches {
      if !lines.isEmpty { lines.append("") }
      lines.append(CodeText.name(match.item))
      lines += CodeText.fields(of: match).lines(width: width)
    }
    return lines
  }

  /// A class with its scheme: `070102 二类城镇住宅用地 (MNR-2023)`.
  static func name(_ item: LandUseClass) -> String {
    "\(item.code) \(item.name) (\(item.scheme.rawValue))"
  }

  private static func fields(of match: CodeMatch) -> FieldBlock {
    var block = FieldBlock()
    block.append(Wording.partOfMix, match.part)
    block.append(
      Wording.place, match.path.map { "\($0.code) \($0.name)" }.joined(separator: " › "))
    block.append(Wording.below, match.children.map { "\($0.code) \($0.name)" })
    block.append(Wording.equivalents, equivalents(match.equivalents))
    let item = match.item
    block.append(Wording.note, Language.current == .zh ? item.noteChinese : item.note)
    return block
  }

  /// The counterparts, one a line, in columns.
  private static func equivalents(_ rows: [LandUseEquivalent]) -> [String] {
    let names = rows.map { $0.to.map(name) ?? Wording.noCounterpart.text }
    let widest = names.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(rows, names).map { row, target in
      let way = row.via.isEmpty ? nil : Wording.via(row.via.map(name)).text
      let note = Language.current == .zh ? row.noteChinese : row.note
      let relation = Wording.relation(row.relation, row.confidence).text
      return [DisplayWidth.padded(target, to: widest), relation, way, note]
        .compactMap { $0 }.joined(separator: "  ")
    }
  }

  /// All classes of a scheme, each level two columns further in.
  static func tree(_ classes: [LandUseClass]) -> [String] {
    classes.map { item in
      String(repeating: "  ", count: max(0, item.level - 1)) + "\(item.code)  \(item.name)"
    }
  }

  /// The schemes as a table.
  static func schemes(_ facts: [LandUseSchemeFacts]) -> TextTable {
    var table = TextTable([
      .text(Wording.scheme.text), .number(Wording.classes.text), .text(Wording.inForce.text),
      .text(Wording.until.text), .words(Wording.title.text), .words(Wording.document.text),
    ])
    for fact in facts {
      table.append([
        fact.scheme.rawValue, fact.classCount.map(String.init), fact.inForceFrom?.description,
        fact.replacedOn?.description, fact.title, fact.document,
      ])
    }
    return table
  }
}
