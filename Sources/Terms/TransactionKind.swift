/// How land-use rights are reserved, supplied or taken back.
///
/// All that the house knows of a kind of act stands here: its row, and the words by which cells and
/// sentences name it. A new kind is a case, a row and its words.
public enum TransactionKind: String, Term, Codable {
  /// 储备.
  case reserve
  /// 挂牌出让.
  case listing
  /// 拍卖出让.
  case auction
  /// 招标出让.
  case tender
  /// 协议出让.
  case agreement
  /// 划拨.
  case allocation
  /// 租赁.
  case lease
  /// 作价出资（入股）.
  case capitalContribution = "capital_contribution"
  /// 有偿收回, or with compensation.
  case reclaimPaid = "reclaim_paid"
  /// 无偿收回.
  case reclaimFree = "reclaim_free"
  /// 收回, not said which.
  case reclaim
  /// 供应, not said which.
  case supply
  /// 临时用地: for at most two years, four for great works; no supply of land.
  case temporaryUse = "temporary_use"
  /// 农用地转用: farmland becomes building land.
  case conversion
  /// 征收: collective land becomes the state's.
  case acquisition
  /// 集体经营性建设用地入市.
  case collectiveSupply = "collective_supply"
  /// 续期: a right goes on after its term.
  case `extension`

  private typealias Row = (name: Words, synonyms: [String], document: DocumentKind)

  private var row: Row {
    switch self {
    case .reserve: (Words("储备", "reserve"), ["收储"], .reserve)
    case .listing: (Words("挂牌出让", "listing"), ["挂牌"], .supply)
    case .auction: (Words("拍卖出让", "auction"), ["拍卖"], .supply)
    case .tender: (Words("招标出让", "tender"), ["招标"], .supply)
    case .agreement: (Words("协议出让", "agreement"), ["协议"], .supply)
    case .allocation: (Words("划拨", "allocation"), [], .supply)
    case .lease: (Words("租赁", "lease"), [], .supply)
    case .capitalContribution:
      (Words("作价出资", "capital contribution"), ["作价入股", "作价出资入股"], .supply)
    case .reclaimPaid: (Words("有偿收回", "paid reclaim"), [], .reclaim)
    case .reclaimFree: (Words("无偿收回", "free reclaim"), [], .reclaim)
    case .reclaim: (Words("收回", "reclaim"), [], .reclaim)
    case .supply: (Words("供应", "supply"), ["供地", "出让"], .supply)
    case .conversion: (Words("农用地转用", "conversion"), ["转用", "农转用"], .conversion)
    case .acquisition: (Words("征收", "acquisition"), ["征地"], .conversion)
    case .collectiveSupply:
      (Words("集体土地入市", "collective supply"), ["入市", "集体经营性建设用地入市"], .supply)
    case .extension: (Words("续期", "extension"), [], .other)
    case .temporaryUse: (Words("临时用地", "temporary use"), ["临时使用土地", "临时使用"], .other)
    }
  }

  /// What it is called.
  public var name: Words { row.name }
  /// Other words that people ask for it by.
  public var synonyms: [String] { row.synonyms }
  /// The kind of document that such an act makes.
  public var documentKind: DocumentKind { row.document }

  /// Whether an act of this kind is among those that another kind means: `reclaim` means every way of
  /// taking back, `supply` every way of supplying.
  public func isMeant(by kind: TransactionKind) -> Bool {
    switch kind {
    case .reclaim, .supply: documentKind == kind.documentKind
    default: self == kind
    }
  }

  // MARK: - The words that name it

  /// Words of a cell that name an act, the more special first.
  public static let cells: [(word: String, kind: TransactionKind)] = [
    ("招拍挂", .supply), ("招标拍卖挂牌", .supply), ("挂牌", .listing), ("拍卖", .auction), ("招标", .tender),
    ("临时", .temporaryUse), ("协议", .agreement), ("划拨", .allocation), ("作价", .capitalContribution),
    ("租赁", .lease),
    ("出租", .lease), ("储备", .reserve), ("收储", .reserve), ("有偿收回", .reclaimPaid),
    ("无偿收回", .reclaimFree), ("出让", .supply),
  ]

