/// A reason to take a document for one of a kind: words in its title, in a sentence, in the headings
/// of its table.
///
/// No place decides alone: the weights of a kind are summed and the heaviest kind is taken. The title
/// weighs most because it is written for this purpose; the order of its weights is the order in which
/// titles that name several things are meant.
public struct KindEvidence: Sendable {
  /// Where the words stand.
  public enum Place: Sendable {
    /// In the title.
    case title
    /// In one sentence, quotations left out.
    case sentence
    /// In the headings of a table.
    case columns
  }

  /// The kind it speaks for.
  public let kind: DocumentKind
  /// Where the words stand.
  public let place: Place
  /// How much it says.
  public let weight: Int
  /// The words.
  public let pattern: WordPattern
  /// Why they say so.
  public let reason: Words

  private init(
    _ kind: DocumentKind, _ place: Place, _ weight: Int, _ pattern: WordPattern, _ reason: Words
  ) {
    self.kind = kind
    self.place = place
    self.weight = weight
    self.pattern = pattern
    self.reason = reason
  }

  /// What a title that names an act says for the act's kind of document.
  public static let titleAct = 16
  /// What text in numbered articles (第一条) says for rules.
  public static let articles = 20
  /// What sums of pieces over a time say against any piece of land.
  public static let statistics = 40
  /// What a column of modes or prices says for supply.
  public static let modeColumn = 6
  /// What a column of uses or indicators says for a plan.
  public static let useColumn = 4
  /// What must be said for a kind at least.
  public static let threshold = 4

  /// All evidence but the acts that titles name.
  public static let table: [KindEvidence] = titles + sentences + columns

  private static let titles: [KindEvidence] = [
    KindEvidence(
      .rule, .title, 40,
      WordPattern(
        "管理办法 暂行办法 实施办法 实施细则 若干规定 管理规定 技术规定 技术标准 管理标准 导则 规程 议事规则 办法》 办法的通知 条例",
        without: "征求意见 废止 失效 停止执行"), Words("名为办法、规定", "it is called rules")),
    KindEvidence(
      .other, .title, 40,
      WordPattern(
        """
        指导意见 实施意见 工作方案 实施方案 行动方案 工作要点 工作报告 发展规划 若干措施 工作制度 任务分工 统计公报 应急预案 \
        工作计划 行动计划 三年行动 解读 问答 统计
        """, without: "成片开发 地质灾害"), Words("名为工作部署或报告", "it is called a programme or a report")),
    KindEvidence(
      .other, .title, 40,
      WordPattern(
        """
        采购 招标代理 编制费用 编制经费 工作经费 预算 培训 招聘 系统维护 系统升级 暂停服务 执行情况 完成情况 统计分析 \
        情况分析 情况综述 工作总结 基准地价 标定地价 地价监测 区片综合地价 补偿标准 收费标准 租金标准 种植 品种 养殖 造林 答记者问
        """), Words("讲采购、经费、统计、地价", "it is about purchases, money, figures, land prices")),
    KindEvidence(
      .other, .title, 40,
      WordPattern("提案 议案 建议 信访 来信 留言 诉求", with: "答复 回复 复函 办理意见"),
      Words("答复提案、建议", "it answers a proposal")),
    KindEvidence(
      .case, .title, 24,
      WordPattern(
        "违法用地 非法占地 土地违法 违法占用 非法占用 行政处罚决定 责令改正违法",
        without: "办法 方案 通报 专项行动 治理 整治 制度 联席 机制 意见"),
      Words("讲违法用地", "it is about illegal use of land")),
    KindEvidence(
      .developmentScheme, .title, 20, WordPattern("成片开发"),
      Words("讲成片开发", "it names tract development")
    ),
    KindEvidence(
      .hazardList, .title, 19, WordPattern("地质灾害", without: "指挥部 领导小组 应急预案"),
      Words("讲地质灾害", "it names geological hazards")),
    KindEvidence(
      .planApproval, .title, 18,
      WordPattern("规划条件 规划设计条件 规划设计要点", without: "出让方案 供地方案 供应方案 出让公告 收回 不符"),
      Words("名为规划条件", "it is called planning conditions")),
    KindEvidence(
      .supplyPlan, .title, 17,
      WordPattern(
        "供应计划 供地计划 出让计划", with: "土地 用地 使用权", without: "储备计划"),
      Words("名为供应计划", "it is called a supply plan")),
    KindEvidence(
      .conversion, .title, 17,
      WordPattern(
        """
        农用地转用 土地转用 土地征收 征收土地 征地 征收农民集体 征收集体 转用方案 批次建设用地 批次城镇建设用地 批次村镇建设用地 \
        批次农用地
        """, without: "成片开发 收回"), Words("讲农用地转用、征收", "it names conversion or acquisition")),
    KindEvidence(
      .supplyPlan, .title, 15, WordPattern("用地计划", with: "供 建设用地", without: "指标 增减挂钩"),
      Words("名为用地计划", "it is called a land plan")),
    KindEvidence(
      .supply, .title, 15,
      WordPattern(
        "供地 供应结果 出让结果 交易结果 入市 土地成交 地块成交 宗地成交 使用权成交 出让成交 标准地 点状供地 出让合同 划拨决定书 土地交易 使用权交易 地块交易",
        with: "土地 用地 使用权 宗地 地块 供地 标准地 出让", without: "系统"),
      Words("讲供地、成交", "it names supply or a sale")),
    KindEvidence(
      .planApproval, .title, 14,
      WordPattern(
        """
        详细规划 控规 控详 地块规划 村庄规划 修详规 详规 规划指标 控制指标 规划调整 地块调整 用地性质调整 地块指标 用地规划
        """, without: "报告"), Words("讲地块规划", "it names a plan of plots")),
    KindEvidence(
      .planApproval, .title, 4, WordPattern("指标表 一览表 图则", without: "报告"),
      Words("列出地块", "it lists plots")),
    KindEvidence(
      .projectList, .title, 4,
      WordPattern("项目清单 项目名单 项目库 重点项目 项目计划 重点工程"), Words("列出项目", "it lists projects")),
  ]

