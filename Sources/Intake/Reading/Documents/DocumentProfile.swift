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
    case .supply, .supplyPlan, .reserve, .reclaim, .conversion: true
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

  /// What a verdict lets expect.
  init(title: String, verdict: DocumentGate.Verdict) {
    let title = DocumentProfile.withoutSpaces(title)
    isPolicy = verdict.isGeneral
    isLetter = TitleWords.isReply(title)
    acquires = title.mentions(anyOf: "收购 收储")
    titleParty = DocumentProfile.holder(in: title)
    titleRecipient = PartyReader.receiver(inTitle: title)
    act = verdict.act
    kind = verdict.kind
  }

  /// How far the acts of a document have come that does this, where no sentence tells.
  static func stage(
    _ kind: DocumentKind, _ force: DocumentForce, title: String
  ) -> ActStage {
    // A row of a plan is an intention; a reply that puts one piece of land into the plan decides.
    if kind == .supplyPlan { return .planned }
    if kind == .reserve, title.has("计划"), !title.mentions(anyOf: "批复 同意 决定") { return .planned }
    switch force {
    case .proposes, .requests, .promises, .replies: return .planned
    case .announces:
      let ends = title.mentions(anyOf: "终止 中止 撤回 取消") && !title.has("恢复")
      return ends ? .terminated : .announced
    case .reports: return kind == .supply || kind == .reclaim ? .concluded : .approved
    default:
      return title.mentions(anyOf: "合同 确认书 划拨决定书 成交") ? .concluded : .approved
    }
  }

  /// The act that a title about land names.
  static func titleAct(_ title: String) -> TransactionKind? {
    let isAboutLand = title.mentions(
      anyOf: "宗地 地块 使用权 土地 建设用地 供地 国有用地 储备用地 用地 出让方案")
    return isAboutLand ? act(in: title) : nil
  }

  /// The act a title or sentence names.
  static func act(in text: String) -> TransactionKind? {
    ClauseLexicon.act(in: text)
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

  static func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension TitleWords {
  /// Whether a title is of a letter or a reply.
  static func isReply(_ title: String) -> Bool {
    title.ends(withAnyOf: "函 批复 请示 答复 证明 承诺 意见 说明 报告")
  }
}
