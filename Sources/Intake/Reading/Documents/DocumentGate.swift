import Foundation
import Planning
import Terms

/// Tells what a document is about, by all that speaks for it: title, sentences, headings of tables.
struct DocumentGate {
  let title: String
  let sentences: DocumentSentences
  /// The headings of its tables.
  let columns: [[ColumnMeaning]]
  /// Whether it has the form of a document: a number, an addressee, a signature, a title, a table.
  let hasForm: Bool

  /// What a document is about and why.
  struct Verdict {
    /// What it is about.
    var kind = DocumentKind.other
    /// The act that it is of, where one is named.
    var act: TransactionKind?
    /// Whether the title says so; else its text or its tables do.
    var isByTitle = false
    /// Whether it speaks of no piece of land by its form: rules, programmes, news, statistics.
    var isGeneral = false
    /// Whether it names a piece of land by a number.
    var namesLand = false
    /// Why, the heaviest first.
    var reasons: [Words] = []

    /// Whether facts about land are expected of it.
    var expectsFacts: Bool {
      switch kind {
      case .other, .rule, .case, .projectList, .hazardList: !isGeneral && act != nil
      default: !isGeneral && (isByTitle || namesLand)
      }
    }
  }

  func verdict() -> Verdict {
    let compact = SourceLine(number: 0, text: title).compact
    var votes: [DocumentKind: Int] = [:]
    var reasons: [(weight: Int, reason: Words, kind: DocumentKind)] = []
    func vote(_ kind: DocumentKind, _ weight: Int, _ reason: Words) {
      votes[kind, default: 0] += weight
      reasons.append((weight, reason, kind))
    }
    var isGeneral = !hasForm
    for row in KindEvidence.table where row.place == .title && row.pattern.matches(compact) {
      vote(row.kind, row.weight, row.reason)
      if row.kind == .rule || row.kind == .other { isGeneral = true }
    }
    let titleAct = DocumentProfile.titleAct(compact)
    if let titleAct, !isGeneral {
      vote(titleAct.documentKind, KindEvidence.titleAct, Words("标题有供地行为", "it names an act"))
    }
    let isByTitle = (votes.values.max() ?? 0) > KindEvidence.threshold
    let namesLand = telling.contains { DocumentGate.namesPiece($0.whole) }
    if !isGeneral, !namesLand, !DocumentGate.namesPiece(compact), columns.isEmpty, isStatistics {
      vote(.other, KindEvidence.statistics, Words("按时段汇总宗数", "it sums up pieces by time"))
      isGeneral = true
    }
    // A contract and a charter have articles and bind their parties only.
    if sentences.articles >= 3, !compact.mentions(anyOf: "合同 协议 章程 批复") {
      vote(.rule, KindEvidence.articles, Words("分条写成", "it is written in articles"))
      isGeneral = true
    }
    if !isByTitle, !isGeneral { voteBySentences(namesLand: namesLand, vote) }
    voteByColumns(vote)
    var verdict = Verdict()
    verdict.isGeneral = isGeneral
    verdict.namesLand = namesLand
    let heaviest = votes.values.max() ?? 0
    if heaviest >= KindEvidence.threshold, hasForm || sentences.articles >= 3,
      let kind = DocumentKind.allCases.first(where: { votes[$0] == heaviest })
    {
      verdict.kind = kind
      verdict.isByTitle = isByTitle
    }
    verdict.reasons =
      reasons.filter { $0.kind == verdict.kind }.sorted { $0.weight > $1.weight }.map(\.reason)
    verdict.act = verdict.isGeneral ? nil : titleAct ?? act(of: verdict.kind)
    return verdict
  }

  // MARK: The text

  /// The sentences of a short document that name a piece of land: what a programme of many pages says
  /// of land in passing makes it no document of a piece of land.
  private var telling: [DocumentSentences.Sentence] {
    sentences.all.count > 120 ? [] : sentences.all
  }

