/// A control indicator (控制指标) of a parcel that Yulin compares and checks.
///
/// Shares are in percent of the parcel's land (30 means 30 %), heights in metres, the floor area ratio
/// is a plain number, parking a number of places or such a number per 100 m² of floor area.
///
/// All that the house knows of an indicator stands in its row: the readers of prose, tables and
/// attributes, the columns of the register, filters, exports, the words and the map page are made
/// from it. A new indicator is a case and a row here, and its rule where it has one.
public enum Indicator: String, Term, Codable, CodingKeyRepresentable {
  /// 容积率: floor area over land area.
  case floorAreaRatio = "floor_area_ratio"
  /// 建筑密度: footprint over land area, %.
  case buildingDensity = "building_density"
  /// 建筑系数: footprint of buildings, structures and storage yards over land area, %.
  case buildingCoefficient = "building_coefficient"
  /// 绿地率: green space over land area, %.
  case greenSpaceRatio = "green_space_ratio"
  /// 建筑高度, 建筑限高, m.
  case buildingHeight = "building_height"
  /// 构筑物高度, m.
  case structureHeight = "structure_height"
  /// 停车位: places, or places per 100 m² of floor area.
  case parkingPlaces = "parking_places"

  /// The one that stands for all in lists and tables with room for one.
  public static let headline = Indicator.floorAreaRatio
  /// The names of all, divided by blanks, for patterns.
  static let names = allCases.map(\.name.zh).joined(separator: " ")
  /// The names of those that are no length and no number of things.
  static let namesOfRatios =
    allCases.filter { $0.measure == .ratio || $0.measure == .share }.map(\.name.zh)
    .joined(separator: " ")
  /// Those by which a text without title is known to settle what may be built.
  public static let telling: [Indicator] = [.floorAreaRatio, .buildingDensity]

  private var described: Row {
    switch self {
    case .floorAreaRatio:
      Row(
        "容积率", "floor area ratio", .ratio, short: "RJL",
        phrases: "容积率 规划容积率 综合容积率 地上容积率 总容积率 平均容积率",
        heading: WordPattern("容积率", letters: "FAR Far far"), symbols: "R FAR",
        proposed: Words("计容建筑面积，平方米。", "The floor area that counts, m²."))
    case .buildingDensity:
      Row(
        "建筑密度", "building density", .share, short: "JZMD",
        phrases: "建筑密度 总建筑密度 建筑占地率 建筑覆盖率 规划建筑密度 地上建筑密度",
        heading: WordPattern("建筑密度 覆盖率", whole: "密度", without: "绿 植被 林木 森林"), symbols: "D",
        proposed: Words("建筑基底面积，平方米。", "The footprint of the buildings, m²."))
    case .buildingCoefficient:
      Row(
        "建筑系数", "building coefficient", .share, short: "JZXS", phrases: "建筑系数 总建筑系数",
        heading: WordPattern("建筑系数"),
        proposed: Words(
          "构筑物和堆场的占地面积，平方米，用于建筑系数。",
          "What structures and storage yards cover, m²: for the building coefficient."))
    case .greenSpaceRatio:
      Row(
        "绿地率", "green space ratio", .share, short: "LDL",
        phrases: "绿地率 规划绿地率 绿地比例 总绿地率", heading: WordPattern("绿地率", letters: "GSR"),
        symbols: "λg λ G g GAR GSR",
        proposed: Words("绿地面积，平方米。", "The green space, m²."))
    case .buildingHeight:
      Row(
        "建筑高度", "building height", .height, short: "JZGD",
        phrases: """
          建筑高度 建筑物高度 建筑限高 限高 建筑控制高度 建筑高度控制 建筑物限高 高度控制 控制高度 建筑高度限制 高度限制 \
          建筑檐口高度 建筑最高高度 最大建筑高度 最高建筑高度 规划建筑高度 建筑物最高高度 建筑总高度 檐口高度 建筑高度上限 \
          建筑物高度上限 规划限高 建筑物控制高度
          """,
        heading: WordPattern(
          "建筑高度 建筑限高 限高 控制高度 高度控制 建筑控高 高度限制 建筑物高度 控高 檐口高度 建筑总高 建筑最高",
          whole: "高度", without: "构筑物"), symbols: "H h",
        proposed: Words("建筑高度，米。", "The building's height, m."))
    case .structureHeight:
      Row(
        "构筑物高度", "structure height", .height, short: "GZWGD",
        phrases: "构筑物高度 构筑物限高 构筑物最高高度 构筑物控制高度 构筑物的高度",
        heading: WordPattern("构筑物", with: "高"),
        proposed: Words("构筑物高度，米。", "The height of structures, m."))
    case .parkingPlaces:
      Row(
        "停车位", "parking places", .places, short: "TCW",
        phrases: """
          停车位 停车泊位 机动车停车位 机动车停车泊位 机动车位 机动车泊位 小汽车停车位 配建停车位 停车位配建 机动车停车位配建 \
          停车位数 停车位数量 停车位个数 停车位配建标准 机动车停车位配建标准 停车位配建指标 停车配建 停车配建标准 停车配建指标 停车指标
          """,
        heading: WordPattern(
          "停车位 停车泊位 机动车位 机动车泊位 停车配建 停车指标", whole: "车位 泊位 停车",
          without: "非机动 自行车 充电 其中 位置 方式 占比 比例 户 床 班 客房 人"),
        proposed: Words("机动车停车位，个。", "The parking places."))
    }
  }

