import Foundation
import Planning
import Terms

/// What kind of document a title announces, and so how its sentences are to be taken.
struct DocumentProfile {
  var kind: DocumentKind
  /// What the document does.
  var force = DocumentForce.decides
  /// How far its acts have come where a sentence or a row does not tell.
  var stage = ActStage.approved
  /// The act that the title names, for documents of one act.
  var act: TransactionKind?
  /// Whether documents like it approve acts: supply, reserve, reclaim, temporary use.
  var approvesActs: Bool {
    switch kind {
    case .supply, .supplyPlan, .reserve, .reclaim: true
    default: !isPolicy && kind == act?.documentKind
    }
  }
  /// Whether it supplies land, or plans to.
  var supplies: Bool { kind == .supply || kind == .supplyPlan }
  /// Whether acts of a kind are those that it approves or plans.
  func approves(_ act: TransactionKind) -> Bool {
    act.documentKind == kind || supplies && act.documentKind == .supply
  }
  /// Whether it lays down rules or programmes: its figures speak of no parcel.
  var isPolicy: Bool
  /// Whether it buys land back (收购, 收储), so that these verbs name its object.
  var acquires: Bool
  /// Whose land the title says is taken back.
  var titleParty: String?
  /// Whom the title says the land is given to.
  var titleRecipient: String?
  /// Whether it is a letter or reply about one project, which may state the land it takes.
  var isLetter: Bool

  init(title: String) {
    let title = DocumentProfile.withoutSpaces(title)
    func says(_ words: String...) -> Bool { words.contains { title.has($0) } }
    let isAboutLand = says(
      "宗地", "地块", "使用权", "土地", "建设用地", "供地", "国有用地", "储备用地", "用地", "出让方案")
    isPolicy = says(
      "管理办法", "暂行办法", "实施办法", "实施细则", "若干规定", "指导意见", "实施意见", "工作方案", "实施方案", "行动方案",
      "管理规定", "工作要点", "技术规定", "导则", "工作报告", "发展规划", "若干措施", "工作制度", "任务分工", "统计公报",
      "应急预案", "工作计划", "行动计划", "三年行动", "办法的通知", "办法》", "解读", "问答", "规程", "议事规则", "统计")
    isLetter = TitleWords.isReply(title)
    acquires = says("收购", "收储")
    titleParty = DocumentProfile.holder(in: title)
    titleRecipient = ActWords.party(in: title)
    act = isAboutLand ? DocumentProfile.act(in: title) : nil
    kind = .other
    if says("成片开发") {
      kind = .developmentScheme
    } else if says("地质灾害") {
      kind = .hazardList
    } else if let act, !isPolicy {
      kind = act.documentKind
    } else if says("供应计划", "供地计划", "用地计划") && isAboutLand && !isPolicy {
      kind = .supplyPlan
      stage = .planned
    } else if DocumentProfile.isPlan(title) && !isPolicy {
      kind = .planApproval
    }
  }

  private static func isPlan(_ title: String) -> Bool {
    wordList(
      """
      详细规划 控规 控详 规划条件 规划设计条件 地块规划 村庄规划 修详规 详规 规划指标 控制指标 规划调整 地块调整 图则 用地性质调整
      指标表 一览表 地块指标 用地规划
      """
    ).contains { title.has($0) } && !title.has("报告")
  }

  /// The act a title or sentence names.
  static func act(in text: String) -> TransactionKind? {
    TransactionKind.sentences.first { $0.pattern.matches(text) }?.kind
  }

  /// `关于收储某公司土地的批复`: the holder between the verb and the land.
  private static func holder(in title: String) -> String? {
    for verb in ["收购储备", "收回", "收储", "收购", "回购"] {
      guard let range = title.range(of: verb) else { continue }
      var name = title[range.upperBound...]
      guard
        let end = ["土地", "国有", "位于", "闲置", "建设用地", "等"].compactMap({
          name.range(of: $0)?.lowerBound
        }).min()
      else { return nil }
      name = name[..<end]
      return (3...30).contains(name.count) && !name.has("宗地") && !name.has("地块")
        ? String(name) : nil
    }
    return nil
  }

  /// The act a sentence names; where one is changed into another, the new one.
  static func newAct(in text: String) -> TransactionKind? {
    for mark in ["变更为", "调整为", "改为"] where text.has("方式") {
      if let range = text.range(of: mark) {
        return act(in: "土地" + String(text[range.upperBound...])) ?? act(in: text)
      }
    }
    return act(in: text)
  }

  static func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension TitleWords {
  /// Whether a title is of a letter or a reply.
  static func isReply(_ title: String) -> Bool {
    title.ends(withAnyOf: "函 批复 请示 答复 证明 承诺 意见 说明 报告")
  }
}
