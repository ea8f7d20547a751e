/// A word that plays a part in a clause about an act.
///
/// The parts and the words are those of county decisions, notices and results; a new word is one more
/// in its row. Nouns come whole, so that a verb inside a name is never taken for what is done.
public enum ClauseWord: Hashable, Sendable {
  /// A noun, whole: a verb that is a part of it (招标投标中心, 租赁住房) names no act.
  case noun
  /// A way of supplying, taking or keeping land.
  case mode(TransactionKind)
  /// 方式: what stands before it, or behind it with a colon, is the way.
  case way
  /// 变更为: the way behind it is the one that holds.
  case becomes
  /// 补办: with 出让, an agreement.
  case retroactive
  /// 收回, 收购, 回购.
  case takesBack
  /// 有偿, 补偿.
  case paid
  /// 无偿, 不予补偿.
  case free
  /// How far an act has come.
  case stage(ActStage)
  /// 若: what follows has not happened.
  case condition
  /// 可以, 不得, 未经: what follows in the clause is no act.
  case notDone
  /// 按照 … 规定: what stands between is a rule.
  case cites
  case rule
  /// 划拨给: the receiver follows; the kind where the verb tells it.
  case gives(TransactionKind?)
  /// 向: the receiver follows, then the verb.
  case toward
  /// 由: who does it follows.
  case by
  /// 竞得: the receiver stands before it.
  case wins
  /// 其余: land that nothing happens to.
  case rest
  /// 下列: what the sentence says holds for the list behind it.
  case list
  /// 上述: what it says holds for the list before it.
  case above
  /// 其中: parts of what was said.
  case including
  /// 合计.
  case total
  /// Money that is none of the act's: taxes, fees, investment.
  case otherMoney
  /// 每亩, 每平方米: a price by a unit.
  case perMu
  case perOther
  /// A verb that has a day.
  case day(ActDay)
  /// A label.
  case label(ActLabel)

  /// All words, each with its part; of words that begin alike the longest counts.
  public static let words: [(word: String, part: ClauseWord)] = {
    func list(_ part: ClauseWord, _ words: String) -> [(word: String, part: ClauseWord)] {
      WordPattern.list(words).map { ($0, part) }
    }
    let labels = ActLabel.words.flatMap { entry in
      entry.words.map { (word: $0, part: ClauseWord.label(entry.label)) }
    }
    let days = ActDay.allCases.flatMap { day in
      day.verbs.map { (word: $0, part: ClauseWord.day(day)) }
    }
    return labels + days + nouns + modes + stages
      + list(.way, "方式 形式")
      + list(.becomes, "变更为 调整为 改为 更改为 变更成")
      + list(.retroactive, "补办")
      + list(.takesBack, "收回 回购 收购 收储")
      + list(.paid, "有偿 置换 土地置换 等价置换")
      + list(
        .free,
        "无偿 不予补偿 不给予补偿 不再补偿 无补偿 不作补偿 不支付补偿 不予经济补偿 不予任何补偿 不予以补偿 不另补偿"
          + " 不再给予补偿 不做补偿")
      + list(.condition, "若 倘若 假如 如果 如有 如无 如在 如仅 如只 如出现 如未 如不 如需 如因 如遇 逾期 届时 凡")
      + list(.notDone, "可以 可 不得 未经 禁止 严禁 不准 不应 有权 均可 方可 拟改 申请参加 参加")
      + list(.cites, "按照 依照 根据 依据 参照 遵照 严格按照")
      + list(.rule, "规定 办法 条例 法律 法规 要求 程序 政策 规范 制度")
      + list(
        .gives(nil),
        "供给 供应给 出让给 提供给 配置给 出让予 出让至 批给 供地给 供应至 供应予 给 投入 注入 授权给 交由 办理给 转让给 安排给"
      )
      + TransactionKind.allCases.flatMap { kind in
        kind.givingWords.map { (word: $0, part: ClauseWord.gives(kind)) }
      }
      + list(.toward, "向")
      + list(.by, "由 被")
      + list(
        .wins,
        "竞得 摘得 拍得 摘牌 中标 竞买取得 竞价取得 竞拍取得 竞买成功 取得 受让 竞得该 夺得 成功竞得 成功摘得 购得 拿下 竞买获得 获得 竞得了 使用")
      + list(.rest, "其余 剩余 余下 保留的 未收回 保留部分 剩余部分 其余部分 继续保留 予以保留 其它部分")
      + list(.list, "下列 以下 如下 下述 下表")
      + list(.above, "上述 以上 前述")
      + list(.including, "其中 包括 包含")
      + list(.total, "合计 共计 总计 总额 总价 总金额 合计为")
      + list(
        .otherMoney,
        "投资 投资强度 固定资产投资 固定资产投资强度 总投资 投资额 注册资本 预算 贷款 产值 年产值 税收 亩均税收 税 罚款 契税 印花税 工程 工程款"
          + " 资金 资金需求 所需资金 佣金 服务费 交易服务费 违约金 滞纳金 闲置费 土地闲置费 开垦费 耕地开垦费 评估价 评估总价 评估价格 评估值"
          + " 评估总值 评估地价 评估结果 评估单价 评估 报名费 资料费 建设费 配套费 月租金 租金总额 总租金 楼面价 楼面地价 成交楼面价 起始楼面价 奖励"
          + " 补贴 债券 费用 手续费 押金 社会保障费 社保费 安置补助费 青苗补偿费 租金补贴 成本 收益")
      + list(.perMu, "每亩 /亩 元/亩 万元/亩 亩单价 按亩")
      + list(.perOther, "每平方米 /平方米 /㎡ /m2 /m² 每平米 每公顷 /公顷 元/㎡ 元/平方米 每建筑平方米 /建筑平方米")
  }()

