import Foundation
import Planning

/// The sentences of a document, each with and without what stands in 《》.
struct DocumentSentences {
  /// One sentence, in one spelling and without blanks.
  struct Sentence {
    /// What it says itself: quotations left out.
    var text: String
    /// All of it.
    var whole: String
    /// The line it begins on.
    var line = 0
    /// Its parts between commas and colons, quotations left out.
    var clauses: [Substring] {
      text.split { ",:,：".contains($0) }
    }
  }

  let all: [Sentence]
  /// The sentences that say what the document does: those above its signature, and of a long text
  /// those of its first and last pages.
  private(set) var operative: [Sentence]
  /// How many lines begin an article: 第一条.
  let articles: Int

  /// The sentences of some lines of a document.
  ///
  /// - Parameter signedLine: the line of the signature. What stands below is attached: it may say much,
  ///   but not what the document does.
  init(_ lines: [SourceLine], signedLine: Int? = nil) {
    let prose = Prose(lines)
    var sentences: [Sentence] = []
    var text = String.UnicodeScalarView()
    var whole = String.UnicodeScalarView()
    var depth = 0
    var start = 0
    func end() {
      if !whole.isEmpty {
        sentences.append(Sentence(text: String(text), whole: String(whole), line: start))
      }
      text.removeAll(keepingCapacity: true)
      whole.removeAll(keepingCapacity: true)
    }
    for index in prose.plain.indices {
      // A title in 《》 may break over lines; a sentence outside ends where the line was meant to.
      if prose.breaks[index] == .paragraph || prose.breaks[index] == .soft && depth == 0 {
        end()
        depth = 0
      }
      let scalar = prose.plain[index]
      if depth == 0, "。;；!?！？".unicodeScalars.contains(scalar) {
        end()
        continue
      }
      if whole.isEmpty { start = Int(prose.lines[index]) }
      whole.append(scalar)
      if scalar == "《" { depth += 1 }
      if depth == 0 { text.append(scalar) }
      if scalar == "》" { depth = max(0, depth - 1) }
    }
    end()
    all = sentences
    let above = signedLine.map { line in sentences.filter { $0.line <= line } } ?? []
    operative = above.isEmpty ? sentences : above
    if operative.count > 120 { operative = Array(operative.prefix(90) + operative.suffix(30)) }
    articles = lines.count { DocumentSentences.startsArticle($0.compact) }
  }

  private static func startsArticle(_ text: String) -> Bool {
    guard text.hasPrefix("第"), let end = text.prefix(8).firstIndex(of: "条") else { return false }
    return text[..<end].dropFirst().unicodeScalars.allSatisfy {
      $0.isDigit || Numerals.isNumeral($0) || $0 == "百"
    }
  }
}

/// Document numbers inside running text.
enum DocumentNumbers {
  /// The numbers that a text prints, in order, each with the text before it.
  ///
  /// A mark is not divided from the words before it (撤销某政函〔2024〕3号): it begins behind the last
  /// word that can stand there, or where the mark of the document's own issuer begins.
  static func all(in text: String, own: String?) -> [(number: String, before: Substring)] {
    var found: [(number: String, before: Substring)] = []
    var place = text.startIndex
    while let open = text[place...].firstIndex(where: { "〔[(【".contains($0) }) {
      place = text.index(after: open)
      let tail = text[open...].prefix(16)
      guard let close = tail.firstIndex(where: { "〕])】".contains($0) }),
        text.distance(from: open, to: close) == 5,
        let end = tail[close...].firstIndex(of: "号")
      else { continue }
      let start = markStart(text[..<open], own: own)
      guard start < open, let number = DocumentNumber(text[start...end]) else { continue }
      found.append((number.description, text[..<start]))
      place = text.index(after: end)
    }
    return found
  }

  private static func markStart(_ before: Substring, own: String?) -> String.Index {
    var start = before.endIndex
    var length = 0
    while start > before.startIndex, length < 12 {
      let previous = before.index(before: start)
      guard let scalar = before[previous].unicodeScalars.first, scalar.isHan || scalar.isLatin
      else { break }
      start = previous
      length += 1
    }
    var mark = before[start...]
    for word in wordList(
      """
      撤销 废止 根据 依据 按照 作废 收回 执行 停止 关于 文件 批复 决定 通知 公告 原 由 将 对 以 和 与 及 或 的 号 即 为 是 附
      """)
    {
      if let range = mark.range(of: word, options: .backwards), range.upperBound < mark.endIndex {
        mark = mark[range.upperBound...]
      }
    }
    if let first = own?.first, let hit = mark.firstIndex(of: first) { mark = mark[hit...] }
    return mark.startIndex
  }
}