  private static let land = "宗地 地块 使用权 土地 用地"

  private static let sentences: [KindEvidence] = [
    KindEvidence(
      .supply, .sentence, 5,
      WordPattern(
        "出让 划拨 挂牌 拍卖 供应 供地 入市 作价出资 作价入股 先租后让 出租给 租赁给 租赁方式", with: land,
        without: "收回 储备 方案收悉"), Words("有供地的话", "a sentence supplies land")),
    KindEvidence(
      .supply, .sentence, 5,
      WordPattern(
        "竞得 成交价 成交总价 受让人 受让方 起始价 起拍价 出让年限 出让面积 土地使用权人 竞买 出让方式 供地方式 供应方式"),
      Words("有成交、竞买的话", "a sentence tells of bidders")),
    KindEvidence(
      .supply, .sentence, 3,
      WordPattern(
        """
        方式出让 方式供应 方式划拨 划拨给 出让给 供应给 租赁给 出租给 同意出让 同意划拨 同意供应 划拨方式 出让方式 协议方式 \
        挂牌方式 拍卖方式 租赁方式 招标方式 挂牌出让 拍卖出让 招标出让 协议出让
        """, with: land, without: "收回 储备"), Words("说明供地方式", "a sentence names the mode")),
    KindEvidence(
      .reclaim, .sentence, 9,
      WordPattern("收回", with: "使用权 土地 用地 宗地", without: "收回后 应当收回 可以收回 依法收回的 贷款"),
      Words("有收回土地的话", "a sentence takes land back")),
    KindEvidence(
      .reserve, .sentence, 9,
      WordPattern(
        """
        纳入储备 列入储备 土地储备计划 度土地储备 入土地储备 级土地储备 政府土地储备 政府储备 予以储备 实施储备 进行储备 予以收储 \
        组织收储 实施收储 收购储备
        """, without: "储备林 粮"),
      Words("有纳入储备的话", "a sentence reserves land")),
    KindEvidence(
      .conversion, .sentence, 9,
      WordPattern(
        "转为建设用地 转用为建设用地 农用地转用 征收集体土地 征收为国有 征为国有 征收农民集体",
        with: "同意 批准 决定 拟征收 公告 转为 征为"),
      Words("有转用、征收的话", "a sentence converts or acquires land")),
    KindEvidence(
      .planApproval, .sentence, 4,
      WordPattern(
        "用地性质 土地用途 规划用途 规划性质 用地代码 " + Indicator.names, with: "地块 用地 宗地 规划", without: "不得改变"),
      Words("有地块指标", "a sentence gives uses or indicators of plots")),
    KindEvidence(
      .planApproval, .sentence, 2,
      WordPattern(Indicator.namesOfRatios, with: "地块 用地 规划", without: "出让 挂牌 拍卖"),
      Words("有地块的比率", "a sentence gives ratios of plots")),
    KindEvidence(
      .case, .sentence, 11,
      WordPattern("非法占用 擅自占用 未经批准占用 违法占用 违法占地", with: "平方米 亩 公顷", without: "的， 应当"),
      Words("有违法占地的话", "a sentence tells of land used illegally")),
  ]

