import Foundation
import Planning

/// Reads mergers of townships: `撤销原甲乡，整建制并入乙镇`.
enum AdministrativeChangeReader {
  /// The changes in some prose, each once.
  static func changes(in prose: Prose) -> [AdministrativeChange] {
    let text = String(prose.plain)
    var changes: [AdministrativeChange] = []
    var search = text.startIndex
    while let range = verb(in: text, from: search) {
      search = range.upperBound
      let before = sentence(text[..<range.lowerBound])
      guard let into = unit(after: text[range.upperBound...]) else { continue }
      let from = units(in: before).filter { $0 != into }
      guard !from.isEmpty, !changes.contains(where: { $0.into == into && $0.from == from }) else {
        continue
      }
      let offset = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      let line = prose.lines(of: offset..<offset + 1).first
      changes.append(
        AdministrativeChange(
          from: from, into: into, date: Numerals.firstDate(in: before), line: line))
    }
    return changes.filter { change in
      change.date != nil || !changes.contains { $0.into == change.into && $0.date != nil }
    }
  }

  /// The next word that says that units became part of another.
  private static func verb(in text: String, from start: String.Index) -> Range<String.Index>? {
    wordList(
      """
      整建制并入 并入 划归 归入 合并设立 合并组建 合并为 合并成立
      """
    )
    .compactMap { text.range(of: $0, range: start..<text.endIndex) }
    .min { $0.lowerBound < $1.lowerBound }
  }

  private static func sentence(_ text: Substring) -> Substring {
    guard let stop = text.lastIndex(where: { "。;；".contains($0) }) else { return text }
    return text[text.index(after: stop)...]
  }

  private static func unit(after text: Substring) -> String? {
    guard let end = text.prefix(12).firstIndex(where: { "镇乡".contains($0) }) else {
      guard let range = text.prefix(14).range(of: "街道") else { return nil }
      return clean(text[..<range.upperBound])
    }
    return clean(text[...end])
  }

  /// The townships that end: behind 撤销, 将 or at the start of the clause.
  private static func units(in text: Substring) -> [String] {
    var start = text.startIndex
    for mark in ["撤销", "将", "把"] {
      if let range = text.range(of: mark, options: .backwards) {
        start = range.upperBound
        break
      }
    }
    var units: [String] = []
    for part in text[start...].split(whereSeparator: { "、,，和与".contains($0) }) {
      guard let end = part.firstIndex(where: { "镇乡".contains($0) }) else { continue }
      if let name = clean(part[...end]), !units.contains(name) { units.append(name) }
    }
    return units
  }

  private static func clean(_ text: Substring) -> String? {
    var name = text
    for start in wordList(
      """
      原 至 到 新的 了 入 新
      """) where name.hasPrefix(start)
    {
      name = name.dropFirst(start.count)
    }
    return (2...8).contains(name.count) ? String(name) : nil
  }
}
