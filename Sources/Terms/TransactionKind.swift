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

  /// Words of a title or a sentence that name an act, the more special first; `nil` where they show
  /// that it names none.
  public static let sentences: [(pattern: WordPattern, kind: TransactionKind?)] = {
    let land = "使用权 土地 用地 宗地 地块"
    return [
      (WordPattern("收回", without: land), nil),
      (WordPattern("无偿收回 无偿 不予补偿 不给予补偿 不再补偿 不作补偿", with: "收回"), .reclaimFree),
      (WordPattern("有偿收回 有偿 回购 补偿 收购款", with: "收回"), .reclaimPaid),
      (WordPattern("收回"), .reclaim),
      (WordPattern("回购", with: "使用权 土地"), .reclaimPaid),
      (
        WordPattern("收购 收储", with: "使用权 土地及 公司土地 厂土地", without: "计划 粮"),
        .reclaimPaid
      ),
      (
        WordPattern(
          "临时用地 临时使用土地 临时使用国有 临时使用集体 临时占用土地",
          with: "批复 批准 同意 审批 许可 延期 续期 公示 公告", without: "管理 办法 复垦验收 规定 通知"),
        .temporaryUse
      ),
      (WordPattern("补办", with: "出让"), .agreement),
      (WordPattern("先租后让"), .lease),
      (WordPattern("储备 收储", without: "储备林 粮食储备 物资储备 储备库 储备粮"), .reserve),
      (WordPattern("协议出让 协议方式 以协议"), .agreement),
      (WordPattern("拍卖"), .auction),
      (WordPattern("招标", with: "出让 使用权 宗地 地块", without: "招标拍卖挂牌"), .tender),
      (
        WordPattern(
          "挂牌出让 挂牌方式 以挂牌 公开挂牌 挂牌交易 挂牌供 方式：挂牌 方式:挂牌 方式为挂牌", without: "督办"),
        .listing
      ),
      (WordPattern("划拨", without: "资金 经费"), .allocation),
      (WordPattern("作价出资 作价入股"), .capitalContribution),
      (WordPattern("租赁 出租", with: land), .lease),
      (WordPattern("出让方案 出让公告 供地方案 使用权出让", with: "挂牌"), .listing),
      (WordPattern("出让 供地方案 供应方案", with: land), .supply),
    ]
  }()
}
