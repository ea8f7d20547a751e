internal import Characters
public import Planning
public import Terms

/// The terms of the planning model in each language.
public enum Terms {
  /// The name of an indicator.
  public static func name(of indicator: Indicator) -> Words {
    switch indicator {
    case .floorAreaRatio: Words("容积率", "floor area ratio")
    case .buildingDensity: Words("建筑密度", "building density")
    case .buildingCoefficient: Words("建筑系数", "building coefficient")
    case .greenSpaceRatio: Words("绿地率", "green space ratio")
    case .buildingHeight: Words("建筑高度", "building height")
    case .structureHeight: Words("构筑物高度", "structure height")
    }
  }

  /// The name of an act on land.
  public static func name(of kind: TransactionKind) -> Words {
    switch kind {
    case .reserve: Words("储备", "reserve")
    case .listing: Words("挂牌出让", "listing")
    case .auction: Words("拍卖出让", "auction")
    case .tender: Words("招标出让", "tender")
    case .agreement: Words("协议出让", "agreement")
    case .allocation: Words("划拨", "allocation")
    case .lease: Words("租赁", "lease")
    case .capitalContribution: Words("作价出资", "capital contribution")
    case .reclaimPaid: Words("有偿收回", "paid reclaim")
    case .reclaimFree: Words("无偿收回", "free reclaim")
    case .reclaim: Words("收回", "reclaim")
    case .supply: Words("供应", "supply")
    }
  }

  /// The name of a kind of document.
  public static func name(of kind: DocumentKind) -> Words {
    switch kind {
    case .planApproval: Words("规划批复", "plan approval")
    case .reserve: Words("土地储备", "land reserve")
    case .supply: Words("供地", "land supply")
    case .reclaim: Words("收回土地", "land reclaim")
    case .developmentScheme: Words("成片开发方案", "tract-development scheme")
    case .hazardList: Words("地质灾害隐患点", "hazard list")
    case .other: Words("其他", "other")
    }
  }

  /// The name of a gravity.
  public static func name(of severity: Diagnostic.Severity) -> Words {
    switch severity {
    case .info: Words("提示", "note")
    case .warning: Words("警告", "warning")
    case .error: Words("错误", "error")
    }
  }

  /// An interval in Chinese planning notation: `≤2.6`, `≥35%`, `1.2～1.8`, `＞1.0，≤2.5`, `≤54 m`.
  public static func notation(of interval: Interval, for indicator: Indicator) -> String {
    let unit = indicator.isPercentage ? "%" : indicator.isHeight ? " m" : ""
    let keep = indicator == .floorAreaRatio ? 1 : 0
    func number(_ value: Double) -> String { NumberText.decimal(value, places: 4, keep: keep) }
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?) where lower.inclusive && upper.inclusive:
      return lower.value == upper.value
        ? number(lower.value) + unit : "\(number(lower.value))～\(number(upper.value))\(unit)"
    case (let lower?, let upper?):
      return "\(lower.inclusive ? "≥" : "＞")\(number(lower.value))\(unit)，"
        + "\(upper.inclusive ? "≤" : "＜")\(number(upper.value))\(unit)"
    case (let lower?, nil): return "\(lower.inclusive ? "≥" : "＞")\(number(lower.value))\(unit)"
    case (nil, let upper?): return "\(upper.inclusive ? "≤" : "＜")\(number(upper.value))\(unit)"
    case (nil, nil): return "–"
    }
  }
}