  private static let nouns: [(word: String, part: ClauseWord)] = WordPattern.list(
    // Halls, offices, firms and papers of bidding.
    "招标投标中心 招投标中心 招标投标 招投标 招标采购 招标代理 招标文件 招标投标法 拍卖行 拍卖公司 拍卖机构 拍卖师 拍卖文件 拍卖企业 拍卖厅"
      + " 拍卖人 拍卖有限公司 挂牌督办 挂牌企业 挂牌上市 上市挂牌 股票挂牌 挂牌文件 挂牌成立 挂牌人 出让人 出让文件 出让手续 出让合同"
      + " 出让收入 出让须知 供地手续 供应手续 租赁合同 租赁协议 租赁公司 租赁有限公司 融资租赁 租赁市场 租赁补贴 租赁期满"
      + " 公告期 公告期限 公示期 公示期内 公告期内"
      // What is built or kept, not how land is supplied.
      + " 保障性租赁住房 公共租赁住房 租赁住房 租赁住宅 租赁房 租赁型 公租房 廉租房 廉租住房 储备林 储备粮 储备库 储备油 储备物资 粮食储备 物资储备"
      + " 储备中心 土地储备中心 储备机构 收储中心 土地收储中心 收购储备中心 储备交易中心 储备开发中心 储备资金 储备局 储备有限公司 储备站 收储公司"
      + " 收购站 收购点 收购合同 收购协议 收储协议 收储点 回购协议 回购合同"
      // Agreements and decisions as papers; money that is moved; rights that were given before.
      + " 协议书 协议约定 按协议约定 按协议支付 补偿协议 履约协议 监管协议 投资协议 框架协议 合作协议 补充协议 收回协议 划拨决定书 划拨资金"
      + " 划拨经费 划拨款 划拨专项 划拨用地目录 原划拨 收回决定 收回决定书 收回手续 收回程序 收回工作 收回后 收回及 收回的 收回费"
      + " 收回资金 收购后 收储后 回购费 回购资 回购所 补偿手续 补偿到位 补偿安置方案 补偿标准 征收补偿 房屋征收 有偿使用 有偿续期 供应计划"
      + " 实际开工 实际竣工 实际交地 实际动工 实际交付 开工申报 竣工申报 竣工备案"
      // Words that only begin like others.
      + " 使用权 使用费 使用性质 使用条件 使用税 使用面积 若干 若羌 若尔盖 如下 如期 如数 如实 如皋 如东 给予 给水 给排水 供给侧 由此 由于 向社会 方向 取向 经由 理由 自由 缘由 事由 可行 可研"
      + " 许可 认可 可持续 可再生 可可 可出让 可供 凡是 平凡 一次性 获得感 取得感 其中心 向阳 向东 向西 向南 向北 向前 取得权 路向"
  ).map { ($0, .noun) }

  private static let modes = TransactionKind.allCases.flatMap { kind in
    kind.clauseWords.map { (word: $0, part: ClauseWord.mode(kind)) }
  }

  private static let stages: [(word: String, part: ClauseWord)] = {
    func list(_ stage: ActStage, _ words: String) -> [(word: String, part: ClauseWord)] {
      WordPattern.list(words).map { ($0, .stage(stage)) }
    }
    return list(
      .failed,
      "流拍 流标 流挂 未成交 未能成交 没有成交 不成交 未竞得 无人报名 无人竞买 无人举牌 无人应价 无人应牌 无人投标 无人报价 无人参与 无人参加 无人申请 无人摘牌"
        + " 无人竞价 无人竞拍 无竞买人 无意向竞买人 无单位报名 无有效报价 无有效报名 无有效申请 未有竞买人 没有竞买人 无人应标 未达到底价 未达底价 低于底价 未达到保留价"
        + " 低于保留价 竞买不成功 挂牌不成交 拍卖不成交 交易失败 出让不成功 交易不成功 未成功出让 出让未成功 出让失败 无一家报名")
      + list(.terminated, "终止 撤回 中止 暂停 取消 停止 撤销 终结")
      + list(.concluded, "成交")
      + WordPattern.list(
        "成交后 成交之日 成交日 成交之后 成交时 成交确认书 成交公示 成交公告 成交通知书 成交信息 终止合同 终止日期 终止时间 终止日 成交一览表"
      ).map { ($0, ClauseWord.noun) }
  }()
}