  /// What is known of an indicator.
  private struct Row: Sendable {
    let name: Words
    let measure: Measure
    let shortName: String
    let phrases: [String]
    let heading: WordPattern
    let symbols: [String]
    let proposed: Words

    init(
      _ zh: String, _ en: String, _ measure: Measure, short: String, phrases: String,
      heading: WordPattern, symbols: String = "", proposed: Words
    ) {
      name = Words(zh, en)
      self.measure = measure
      shortName = short
      self.phrases = WordPattern.list(phrases)
      self.heading = heading
      self.symbols = WordPattern.list(symbols)
      self.proposed = proposed
    }
  }

  private static let rows = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.described) })
  private var row: Row { Indicator.rows[self] ?? described }

  /// What it is called.
  public var name: Words { row.name }
  /// What it measures.
  public var measure: Measure { row.measure }
  /// The names that running text has for it.
  public var phrases: [String] { row.phrases }
  /// The headings of tables that mean it.
  public var heading: WordPattern { row.heading }
  /// The letters that planners write for it: `R`, `λg`.
  public var symbols: [String] { row.symbols }
  /// What a building's proposal has to tell for it.
  public var proposed: Words { row.proposed }
  /// The letters that planning databases call it by, without those of the end: `RJL`.
  public var shortName: String { row.shortName }
  /// Another that says enough where this one is not stated: a building coefficient for a density.
  public var substitute: Indicator? { self == .buildingDensity ? .buildingCoefficient : nil }
  /// Its Chinese name with its unit: `建筑密度（%）`.
  public var titleWithUnit: String {
    let unit = measure.titleUnit
    return name[.zh] + (unit.isEmpty ? "" : "（\(unit)）")
  }
  /// The same per 100 m² of floor area.
  public var titlePer100: String { name[.zh] + "（个/百平方米）" }
  /// What stands behind the key of a column that holds values per 100 m² of floor area.
  public static let per100Ending = "_per_100_m2"
  /// Whether it is a share of land in percent.
  public var isPercentage: Bool { measure == .share }
  /// Whether it is a height in metres.
  public var isHeight: Bool { measure == .height }
}