  private static let columns: [KindEvidence] = [
    KindEvidence(
      .reserve, .columns, 7, WordPattern("储备方式 收储"), Words("列有储备方式", "a column of reserve")),
    KindEvidence(
      .developmentScheme, .columns, 7, WordPattern("成片"), Words("列有成片开发", "a column of tracts")),
  ]
}

/// A reason to take a document for one that does something with what it speaks of.
public struct ForceEvidence: Sendable {
  /// Where the words stand.
  public enum Place: Sendable {
    /// At the end of the title: what sort of paper it is.
    case genre
    /// In the title, quotations left out.
    case title
    /// In one clause of the text, quotations left out.
    case clause
  }

  /// What the document does.
  public let force: DocumentForce
  /// Where the words stand.
  public let place: Place
  /// How much it says.
  public let weight: Int
  /// The words; of a genre those that end the title.
  public let pattern: WordPattern
  /// The kinds of document for which it holds; all where empty.
  public let kinds: [DocumentKind]

  private init(
    _ force: DocumentForce, _ place: Place, _ weight: Int, _ pattern: WordPattern,
    kinds: [DocumentKind] = []
  ) {
    self.force = force
    self.place = place
    self.weight = weight
    self.pattern = pattern
    self.kinds = kinds
  }

  /// What a clause that decides, refuses or ends something weighs; such clauses are read with their
  /// traps (不同意见, 拟同意) and stand in no list of words alone.
  public static let consent = 4
  /// What a clause that refuses weighs.
  public static let refusal = 6
  /// What a clause that ends a document weighs.
  public static let ending = 4
  /// What being about rules weighs for laying them down.
  public static let articles = 9

  /// All evidence.
  public static let table: [ForceEvidence] = [
    ForceEvidence(
      .decides, .genre, 3,
      WordPattern(
        """
        批复 决定 决定书 批准书 规划条件 设计条件 条件 通知书 意见书 纪要 合同 协议 许可证 审批表 确认书 计划表 计划 交地书 \
        认定书
        """)),
    ForceEvidence(.decides, .genre, 1, WordPattern("复函 通知 函")),
    // A decision that is served by a notice decides.
    ForceEvidence(
      .decides, .genre, 9, WordPattern("决定书公告 决定书的公告 决定书送达公告 决定书公告送达 决定书的送达公告")),
    ForceEvidence(.announces, .genre, 5, WordPattern("公告 通告 公示 启事 须知")),
    ForceEvidence(.reports, .genre, 4, WordPattern("报告 通报 情况 情况表 总结 综述 分析 统计 解读 台账 情况说明")),
    ForceEvidence(.requests, .genre, 6, WordPattern("请示 议案 申请 申请书 申请表 呈批表")),
    ForceEvidence(.replies, .genre, 6, WordPattern("答复 回复 答复函 回复函 答复意见 选登 问答 解答")),
    ForceEvidence(.promises, .genre, 8, WordPattern("承诺 承诺函 承诺书")),
    ForceEvidence(.rules, .genre, 6, WordPattern("办法 细则 规定 规程 导则 准则 规则 条例 标准")),
    ForceEvidence(
      .rules, .title, 6,
      WordPattern("管理办法 暂行办法 实施办法 实施细则 若干规定 管理规定 技术规定 导则", without: "废止 失效")),
    ForceEvidence(
      .reports, .title, 8,
      WordPattern(
        """
        成交公告 成交公示 成交结果 结果公示 结果公告 结果的公示 结果的公告 成交情况 成交信息 成交一览 批后公布 批后公示 出让结果 \
        供地结果 供应结果 交易结果 竞价结果 执行情况 完成情况
        """)),
    ForceEvidence(
      .proposes, .title, 9,
      WordPattern(
        """
        征求意见 征询意见 征集意见 公开征求 草案 批前公示 报批前公示 送审稿 讨论稿 公示稿 初步方案 拟收回 拟批准 拟调整 拟征收
        """, without: "批后 的批复 的决定 意见采纳 回复 复函 答复")),
    ForceEvidence(
      .proposes, .genre, 7, WordPattern("公示"), kinds: [.planApproval, .developmentScheme]),
    ForceEvidence(
      .requests, .title, 4, WordPattern("申请 请求 报请 恳请 审批", without: "批复 复函 答复 公告 公示 决定 通知")),
    ForceEvidence(.refuses, .title, 8, WordPattern("不予 不同意 暂缓 退回 驳回 不批准")),
    ForceEvidence(
      .revokes, .title, 7,
      WordPattern(
        "撤销 作废 撤回 宣布无效", without: "建制 机构 并入 合并 区划 领导小组 职务 遗失 注销 挂牌督办")),
    ForceEvidence(.repeals, .title, 7, WordPattern("废止 失效 停止执行 不再执行")),
    ForceEvidence(
      .requests, .clause, 6,
      WordPattern(
        """
        请批示 请予审批 请予批准 请予审查 请审批 请审查 恳请 特此请示 特此申请 特申请 妥否 当否 可否批准 请求批准 申请划拨 现申请
        """, without: "收悉")),
    ForceEvidence(
      .replies, .clause, 5,
      WordPattern("来信 您好 感谢您 您提出 您反映 建议收悉 提案收悉 诉求收悉 【回复】 [回复] 你提出的 您的")),
    ForceEvidence(
      .proposes, .clause, 3, WordPattern("征求意见 公开征求 意见反馈 反馈意见 提出书面意见 报批前"),
      kinds: [.planApproval, .developmentScheme, .supplyPlan, .reserve, .other]),
    ForceEvidence(.announces, .clause, 2, WordPattern("公告如下 现予公告 予以公告 通告如下")),
    ForceEvidence(.reports, .clause, 6, WordPattern("本报讯 本网讯 记者 通讯员")),
    ForceEvidence(.reports, .clause, 3, WordPattern("成交结果 结果公示 结果公告 结果如下")),
    ForceEvidence(.promises, .clause, 5, WordPattern("特此承诺 承诺如下 郑重承诺")),
    ForceEvidence(.rules, .clause, 4, WordPattern("本办法 本细则 本规定 本导则 本条例")),
    ForceEvidence(.decides, .clause, 4, WordPattern("批复如下 决定如下 批准如下")),
  ]