  /// `上半年供应土地35宗`: figures of a time, of no piece.
  private var isStatistics: Bool {
    telling.contains { sentence in
      guard
        sentence.text.mentions(anyOf: "全年 上半年 下半年 季度 截至 累计 今年以来 同比 月份 以来"),
        let pieces = sentence.text.range(of: "宗")
      else { return false }
      return sentence.text[..<pieces.lowerBound].unicodeScalars.last?.isDigit == true
    }
  }

  private func voteBySentences(
    namesLand: Bool, _ vote: (DocumentKind, Int, Words) -> Void
  ) {
    let hasArea = telling.contains { DocumentGate.hasArea($0.text) }
    guard namesLand || hasArea else { return }
    for row in KindEvidence.table where row.place == .sentence {
      guard namesLand || row.kind != .planApproval else { continue }
      let holds = telling.contains { sentence in
        row.pattern.matches(sentence.text)
          && (namesLand || DocumentGate.hasArea(sentence.text))
          && !sentence.clauses.contains { ForceReader.isConditional($0, behind: "") }
      }
      if holds { vote(row.kind, row.weight, row.reason) }
    }
  }

  /// The first act that a sentence about a piece of land names.
  private func act(of kind: DocumentKind) -> TransactionKind? {
    if kind == .conversion {
      let text = title + telling.map(\.text).joined()
      return text.mentions(anyOf: "转用 转为") ? .conversion : .acquisition
    }
    guard [.supply, .reclaim, .reserve].contains(kind) else { return nil }
    for sentence in telling where sentence.text.mentions(anyOf: "宗地 地块 土地 使用权 方式 用地") {
      if let act = DocumentProfile.act(in: sentence.text), act.documentKind == kind,
        act != .supply
      {
        return act
      }
    }
    return nil
  }

  // MARK: Tables

  private func voteByColumns(_ vote: (DocumentKind, Int, Words) -> Void) {
    for columns in columns {
      let headings = columns.map(\.heading).joined(separator: " ")
      for row in KindEvidence.table where row.place == .columns && row.pattern.matches(headings) {
        vote(row.kind, row.weight, row.reason)
      }
      if columns.contains(where: { $0.role == .mode || $0.isPrice }) {
        vote(.supply, KindEvidence.modeColumn, Words("列有供地方式、价款", "columns of mode or price"))
      }
      if columns.contains(where: {
        $0.isIndicator || $0.role == .landUse || $0.role == .landUseCode
      }) {
        vote(
          .planApproval, KindEvidence.useColumn, Words("列有用途、指标", "columns of uses or indicators"))
      }
      if HazardTableReader.accepts(columns) {
        vote(.hazardList, KindEvidence.modeColumn, Words("列有隐患点", "columns of hazard sites"))
      }
    }
  }

  // MARK: Land

  /// Whether a text names a piece of land by a number: `2025-07号宗地`, `A-01地块`, `宗地编号：…`.
  static func namesPiece(_ text: String) -> Bool {
    for noun in ["宗地", "地块"] {
      var place = text.startIndex
      while let range = text.range(of: noun, range: place..<text.endIndex) {
        place = range.upperBound
        if let last = text[..<range.lowerBound].unicodeScalars.last,
          last.isDigit || last.isLatin || last == "号" || last == ")" || last == "#"
        {
          return true
        }
        let behind = text[range.upperBound...]
        if behind.begins(withAnyOf: "编号 号: 号为 编码 一 二 三 四 A B C") { return true }
      }
    }
    return false
  }

  /// Whether a text gives an area: digits before a unit of land.
  static func hasArea(_ text: String) -> Bool {
    for unit in ["公顷", "亩", "平方米", "㎡", "m2", "平米"] {
      var place = text.startIndex
      while let range = text.range(of: unit, range: place..<text.endIndex) {
        place = range.upperBound
        if text[..<range.lowerBound].unicodeScalars.last?.isDigit == true { return true }
      }
    }
    return false
  }
}
