import Foundation
import Planning
import Terms

/// Which documents a document ends, and until when it is in force itself.
struct DocumentLife {
  let title: String
  let own: String?
  let date: CalendarDate?
  let sentences: DocumentSentences

  /// The numbers of the documents that it ends, in order.
  ///
  /// - Parameter cells: the cells of its tables where it does nothing but end documents.
  func revokes(cells: [String]) -> [String] {
    var found: [String] = []
    func take(_ text: String) {
      for (number, before) in DocumentNumbers.all(in: text, own: own)
      where number != own && !DocumentLife.isCited(before) && !found.contains(number) {
        found.append(number)
      }
    }
    if ForceReader.ending(title[...], in: .init(text: title, whole: title)) != nil { take(title) }
    var isList = false
    var numbered = ""
    for sentence in sentences.all {
      defer { if sentence.whole.has("〔") { numbered = sentence.whole } }
      let mayEnd = ForceEvidence.endings.contains { entry in
        entry.words.contains { sentence.text.has($0) }
      }
      if mayEnd, ends(sentence) {
        let known = found.count
        take(sentence.whole)
        // 《…》（…〔2026〕6号）批准前没有公示。现决定撤销该批复: the number stands before.
        if found.count == known,
          ForceEvidence.namedBefore.contains(where: { sentence.text.has($0) })
        {
          take(numbered)
        }
        isList = sentence.whole.mentions(anyOf: "下列 以下 如下 附件 目录") || sentence.whole.hasSuffix(":")
      } else if isList, sentence.whole.has("《") || sentence.whole.has("〔") {
        take(sentence.whole)
      } else if isList, sentence.whole.count > 30 {
        isList = false
      }
    }
    for cell in cells { take(SourceLine(number: 0, text: cell).compact) }
    return found
  }

  private func ends(_ sentence: DocumentSentences.Sentence) -> Bool {
    var previous: Substring = ""
    for clause in sentence.clauses {
      defer { previous = clause }
      if ForceReader.isConditional(clause, behind: previous) { continue }
      if ForceReader.ending(clause, in: sentence) != nil { return true }
    }
    return false
  }

  /// `根据…（某政发〔2020〕3号）`, `《…的请示》（…）`: the number is cited, not ended.
  private static func isCited(_ before: Substring) -> Bool {
    let quoted = before.hasSuffix("(") || before.hasSuffix("》") ? before.dropLast() : before
    if quoted.ends(withAnyOf: "请示》 报告》 申请》 请示 报告 申请") { return true }
    let clause = before.split(whereSeparator: { ",，".contains($0) }).last ?? before
    return clause.begins(withAnyOf: "根据 依据 按照 依照 按 依")
  }

  // MARK: Lapse

  /// The last day on which the document is in force by its own words.
  func inForceUntil() -> CalendarDate? {
    for sentence in sentences.all {
      let text = sentence.text
      // 《某办法》自…起施行，有效期两年: that of another document.
      if sentence.whole.hasPrefix("《") { continue }
      guard let range = text.range(of: "有效期") ?? text.range(of: "试行期") else { continue }
      // A permit, a licence or a bond has a term of its own.
      guard text.mentions(anyOf: "本 施行 实施 生效 印发 发布") else { continue }
      if text[..<range.lowerBound].mentions(anyOf: "许可证 合同 保函 证书 执照 临时用地 承诺书") { continue }
      let tail = text[range.upperBound...].drop { "为是自:：限".contains($0) }
      if tail.hasPrefix("至") || tail.hasPrefix("到") || tail.hasPrefix("截至") {
        return Numerals.firstDate(in: tail)
      }
      guard let start = effect(text) else { return nil }
      if let end = tail.range(of: "至").flatMap({ Numerals.firstDate(in: tail[$0.upperBound...]) }) {
        return end
      }
      return DocumentLife.end(of: tail, from: start)
    }
    return nil
  }

  /// From when it is in force: `自2026年5月1日起施行`, else the day it was signed.
  private func effect(_ text: String) -> CalendarDate? {
    if let from = text.range(of: "自"), let date = Numerals.firstDate(in: text[from.upperBound...]),
      text[from.upperBound...].has("起")
    {
      return date
    }
    for sentence in sentences.all
    where sentence.text.mentions(anyOf: "施行 生效 起实施 起执行") && sentence.text.has("自") {
      if let from = sentence.text.range(of: "自"),
        let date = Numerals.firstDate(in: sentence.text[from.upperBound...])
      {
        return date
      }
    }
    return date
  }

  /// The last day of a term of years or months: 2年, 两年, 6个月.
  private static func end(of term: Substring, from start: CalendarDate) -> CalendarDate? {
    let scalars = Array(term.unicodeScalars)
    let digits = scalars.prefix { $0.isDigit || Numerals.isNumeral($0) }
    guard let count = Numerals.count(digits), count > 0 else { return nil }
    let unit = String(scalars.dropFirst(digits.count).prefix(2))
    let months = unit.hasPrefix("年") ? count * 12 : unit.hasPrefix("个月") ? count : 0
    guard months > 0 else { return nil }
    let total = start.year * 12 + start.month - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    // The day before the same day: 2022-11-01 for two years lasts until 2024-10-31.
    if start.day > 1 {
      return (1..<start.day).reversed().lazy.compactMap {
        CalendarDate(year: year, month: month, day: $0)
      }.first
    }
    let (lastYear, lastMonth) = month == 1 ? (year - 1, 12) : (year, month - 1)
    return [31, 30, 29, 28].lazy.compactMap {
      CalendarDate(year: lastYear, month: lastMonth, day: $0)
    }.first
  }
}
