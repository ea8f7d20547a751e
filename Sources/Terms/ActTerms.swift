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
