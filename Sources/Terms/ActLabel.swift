/// What a label of an act asks for: `竞得人：…`, `合同签订日期：…`.
///
/// Each label has one meaning, in a line of label and value as at the head of a column.
public enum ActLabel: Hashable, Sendable {
  /// Who receives the land, or holds it.
  case party
  /// How it is supplied.
  case mode
  /// How it ended (成交, 未成交).
  case outcome
  /// For how long.
  case term
  /// A sum of money.
  case price(PriceKind)
  /// A day.
  case day(ActDay)
  /// The number of the contract or the decision.
  case contractNumber
  /// The electronic supervision number.
  case supervisionNumber
  /// Another number of the land, of the cadastre.
  case landCode
  /// What the land is for.
  case purpose

  /// The words of each label.
  public static let words: [(label: ActLabel, words: [String])] =
    [
      (
        .party,
        WordPattern.list(
          "竞得人 竞得者 竞得方 竞得单位 竞买成功人 受让人 受让方 受让单位 受让者 中标人 中标单位 买受人 承租人 承租方 土地使用权人 土地使用者"
            + " 使用权人 用地单位 项目用地单位 申请用地单位 拟用地单位 用地者 使用单位 使用者 供地对象 供应对象 划拨对象 出让对象"
            + " 项目单位 建设单位 权利人 原使用权人 原土地使用权人 原土地使用者 原权利人 原用地单位 意向用地者 意向用地单位 意向受让人"
            + " 意向受让方 拟受让人 拟供地单位 拟供地对象 划拨土地使用权人 划拨用地单位 临时用地单位 临时用地使用人 竞得结果")
      ),
      (.mode, WordPattern.list("出让方式 供应方式 供地方式 供应形式 供地形式 交易方式 土地供应方式 拟供应方式 拟出让方式")),
      (.outcome, WordPattern.list("成交情况 成交状态 交易结果 出让结果 交易状态 竞价结果 成交结果")),
      (
        .term,
        WordPattern.list(
          "出让年限 出让年期 出让期限 使用年限 使用年期 使用期限 土地使用年限 土地使用期限 土地使用年期 土地出让年限 使用权年限"
            + " 使用权期限 使用权出让年限 土地使用权年限 土地使用权期限 土地使用权出让年限 租赁期限 租赁年限 租赁年期 租期 首期租赁 租赁期"
            + " 临时用地期限 临时使用期限 临时使用土地期限 临时用地使用期限 用地期限 年限 年期 作价出资年限 续期年限 续期期限")
      ),
      (
        .contractNumber,
        WordPattern.list(
          "合同编号 出让合同编号 合同号 出让合同号 划拨决定书编号 决定书编号 租赁合同编号 合同电子编号 划拨决定书号")
      ),
      (.supervisionNumber, WordPattern.list("电子监管号 土地电子监管号 监管号 合同电子监管号 电子监管编号")),
      (.landCode, WordPattern.list("宗地代码 不动产单元号 不动产单元代码 宗地统一编码")),
      (.purpose, WordPattern.list("项目名称 建设项目名称 建设项目 拟建项目 项目名称为 拟建项目为")),
    ] + PriceKind.allCases.map { (.price($0), $0.words) }
    + ActDay.allCases.map { (.day($0), $0.labels) }
}

