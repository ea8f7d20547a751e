import Planning
import Terms

/// What a column of a planning table holds, told by its heading.
struct ColumnMeaning {
  /// What kind of value.
  enum Role: Equatable {
    case serial, parcelID, name, landUse, landUseCode
    case area(AreaUnit?)
    case areaPart(AreaUnit?)
    case indicator(Indicator, BoundSign?)
    case mode, location, boundary, party, purpose, township, group, note, state
    /// A mark in the column says that the land is supplied so.
    case tick(TransactionKind)
    case price(PriceKind, MoneyUnit?)
    case day(ActDay)
    case term, outcome, alias, contractNumber, supervisionNumber
    /// A level of the land's lower or upper end, or both in one cell.
    case level(IndicatorColumn.End?)
    /// Several indicators in one cell.
    case conditions
    case people
    case property(Double)
    case hazardType, fieldNumber, risk, exposed, cause, department, responsibleTownship
    /// Known words that are kept as they are under their heading.
    case kept
    case unknown
  }

  var role: Role
  /// Whether the column gives the state before an adjustment.
  var isBefore = false
  /// Whether it is a part of the time that others go on with: 2027年, 三季度.
  var isPeriod = false
  /// The heading above it that it shares with others, in one spelling.
  var groupHeading: String?
  /// The heading as printed.
  var heading: String
  /// Whether the heading says that numbers are per 100 m² of floor area.
  var isPer100: Bool {
    let text = SourceLine(number: 0, text: heading).compact
    return Indicator.Measure.hundredWords.contains { text.has($0) }
  }

  /// Reads a heading of one row.
  init(heading: String) { self.init(parts: [heading]) }

  /// Reads a heading of several rows, from top to bottom: a group says what its columns share.
  init(parts: [String]) {
    heading = parts.joined().filter { !$0.isWhitespace }
    var plain: [String] = []
    for part in parts {
      let read = StateMarks.stripped(SourceLine(number: 0, text: part).compact)
      if read.isBefore { isBefore = true }
      if !read.text.isEmpty { plain.append(read.text) }
    }
    let whole = plain.joined()
    isPeriod = HeadingWords.isPeriod(whole)
    guard let leaf = plain.last, plain.count > 1 else {
      role = HeadingWords.role(of: whole)
      return
    }
    groupHeading = plain[0]
    role = HeadingWords.tick(leaf)
    if role != .unknown { return }
    if ColumnMeaning.standsAlone(leaf) {
      role = HeadingWords.role(of: leaf, within: whole)
    }
    if role == .unknown { role = HeadingWords.role(of: whole) }
    if role == .unknown { role = HeadingWords.role(of: leaf, within: whole) }
    // Sums that are planned, not agreed, are no price.
    if case .price = role, whole.mentions(anyOf: "资金 投资 概算 预算 测算") { role = .kept }
  }

  /// Whether the heading is one that the grammar knows.
  var isKnown: Bool { role != .unknown }

  /// The unit that a heading or a line above a table names.
  static func areaUnit(_ text: String) -> AreaUnit? { HeadingWords.areaUnit(text) }

  var isArea: Bool { if case .area = role { true } else { false } }

  var isAreaPart: Bool { if case .areaPart = role { true } else { false } }

  var isMode: Bool {
    switch role {
    case .mode, .tick: true
    default: false
    }
  }

  var isPrice: Bool { if case .price = role { true } else { false } }

  var isIndicator: Bool { if case .indicator = role { true } else { false } }

  /// Words of a lower row that take their sense from the row above.
  private static let dependent = wordList(
    """
    名称 代码 面积 编号 上限 下限 最大 最小 小计 新增 存量 方式 合计 总计 其中 数量 单位 时间 金额 类型 类别 性质 用途 位置 备注
    """)

  /// Whether a heading says enough without the one above it: 容积率 does, 上限 and 名称 do not.
  static func standsAlone(_ leaf: String) -> Bool {
    let text = SourceLine(number: 0, text: leaf).compact
    if HeadingWords.isPeriodLabel(text) { return false }
    return !dependent.contains(HeadingWords.withoutBrackets(text))
      && HeadingWords.role(of: text) != .unknown
  }
}

/// Words by which a heading tells the state before an adjustment from that after it.
enum StateMarks {
  private static let before = wordList(
    """
    调整前 原规划 修改前 变更前 现行规划 原控规 原批准 原方案 优化前 修编前 修正前 原公告内容 原内容 原公告
    """)
  private static let after = wordList(
    """
    调整后内容 变更后内容 现内容 调整后 现规划 修改后 变更后 拟调整 优化后 修编后 修正后 本次调整
    """)

  /// The heading without such words, and whether it is of the state before.
  static func stripped(_ text: String) -> (text: String, isBefore: Bool, isState: Bool) {
    var text = text
    var isBefore = false
    var isState = false
    for mark in before where text.has(mark) {
      isBefore = true
      isState = true
      text.replace(mark, with: "")
    }
    for mark in after where text.has(mark) {
      isState = true
      text.replace(mark, with: "")
    }
    return (text, isBefore, isState)
  }
}