  // MARK: Clauses with traps

  /// Words that say yes.
  public static let consents = ["同意", "批准", "准予", "核准", "决定", "确定", "准许"]
  /// What stands right before such a word and takes its sense away.
  public static let consentsTakenBack = [
    "不", "拟", "未", "未经", "征得", "请", "报", "报请", "恳请", "如", "是否", "请予", "经过", "依法报", "上报",
    "提请", "申请", "同意或者不", "须", "需经", "应", "待", "已被", "原则不", "有权", "有", "无",
  ]
  /// What stands right behind such a word and takes its sense away.
  public static let consentsOfOthers = [
    "后", "文件", "机关", "权限", "部门", "之日", "的", "书", "单位", "手续", "见", "，不", "不", "意见", "撤销", "废止",
    "你局意见", "你局的意见", "作废", "终止", "收悉",
  ]
  /// Words that say no.
  public static let refusals = [
    "不予批准", "不予同意", "不予办理", "不予审批", "不予通过", "不予支持", "不予供应", "不予核准", "不予调整", "不予受理", "不予采纳",
    "暂不同意", "暂不批准", "暂不办理", "暂缓批准", "暂缓办理", "暂缓实施", "暂缓供应", "暂缓审批", "不批准", "未予批准", "不同意", "退回",
    "不宜批准", "难以同意", "未予同意", "不予安排", "不予划拨", "不予出让", "予以否决", "未获通过", "予以驳回",
  ]
  /// Words that end a decision; those behind the first group end rules and plans.
  public static let endings: [(words: [String], force: DocumentForce)] = [
    (["撤销", "作废", "撤回", "宣布无效", "失去效力"], .revokes),
    (["废止", "停止执行", "不再执行", "停止使用", "停止实施", "失效", "不再有效", "不再施行"], .repeals),
  ]
  /// What the endings of organisations and townships speak of, and of no document.
  public static let endingsOfOthers = ["建制", "机构", "领导小组", "职务", "处分", "原乡", "整建制", "镇政府", "乡政府"]
  /// Words for a document that was named before.
  public static let namedBefore = [
    "该批复", "该决定", "该通知", "该公告", "该函", "该复函", "该意见", "该办法", "该规定", "该方案", "该规划", "上述批复",
    "上述文件", "上述决定",
    "上述通知", "上述公告", "上述规定", "前述批复", "前述文件", "前述决定",
  ]
  /// Words that make a clause conditional.
  public static let conditions = ["如果", "如有", "若", "凡", "有下列情形", "逾期", "未按", "否则", "经查", "除非"]
}

extension WordPattern {
  /// Whether a text ends with one of the words.
  public func ends(_ text: some StringProtocol) -> Bool { words.contains { text.hasSuffix($0) } }
}