extension Indicator {
  /// What an indicator measures: its unit, and how a number without sign is taken.
  public enum Measure: String, Sendable {
    /// A plain number.
    case ratio
    /// A share of land in percent.
    case share
    /// Metres.
    case height
    /// A number of places, or such a number per 100 m² of floor area.
    case places

    /// The unit that is written behind a number: `%`, `m`.
    public var unit: String {
      switch self {
      case .share: "%"
      case .height: "m"
      case .ratio, .places: ""
      }
    }

    /// The unit in a title: `米`.
    var titleUnit: String {
      switch self {
      case .share: "%"
      case .height: "米"
      case .places: "个"
      case .ratio: ""
      }
    }

    /// A number with the unit behind it.
    public func text(_ number: String) -> String {
      self == .height ? number + " m" : number + unit
    }

    /// The decimals that are written even where they are zeros.
    public var leastDecimals: Int { self == .ratio ? 1 : 0 }

    /// Which end a number without sign is: a height of 30 m is the highest allowed, 30 parking places
    /// are the least that must be there; of others it does not tell.
    public var bareEnd: IndicatorColumn.End? {
      switch self {
      case .height: .upper
      case .places: .lower
      case .ratio, .share: nil
      }
    }

    /// Whether it may be given per 100 m² of floor area.
    public var mayBePer100SquareMetres: Bool { self == .places }

    /// The words that count places behind a number.
    public static let placeWords = WordPattern.list(
      "辆 车位 泊位 个车位 个泊位 个停车位 个停车泊位 个机动车位 个机动车停车位")
    /// The words for 100 m².
    public static let hundredWords = ["100", "百"].flatMap { hundred in
      ["㎡", "m2", "平方米", "平米"].map { hundred + $0 }
    }

    /// The parameter of the rules on possible values that limits it, where there is one.
    public var rangeParameter: String? {
      switch self {
      case .share: "percentage_max"
      case .height: "height_max"
      case .ratio: "floor_area_ratio_max"
      case .places: nil
      }
    }
  }
}

/// One end of an indicator as a column of tables and a property of filters: `floor_area_ratio_max`.
///
/// What may be given per 100 m² has columns of its own for that, so that a comparison never takes one
/// for the other: `parking_places_per_100_m2_min`.
public struct IndicatorColumn: Hashable, Sendable {
  /// Which end of an interval.
  public enum End: String, Hashable, Sendable {
    /// The least value allowed.
    case lower = "min"
    /// The greatest value allowed.
    case upper = "max"
  }

  /// The indicator.
  public let indicator: Indicator
  /// The end.
  public let end: End
  /// Whether it holds values per 100 m² of floor area.
  public let isPer100SquareMetres: Bool
  /// The name of the column: `floor_area_ratio_max`.
  public let key: String
  /// What it is called: `容积率上限`.
  public let name: String
  /// The same with the unit: `建筑密度（%）上限`.
  public let title: String
  /// The name of at most ten letters that planning databases and Shapefiles have: `RJLSX`.
  public let shortName: String

  private init(_ indicator: Indicator, _ end: End, per100 isPer100: Bool) {
    self.indicator = indicator
    self.end = end
    isPer100SquareMetres = isPer100
    let word = end == .lower ? "下限" : "上限"
    key = "\(indicator.rawValue)\(isPer100 ? Indicator.per100Ending : "")_\(end.rawValue)"
    name = (isPer100 ? "每百平方米" : "") + indicator.name[.zh] + word
    title = (isPer100 ? indicator.titlePer100 : indicator.titleWithUnit) + word
    shortName = indicator.shortName + (isPer100 ? "BL" : "") + (end == .lower ? "XX" : "SX")
  }

  /// Both ends of every indicator, in their order.
  public static let all = Indicator.allCases.flatMap { indicator in
    (indicator.measure.mayBePer100SquareMetres ? [false, true] : [false]).flatMap { isPer100 in
      [End.lower, .upper].map { IndicatorColumn(indicator, $0, per100: isPer100) }
    }
  }
}