extension PriceKind {
  /// The words by which sentences and headings name such a sum.
  public var words: [String] {
    switch self {
    case .start:
      WordPattern.list(
        "起始价 起拍价 起叫价 起挂价 起步价 挂牌价 挂牌价格 挂牌起始价 拍卖起始价 拍卖起拍价 拍卖起叫价 竞买起始价 竞价起始价 起始总价 起始地价"
          + " 起始单价 起始价格 起始价款 起始价总额 投标起始价 招标起始价 出让起始价 起报价 起拍总价 起价 拍卖价 起始租金")
    case .reservePrice: WordPattern.list("底价 保留价 出让底价 挂牌底价 拍卖底价 招标底价 标底 协议出让底价")
    case .deal:
      WordPattern.list(
        "成交价 成交总价 成交价格 成交金额 成交地价 成交价款 成交额 成交总额 成交总地价 成交单价 竞得价 竞得价格 竞得金额 中标价 中标价格"
          + " 中标金额 出让价款 出让总价款 出让金 出让金总额 出让总价 出让总金额 出让价格 出让价 出让单价 土地出让金 土地出让价款 土地出让价"
          + " 土地出让总价款 土地价款 地价款 划拨价款 划拨土地价款 总价款 土地总价 总价 总地价 价款总额 作价金额 作价 作价总额 作价出资额"
          + " 出资金额 协议价 协议价格 合同价款 合同总价 合同金额 价款 地价 价格 单价 转让价款 成交价为")
    case .deposit:
      WordPattern.list("保证金 竞买保证金 投标保证金 履约保证金 竞价保证金 租赁保证金 交易保证金 挂牌保证金 拍卖保证金 定金 竞买定金")
    case .increment:
      WordPattern.list(
        "增价幅度 加价幅度 竞价幅度 增幅 竞价阶梯 加价阶梯 增价阶梯 竞价增幅 报价增幅 报价幅度 举牌幅度 递增幅度 加价 增价 最小增幅"
          + " 最小加价 最低加价 竞价梯度 竞价递增幅度 加价额度 增价额度 加价梯度")
    case .perMu: WordPattern.list("每亩单价 亩单价 亩均单价 亩均价格 每亩地价 每亩价格")
    case .rent: WordPattern.list("年租金 租金 年租 首年租金 土地年租金 租金标准 年租金额")
    case .compensation:
      WordPattern.list(
        "补偿款 补偿费 补偿费用 补偿金额 补偿金 补偿总额 补偿价款 补偿价 补偿总价 补偿 收购价 收购价款 收购价格 收购款 收购费 收购金额"
          + " 收购补偿款 收购补偿费 收购补偿 收购单价 收购总价 回购价 回购价款 回购款 回购金额 回购价格 回购总价 收储价 收储价款 收储款 收储金额"
          + " 收储总价 收储单价 收储补偿款 收储补偿费 收回价款 收回价 收回金额 收回补偿款 收回补偿 收回补偿费 赔偿 赔偿款 赔偿金 置换差价"
          + " 货币补偿 经济补偿 补偿资金 收储资金 收购资金")
    }
  }
}

extension ActDay {
  /// The words by which labels and headings name such a day.
  public var labels: [String] {
    switch self {
    case .announced: WordPattern.list("公告日期 公告发布日期 发布日期 公告发布时间 公告时间")
    case .closing:
      WordPattern.list(
        "挂牌时间 挂牌截止时间 挂牌截止日期 挂牌期限 挂牌期 挂牌报价时间 挂牌报价期限 挂牌报价截止时间 挂牌竞价时间 报价截止时间 报价时间"
          + " 报价期限 竞价截止时间 网上挂牌时间 网上挂牌期 网上报价时间 报名截止时间 报名截止日期 报名时间 申请时间 申请截止时间 竞买申请时间"
          + " 竞买申请截止时间 竞买报名时间 投标截止时间 截止时间 截止日期 报名截止 挂牌截止 报价截止 挂牌报价")
    case .signed:
      WordPattern.list(
        "合同签订日期 合同签订时间 签订日期 签订时间 签约日期 签约时间 出让合同签订日期 出让合同签订时间 合同签署日期 划拨决定书签发日期"
          + " 决定书签发日期")
    case .handover:
      WordPattern.list("约定交地时间 约定交地日期 交地时间 交地日期 土地交付时间 土地交付日期 交付时间 交付日期 约定交付时间")
    case .start:
      WordPattern.list("约定开工时间 约定开工日期 开工时间 开工日期 动工时间 动工日期 约定动工时间 约定动工日期 最迟开工时间")
    case .completion:
      WordPattern.list("约定竣工时间 约定竣工日期 竣工时间 竣工日期 约定竣工验收时间 最迟竣工时间 完工时间 完工日期")
    }
  }

  /// The verbs of sentences that such a day is the day of: `2027年3月前开工`.
  public var verbs: [String] {
    switch self {
    case .announced, .closing: []
    case .signed: ["签订", "签署", "签约", "合同签订"]
    case .handover: WordPattern.list("交地 交付给 交付土地 交付宗地 交付该宗地 土地交付 移交土地 交付使用 土地移交")
    case .start: ["开工", "动工", "开工建设", "动工建设", "动工开发"]
    case .completion: ["竣工", "建成", "完工", "竣工验收", "建成投产", "全部竣工"]
    }
  }
}
