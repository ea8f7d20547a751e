/// How far an act has come.
public enum ActStage: String, Term, Codable {
  /// A row of a yearly plan: an intention (列入计划).
  case planned
  /// Approved or decided (批准).
  case approved
  /// Offered to everybody, or made known before it is done (公告).
  case announced
  /// Done: sold, allocated, signed, taken back (成交, 签订).
  case concluded
  /// Nobody took part or won (流拍, 未成交).
  case failed
  /// Called off before its end (终止, 撤回).
  case terminated

  private var row: (name: Words, synonyms: [String]) {
    switch self {
    case .planned: (Words("列入计划", "planned"), ["计划"])
    case .approved: (Words("已批准", "approved"), ["批准"])
    case .announced: (Words("已公告", "announced"), ["公告"])
    case .concluded: (Words("已成交", "concluded"), ["成交"])
    case .failed: (Words("未成交", "failed"), ["流拍", "流标"])
    case .terminated: (Words("已终止", "terminated"), ["终止", "撤回"])
    }
  }

  /// What it is called.
  public var name: Words { row.name }
  /// Other words that people ask for it by.
  public var synonyms: [String] { row.synonyms }

  /// Words of a cell that tell how far an act has come, those that deny before those they deny.
  public static let cells: [(pattern: WordPattern, stage: ActStage)] = [
    (WordPattern("流拍 流标 流挂 未成交 不成交 未竞得 无人竞买 无人报名 无人报价 无人应价 无成交"), .failed),
    (WordPattern("终止 撤回 撤牌 撤销 取消"), .terminated),
    (WordPattern("成交 竞得 已出让 已签 已供 中标"), .concluded),
    (WordPattern("公告中 挂牌中 公示中 竞价中 待出让"), .announced),
  ]

  /// Words beside which a stage is that of an earlier attempt (曾流拍, 流拍后重新挂牌).
  public static let earlier = WordPattern("曾 上次 前次 上一 首次 年 重新 再次 二次 后 如 若")

  /// Whether nothing came of the act.
  public var isVain: Bool { self == .failed || self == .terminated }
}

/// What a sum of money is.
public enum PriceKind: String, Term, Codable {
  /// From which bids rise (起始价).
  case start
  /// Below which nothing is sold (底价).
  case reservePrice = "reserve_price"
  /// What was paid (成交价).
  case deal
  /// Paid before bidding (保证金).
  case deposit
  /// The least step of a bid (增价幅度).
  case increment
  /// Per 亩 (万元/亩).
  case perMu = "per_mu"
  /// A year's rent (年租金).
  case rent
  /// Paid to whom the land is taken from (补偿).
  case compensation

  /// The headings of tables that mean a sum of money, the more special first.
  public static let headings: [(pattern: WordPattern, kind: PriceKind)] = [
    (WordPattern("保证金 定金"), .deposit),
    (WordPattern("增价 加价 竞价阶梯 竞价幅度 递增幅度 报价幅度"), .increment),
    (WordPattern("租金"), .rent),
    (WordPattern("补偿 收购价 回购价 收回价 收购款 回购款 收购金额 回购金额 收回金额"), .compensation),
    (WordPattern("起始 起拍 起叫 起挂 挂牌价 挂牌起 标底 竞买起"), .start),
    (WordPattern("底价 保留价 参考价"), .reservePrice),
    (
      WordPattern(
        """
        成交 合同价 价款 竞得价 中标价 总价 出让金 出让价 地价 土地款 金额 作价 价格 划拨价 出资额 总额 实缴
        """, whole: "价"), .deal
    ),
  ]
  /// Words of a heading that say a sum was agreed, not set beforehand.
  public static let agreed = WordPattern("成交 合同价 竞得 中标")

  /// What it is called.
  public var name: Words {
    switch self {
    case .start: Words("起始价", "starting price")
    case .reservePrice: Words("底价", "reserve price")
    case .deal: Words("成交价", "price")
    case .deposit: Words("保证金", "deposit")
    case .increment: Words("增价幅度", "increment")
    case .perMu: Words("每亩单价", "price per mu")
    case .rent: Words("年租金", "yearly rent")
    case .compensation: Words("补偿", "compensation")
    }
  }
}

extension PriceKind {
  /// Those that have a column of their own; price and compensation are the act's amount.
  public static let columns: [PriceKind] = allCases.filter { $0 != .deal && $0 != .compensation }

  /// The column in which it stands.
  public var column: String {
    switch self {
    case .start: "start_price_cny"
    case .perMu: "price_per_mu_cny"
    default: "\(rawValue)_cny"
    }
  }
}

/// A day that matters to an act.
public enum ActDay: String, Term, Codable, CodingKeyRepresentable {
  /// When it was made known.
  case announced
  /// When bidding or applying ends.
  case closing
  /// When the contract or the decision was signed.
  case signed
  /// When the land is handed over (交地).
  case handover
  /// When building has to begin (开工).
  case start
  /// When building has to end (竣工).
  case completion

  /// The headings of tables that mean a day of an act, the more special first.
  public static let headings: [(pattern: WordPattern, day: ActDay)] = [
    (WordPattern("交地 交付", without: "实际 款 价"), .handover),
    (WordPattern("开工", without: "实际"), .start),
    (WordPattern("竣工 完工", without: "实际"), .completion),
    (WordPattern("签订 签约 签署 合同日期 合同时间"), .signed),
    (WordPattern("截止 挂牌时间 挂牌期限 挂牌起止 竞价时间 报价时间", without: "保证金 报名 竞买申请"), .closing),
    (WordPattern("报名 竞买申请", with: "截止"), .closing),
    (WordPattern("公告 公示 发布", with: "日期 时间 期", without: "编号 文号"), .announced),
  ]

  /// What it is called.
  public var name: Words {
    switch self {
    case .announced: Words("公告日期", "announced")
    case .closing: Words("截止日期", "closing")
    case .signed: Words("签订日期", "signed")
    case .handover: Words("交地日期", "handover")
    case .start: Words("开工日期", "start")
    case .completion: Words("竣工日期", "completion")
    }
  }

  /// The column in which it stands.
  public var column: String { "\(rawValue)_on" }
}
