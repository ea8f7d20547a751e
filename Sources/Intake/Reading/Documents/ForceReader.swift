import Foundation
import Planning
import Terms

/// Tells what a document does: decides, refuses, proposes … from its title and its clauses.
///
/// Words count only as what a clause says: 不同意见 refuses nothing, 拟同意 decides nothing, and what
/// stands in 《》 is said by another paper.
struct ForceReader {
  let title: String
  let kind: DocumentKind
  /// Whether it is about no piece of land: a programme says 不予批准 of cases to come.
  let isGeneral: Bool
  let sentences: DocumentSentences

  /// What the document does; `nil` where nothing tells.
  func force() -> DocumentForce? {
    var votes: [DocumentForce: Int] = [:]
    let own = ForceReader.ownWords(of: title)
    let genre = ForceReader.genre(of: title)
    for row in ForceEvidence.table where row.kinds.isEmpty || row.kinds.contains(kind) {
      let holds =
        switch row.place {
        case .genre: row.pattern.ends(genre)
        case .title: row.pattern.matches(own)
        case .clause: sentences.operative.contains { row.pattern.matches($0.text) }
        }
      if holds { votes[row.force, default: 0] += row.weight }
    }
    if kind == .rule { votes[.rules, default: 0] += ForceEvidence.articles }
    for (force, weight) in clauseVotes() { votes[force, default: 0] += weight }
    let heaviest = votes.values.max() ?? 0
    guard heaviest > 0 else { return nil }
    return DocumentForce.allCases.first { votes[$0] == heaviest }
  }

  /// What the clauses with traps say, each force once.
  private func clauseVotes() -> [DocumentForce: Int] {
    var votes: [DocumentForce: Int] = [:]
    for sentence in sentences.operative {
      var previous: Substring = ""
      for clause in sentence.clauses {
        defer { previous = clause }
        if ForceReader.isConditional(clause, behind: previous) { continue }
        if ForceReader.refuses(clause), !isGeneral {
          votes[.refuses] = ForceEvidence.refusal
        } else if let force = ForceReader.ending(clause, in: sentence) {
          votes[force] = ForceEvidence.ending
        } else if ForceReader.consents(clause) {
          votes[.decides] = ForceEvidence.consent
        }
      }
    }
    return votes
  }

  // MARK: The title

  /// The title without what it quotes and without its office.
  static func ownWords(of title: String) -> String {
    let compact = SourceLine(number: 0, text: title).compact
    var text = ""
    var depth = 0
    for character in compact {
      if character == "《" { depth += 1 }
      if depth == 0 { text.append(character) }
      if character == "》" { depth = max(0, depth - 1) }
    }
    // A title that is all quotation speaks for itself.
    if text.count < 4 { text = compact.filter { !"《》".contains($0) } }
    if let about = text.range(of: "关于") { text = String(text[about.lowerBound...]) }
    return text
  }

  /// The title up to the word that says what sort of paper it is.
  private static func genre(of title: String) -> String {
    var text = ownWords(of: title)
    while text.hasSuffix(")"), let open = text.lastIndex(of: "(") { text = String(text[..<open]) }
    return text
  }

  // MARK: Clauses

  /// `若…`, `逾期未…`, `有下列情形的，不予批准`.
  static func isConditional(_ clause: Substring, behind previous: Substring) -> Bool {
    if ForceEvidence.conditions.contains(where: { clause.has($0) }) { return true }
    return previous.hasSuffix("的") || clause.hasSuffix("的")
      || ForceEvidence.conditions.contains { previous.hasPrefix($0) }
  }

  static func refuses(_ clause: Substring) -> Bool {
    for word in ForceEvidence.refusals {
      guard let range = clause.range(of: word) else { continue }
      let before = clause[..<range.lowerBound]
      let behind = clause[range.upperBound...]
      if word == "不同意", behind.hasPrefix("见") || before.ends(withAnyOf: "无 有 或 是否 条 的") {
        continue
      }
      if word == "退回", !behind.isEmpty, !behind.has("请示"), !behind.has("申请") { continue }
      if behind.begins(withAnyOf: "的 情形 条件 情况") || before.ends(withAnyOf: "或 应 应当 可") { continue }
      return true
    }
    return false
  }

  static func consents(_ clause: Substring) -> Bool {
    for word in ForceEvidence.consents {
      var place = clause.startIndex
      while let range = clause.range(of: word, range: place..<clause.endIndex) {
        place = range.upperBound
        let before = clause[..<range.lowerBound]
        let behind = clause[range.upperBound...]
        if word == "确定", !behind.hasPrefix("为") { continue }
        if ForceEvidence.consentsTakenBack.contains(where: { before.hasSuffix($0) }) { continue }
        if ForceEvidence.consentsOfOthers.contains(where: { behind.hasPrefix($0) }) { continue }
        if word == "同意", behind.prefix(8).has("意见") { continue }
        // 某某〔2024〕3号文件同意…: another paper did.
        if before.has("号文件") || before.has("〔") { continue }
        if isPast(before) { continue }
        return true
      }
    }
    return false
  }

  /// `经县政府批准`: somebody had agreed before; `经研究，同意` and `经审查同意` agree now.
  private static func isPast(_ before: Substring) -> Bool {
    guard let by = before.range(of: "经", options: .backwards) else { return false }
    let who = before[by.upperBound...]
    return who.count < 16 && !who.mentions(anyOf: "研究 审查 审核 审议 讨论 核查 协商 论证 评审 审定 济开发")
  }

  /// Whether a clause ends another document, and how.
  static func ending(
    _ clause: Substring, in sentence: DocumentSentences.Sentence
  ) -> DocumentForce? {
    for (words, force) in ForceEvidence.endings {
      for word in words {
        guard let range = clause.range(of: word) else { continue }
        let before = clause[..<range.lowerBound]
        let behind = clause[range.upperBound...]
        if before.ends(withAnyOf: "不 未 拟 不予 自行 自动 可以 申请 如") { continue }
        if behind.begins(withAnyOf: "后 的 或 前") { continue }
        if ForceEvidence.endingsOfOthers.contains(where: { sentence.text.has($0) }) { continue }
        guard sentence.whole.mentions(anyOf: "批复 文件 公告 决定 通知 规定 办法 方案 规划 意见 〔 《") else { continue }
        return force
      }
    }
    return nil
  }
}
