internal import Planning
internal import Terms

/// What filters ask of the terms of the domain: their names and other words for them.
protocol Term: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
  var name: Words { get }
  var synonyms: [String] { get }
}

extension Term {
  /// The term that a word means, whatever its capitals.
  init?(word: String) {
    let word = word.lowercased()
    let term =
      Self(rawValue: word)
      ?? Self.allCases.first { $0.name[.zh] == word || $0.synonyms.contains(word) }
    guard let term else { return nil }
    self = term
  }

  var name: Words { Words(row.first ?? rawValue, rawValue) }
  var synonyms: [String] { Array(row.dropFirst()) }
  private var row: [String] { (rows[rawValue] ?? "").split(separator: " ").map(String.init) }
  private var rows: [String: String] {
    switch self {
    case is ParcelStatus:
      [
        "mapped": "仅有图形", "planned": "已规划 规划", "reserved": "已储备 储备 收储",
        "supply_approved": "供地已批 已批 已批供地", "supplied": "已供应 已供 供应 成交", "reclaimed": "已收回 收回",
        "superseded": "已变更 失效 拆分 合并",
      ]
    case is DocumentKind:
      [
        "plan_approval": "规划批复 规划 批复", "reserve": "土地储备 储备", "supply": "供地 供应 土地供应",
        "reclaim": "收回", "development_scheme": "成片开发方案 成片开发", "hazard_list": "地质灾害隐患点 地质灾害 隐患点",
        "other": "其他",
      ]
    default:
      [
        "reserve": "储备 收储", "listing": "挂牌出让 挂牌", "auction": "拍卖出让 拍卖", "tender": "招标出让 招标",
        "agreement": "协议出让 协议", "allocation": "划拨", "lease": "租赁",
        "capital_contribution": "作价出资 作价入股 作价出资入股", "reclaim_paid": "有偿收回",
        "reclaim_free": "无偿收回", "reclaim": "收回", "supply": "供应 供地 出让",
      ]
    }
  }
}

extension ParcelStatus: Term {}
extension DocumentKind: Term {}
extension TransactionKind: Term {
  /// Whether an act of this kind is among those that another kind means.
  func isMeant(by kind: TransactionKind) -> Bool {
    switch kind {
    case .reclaim, .supply: documentKind == kind.documentKind
    default: self == kind
    }
  }
}

extension AreaUnit {
  /// The unit that is printed so, whatever its capitals.
  init?(symbol: String) {
    switch symbol.lowercased().replacing("²", with: "2") {
    case "m2", "㎡", "平方米", "平米": self = .squareMetre
    case "公顷", "ha", "hm2": self = .hectare
    case "亩", "mu": self = .mu
    case "万平方米", "万㎡", "万m2": self = .tenThousandSquareMetres
    case "万亩": self = .tenThousandMu
    case "平方公里", "km2": self = .squareKilometre
    default: return nil
    }
  }
}

extension Indicator {
  enum Measure: String {
    case ratio
    case share = "%"
    case height = "m"

    var unit: String { rawValue }
  }

  var measure: Measure { isPercentage ? .share : isHeight ? .height : .ratio }

  var name: Words {
    switch self {
    case .floorAreaRatio: Words("容积率", rawValue)
    case .buildingDensity: Words("建筑密度", rawValue)
    case .buildingCoefficient: Words("建筑系数", rawValue)
    case .greenSpaceRatio: Words("绿地率", rawValue)
    case .buildingHeight: Words("建筑高度", rawValue)
    case .structureHeight: Words("构筑物高度", rawValue)
    }
  }
}

/// One end of an indicator as a property: `floor_area_ratio_max`.
struct IndicatorColumn {
  enum End: String, CaseIterable {
    case lower = "min"
    case upper = "max"
  }

  let indicator: Indicator
  let end: End
  var key: String { "\(indicator.rawValue)_\(end.rawValue)" }
  var name: String { indicator.name[.zh] + (end == .lower ? "下限" : "上限") }

  static let all = Indicator.allCases.flatMap { indicator in
    End.allCases.map { IndicatorColumn(indicator: indicator, end: $0) }
  }
}