  /// The way of supply that a heading is, whole, over a column of ticks: 挂牌, 协议出让, 划拨供地.
  public static func ticked(_ heading: String) -> TransactionKind? {
    let whole = ["供地", "供应", "方式"].first { heading.hasSuffix($0) && heading != $0 }
      .map { String(heading.dropLast($0.count)) }
    let words = [heading, whole ?? heading]
    let kind =
      words.lazy.compactMap(TransactionKind.init(word:)).first
      ?? cells.first { words.contains($0.word) }?.kind
    return kind.flatMap { $0.documentKind == .supply ? $0 : nil }
  }

  // MARK: - The words of sentences

  /// The words of a sentence that name it; of those that begin alike the longest counts.
  public var clauseWords: [String] {
    switch self {
    case .listing: WordPattern.list("挂牌 挂牌出让 网上挂牌 网挂 挂牌交易 挂牌供地")
    case .auction: WordPattern.list("拍卖 拍卖出让 网上拍卖 公开拍卖 拍卖会")
    case .tender: WordPattern.list("招标 招标出让 公开招标 投标")
    case .agreement:
      WordPattern.list(
        "协议出让 协议方式 协议供地 协议供应 协议用地 以协议 按协议 采取协议 采用协议 方式为协议 方式:协议 形式:协议 方式协议 协议有偿")
    case .allocation: WordPattern.list("划拨 无偿划拨 划拨供地 划拨供应")
    case .lease: WordPattern.list("租赁 先租后让 以出租 出租方式 土地租赁 租赁供地")
    case .capitalContribution: WordPattern.list("作价出资 作价入股 作价出资入股 作价出资(入股)")
    case .supply:
      // Several ways at once say not which.
      WordPattern.list(
        "出让 供应 供地 公开出让 出让方案 供地方案 供应方案 出让公告 招拍挂 招标拍卖挂牌 招标、拍卖、挂牌 招标、拍卖或者挂牌 招标、拍卖或挂牌"
          + " 招标拍卖或挂牌 拍卖或者挂牌 拍卖或挂牌 招标或拍卖 招标拍卖 拍卖挂牌 拍卖、挂牌 招标、拍卖 招标、挂牌 招标或者挂牌 挂牌或者拍卖 挂牌或拍卖")
    case .temporaryUse:
      WordPattern.list("临时用地 临时使用土地 临时使用国有 临时使用集体 临时占用土地 临时使用")
    case .collectiveSupply:
      WordPattern.list("集体经营性建设用地入市 集体经营性建设用地使用权 集体经营性建设用地 农村集体经营性建设用地 集体土地入市 入市")
    case .extension: WordPattern.list("续期 土地使用权续期")
    case .conversion: WordPattern.list("农用地转用 转为建设用地 农转用 转用 转为国有建设用地")
    case .acquisition: WordPattern.list("征收 土地征收 征收土地 征为国有 征收为国有 征地")
    case .reserve: WordPattern.list("储备 纳入储备 土地储备")
    case .reclaim, .reclaimPaid, .reclaimFree: []
    }
  }

  /// The verbs that give land so, with the receiver behind them.
  public var givingWords: [String] {
    switch self {
    case .allocation: WordPattern.list("划拨给 划拨予 划拨给予 划拨至 划归 划拨供应给 划拨供地给")
    case .agreement: ["协议出让给"]
    case .lease: WordPattern.list("租赁给 出租给 租给 协议租赁给")
    case .capitalContribution: WordPattern.list("作价出资给 作价出资(入股)给 作价出资到")
    default: []
    }
  }

  /// The ways of supplying land, the more special first.
  public static let ways: [TransactionKind] = [
    .agreement, .auction, .tender, .listing, .allocation, .capitalContribution, .lease,
  ]
  /// What a title is about even where it names a way too.
  public static let beforeWays: [TransactionKind] = [
    .collectiveSupply, .conversion, .acquisition, .extension, .reserve,
  ]
  /// Whether its word means it only beside a word for land.
  public var needsLand: Bool { self == .tender || self == .lease }
  /// Whether the land is used for a time only, so that what is put on it is its purpose.
  public var isForATime: Bool { self == .temporaryUse }
  /// Whether such an act names one holder for all its land.
  public var namesOneHolder: Bool {
    switch self {
    case .temporaryUse, .allocation, .agreement: true
    default: false
    }
  }
  /// Whether who gets the land stands before its verb: 同意某公司临时使用….
  public var followsItsUser: Bool { self == .temporaryUse }
  /// Whether years right behind its word are its term: 租赁5年.
  public var precedesItsTerm: Bool { self == .lease }
}
