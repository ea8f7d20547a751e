import Planning
import Terms

/// The words of headings and what they mean.
enum HeadingWords {
  /// What a heading means by its own words; its unit and sign may stand in the groups above it.
  ///
  /// What stands in brackets explains: it counts only where the words outside say nothing.
  static func role(of text: String, within whole: String? = nil) -> ColumnMeaning.Role {
    guard !text.isEmpty else { return .unknown }
    let context = whole ?? text
    if let role = hazard(text) { return role }
    let bare = withoutBrackets(text)
    let role = bare.isEmpty ? .unknown : land(bare, full: text, within: context)
    if role != .unknown || bare == text { return role }
    return land(text, full: text, within: context)
  }

  /// A heading without what stands in brackets.
  static func withoutBrackets(_ text: String) -> String {
    guard text.has("(") else { return text }
    var depth = 0
    return text.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")", depth > 0 { depth -= 1 } }
      return depth == 0
    }
  }

  private static func hazard(_ text: String) -> ColumnMeaning.Role? {
    func has(_ list: String) -> Bool { text.mentions(anyOf: list) }
    if has("野外编号") { return .fieldNumber }
    if has("灾害类型 灾种") { return .hazardType }
    if has("威胁人数 受威胁人数 威胁人口 影响人数") { return has("财产") ? .risk : .people }
    if has("威胁财产 受威胁财产 财产损失") { return .property(moneyUnit(text) ?? 1) }
    if has("威胁对象 受威胁") { return .risk }
    if has("承灾体") { return .exposed }
    if has("形成原因 诱发因素 引发因素") { return .cause }
    if has("责任部门 责任单位 行业部门") { return .department }
    if has("责任乡镇") { return .responsibleTownship }
    return nil
  }

  private static func land(
    _ text: String, full: String, within whole: String
  ) -> ColumnMeaning.Role {
    func has(_ list: String) -> Bool { text.mentions(anyOf: list) }
    func isOne(_ list: String) -> Bool {
      list.utf8.count >= text.utf8.count && wordList(list).contains(text)
    }
    if has("序号") && !has("地块 宗地") || isOne("编序 号 No No. NO 顺序 项次 行号") {
      return .serial
    }
    if let indicator = indicator(in: text), !has("说明 面积") {
      return .indicator(indicator, comparison(in: whole))
    }
    if let day = ActDay.headings.first(where: { $0.pattern.matches(text) })?.day,
      !has("状态 情况 单位 地点 方式 编号 价")
    {
      return .day(day)
    }
    if has("成交情况 成交结果 交易结果 出让结果 交易状态 交易情况 出让情况 成交状态 竞价结果 竞买结果 竞得结果") || isOne("结果") {
      return .outcome
    }
    if let role = paper(text) ?? level(text) { return role }
    if let role = money(text, within: whole) { return role }
    if isCode(text) { return .landUseCode }
    if let role = number(text) { return role }
    if has("供应方式 供地方式 入市方式 出让方式 供应形式 交易方式 供地形式 供应类型 处置方式 配置方式 供给方式 供地类型 出让形式 供应途径 收回方式")
      || isOne("方式")
    {
      return .mode
    }
    if has("项目名称 地块名称 用地项目 宗地名称 隐患点名称 灾害点名称 点位名称 工程名称") { return .name }
    if has("现状") { return .kept }
    let isUse = has("用途 用地性质 用地类型 规划性质")
    if has("年限 年期") && !isUse || has("期限") && has("使用 出让 租赁 土地 有偿") { return .term }
    if has("权属单位 权属人 权属主体") { return .party }
    if isArea(text) { return area(text, unit: areaUnit(full) ?? areaUnit(whole), within: whole) }
    if !(isUse && has("年限 年期")),
      has(
        """
        储备方式 收储方式 取得方式 供应时间 时间 季度 月份 年限 年期 文号 来源 净地 现状 批复 完成时限 级别 年度 日期 期限 时序 进度 占比
        比例 比重 百分比 溢价 批次 宗数 块数 地块数 套数 户型 权属 建设工期
        """)
    {
      return .kept
    }
    if has("四至 界址") { return .boundary }
    if isOne("新增 存量 增量")
      || has("新增建设用地 存量建设用地 其中新增 其中存量 其中: 其中农 其中耕 其中国 其中集")
    {
      return .areaPart(areaUnit(whole))
    }
    if has("公益性") { return .kept }
    if has(
      """
      用地性质 用途 用地类型 用地名称 用地类别 规划用地 地类 规划性质 用地分类 土地类型 土地性质 用地类 土地类别 用地功能 类别名称 主导功能
      规划功能 土地功能
      """) || isOne("用地 性质 功能")
    {
      return .landUse
    }
    return place(text)
  }

  private static func place(_ text: String) -> ColumnMeaning.Role {
    func has(_ list: String) -> Bool { text.mentions(anyOf: list) }
    func isOne(_ list: String) -> Bool {
      list.utf8.count >= text.utf8.count && wordList(list).contains(text)
    }
    if has("坐落 座落 位置 地址 地点 宗地位置 区位 所在地 所在镇村 所在村 落界") { return .location }
    if isPlaceHeading("片区 区块 板块 单元 街坊 组团 街区 管理单元", text) { return .group }
    if isPlaceHeading("乡镇 街道 镇 乡(镇) 镇街 镇乡 乡镇街道 镇(街) 区域 行政区 辖区 镇(街道) 乡镇(街道) 街道办", text) {
      return .township
    }
    if isParty(text) { return .party }
    if isOne("项目 名称 储备地块 储备项目 项目(地块) 供地项目 地块及项目 建设项目 供应项目 出让地块 供应地块 地块/项目") {
      return .name
    }
    if has("建设内容") { return .purpose }
    if has("备注 说明") || isOne("注") { return .note }
    if has("规划指标 规划条件 设计条件 控制指标 指标要求 规划要求 主要指标 建设条件 技术指标 规划控制 开发条件 出让条件 土地使用条件") || isOne("指标") {
      return .conditions
    }
    if isOne("阶段 状态 类别 调整情况 规划状态 对比 方案 内容 规划阶段 调整前后") { return .state }
    if has(
      """
      停车 退线 退界 退让 户数 人口 建筑面积 层数 配套 兼容 指标 设施 日照 强度 建筑规模 绿化 出入口 容量 保障 车位 基底 计容 建面 套型
      实施主体 出让人 联系 电话 监管 审批 建设规模 绿地面积 道路面积
      """)
    {
      return .kept
    }
    return .unknown
  }

  /// Whether a heading is of a kind of place, not a place's name: 片区, 所在镇, 单元编号.
  private static func isPlaceHeading(_ list: String, _ text: String) -> Bool {
    var word = Substring(text)
    for start in ["所属", "所在", "涉及", "成片", "规划", "行政"] where word.hasPrefix(start) {
      if word.count > start.count { word = word.dropFirst(start.count) }
    }
    for end in ["名称", "编号"] where word.hasSuffix(end) { word = word.dropLast(end.count) }
    return wordList(list).contains { $0 == word }
  }

  /// Who gets, held or asks for the land; not who acts for the state.
  private static func isParty(_ text: String) -> Bool {
    if text.mentions(anyOf: "责任 编制 主管 审批 实施 出让人 出让方 供应主体 监管 收储主体 测绘 评估 征收主体") {
      return false
    }
    return text.mentions(
      anyOf: """
        竞得 受让 用地单位 用地者 用地主体 使用者 使用单位 使用权人 使用人 权利人 申请单位 申请人 申请用地 意向单位 建设单位 建设主体 项目单位 \
        承租 买受人 中标人 中标单位 被收回 产权人 产权单位 土地使用者 供地对象 供应对象 划拨对象 出让对象 取得单位 业主 企业名称 单位名称 出资企业
        """)
      || ["企业", "公司", "用地方", "入股企业", "被收储单位", "原单位"].contains(text)
  }

  /// A column of numbers: of land, or of papers, which are kept.
  private static func number(_ text: String) -> ColumnMeaning.Role? {
    if text.mentions(anyOf: "合同 决定书 批文 证号 证书 土地证 产权证 文号 档案 项目代码 图幅 图斑") {
      return text.mentions(anyOf: "用途 用地性质 面积 价 单位 时间 日期") ? nil : .kept
    }
    let known = text.mentions(
      anyOf: """
        地块编号 地块号 宗地编号 宗地号 地块编码 宗地编码 地块代码 地块名称及编号 地块序号 公告编号 图则编号 地块(宗地)编号 地块名称/编号 \
        储备编号 土地编号 挂牌编号 出让编号 标的编号 地块标识
        """)
    if known { return .parcelID }
    if [
      "编号", "地块", "宗地", "项目编号", "编码", "子地块", "地号", "新编号", "标的", "储备宗地", "出让宗地", "供应宗地", "图上编号",
    ].contains(text) {
      return .parcelID
    }
    return nil
  }

  private static func isCode(_ text: String) -> Bool {
    guard text.mentions(anyOf: "代码 代号 编码 码") else { return false }
    if text.mentions(anyOf: "地块 宗地 项目 行政 区划 单元") { return false }
    return text.mentions(
      anyOf:
        "用地代码 性质代码 分类代码 地类代码 用途代码 用地编码 类别代码 类代码 性质代号 类别代号 用地代号 分类代号 用途代号 性质编码 地类编码 分类编码 类别编码 用途编码"
    ) || text == "代码" || text == "代号"
  }

  // MARK: Money

  private static func money(_ text: String, within whole: String) -> ColumnMeaning.Role? {
    func has(_ list: String) -> Bool { text.mentions(anyOf: list) }
    if has("投资 资金 注册 溢价 楼面 税收 产值 评估 契税 佣金 利息 滞纳金") {
      return has("价 金 投资 税 注册 产值 利息") ? .kept : nil
    }
    guard
      let kind = PriceKind.headings.first(where: { $0.pattern.matches(text) })?.kind
        ?? (has("单价 亩均价 每亩") ? .deal : nil)
    else { return nil }
    // Days, ways and results of a deal are no prices; nor is the share of a step.
    if has("时间 日期 结果 单位 人 方式 情况 说明 面积 方案 形式 年限 状态 比例 截止 户名 账号 开户") {
      return nil
    }
    let unit = MoneyUnit(in: whole)
    guard has("单价 每亩 亩均") || unit?.per != nil else { return .price(kind, unit) }
    // A unit price of the land; what is deposited or added by it is kept as printed.
    switch kind {
    case .deal, .start, .reservePrice, .perMu: return .price(.perMu, unit)
    case .deposit, .increment, .rent, .compensation: return .kept
    }
  }

  /// The unit of money that a text names, in yuan.
  static func moneyUnit(_ text: String) -> Double? {
    if text.has("亿元") { return 100_000_000 }
    if text.has("万元") || text.has("(万)") { return 10_000 }
    if text.has("千元") { return 1_000 }
    return text.has("元") ? 1 : nil
  }

  /// Numbers that name the same land, or the papers that gave it.
  private static func paper(_ text: String) -> ColumnMeaning.Role? {
    func has(_ list: String) -> Bool { text.mentions(anyOf: list) }
    if has("监管号 监管编号 监管码") { return .supervisionNumber }
    if has("合同") && has("编号 号") && !has("日期 时间") { return .contractNumber }
    if has("宗地代码 宗地统一代码 宗地统一编码 不动产单元 不动产权单元") && !has("面积 用途 坐落") { return .alias }
    return nil
  }

  /// `顶板标高`, `下界高程`, `起止高程`: between which levels the land lies, not how the ground is made.
  private static func level(_ text: String) -> ColumnMeaning.Role? {
    func has(_ list: String) -> Bool { text.mentions(anyOf: list) }
    guard has("标高 高程 竖向范围 竖向空间") && !has("场地 设计 室外 室内 地面 地坪 道路 控制点 现状") else {
      return nil
    }
    if has("起止 上下 范围 区间") { return .level(nil) }
    if has("顶 上 最高 高点") { return .level(.upper) }
    if has("底 下 最低 低点") { return .level(.lower) }
    return .level(nil)
  }

  /// The role of a heading that is a way of supply and nothing else.
  static func tick(_ text: String) -> ColumnMeaning.Role {
    TransactionKind.ticked(withoutBrackets(text)).map { .tick($0) } ?? .unknown
  }

  // MARK: Area

  private static func isArea(_ text: String) -> Bool {
    if text.mentions(anyOf: "建筑面积 绿地面积 基底 计容 建面 套型 道路面积 建设规模 建筑规模 占比 比例 比重") { return false }
    if text.mentions(anyOf: "面积 用地规模 公顷 占地 亩数") { return true }
    return text.ends(withAnyOf: "供应总量 储备总量 总量 供应量 计划量 供应规模 储备规模 储备量 用地量 供地量 供地总量 土地规模 出让量 供应数量")
  }

  private static func area(
    _ text: String, unit: AreaUnit?, within whole: String
  ) -> ColumnMeaning.Role {
    let isPart =
      text.mentions(anyOf: "其中 新增 存量 国有 集体 耕地 农用地 林地 未利用地 基本农田 代征 季度 月份 安置 公益性")
      || whole.has("其中") || isPeriod(text)
    return isPart ? .areaPart(unit) : .area(unit)
  }

  /// Whether a heading is of one of several spans of time: 第一季度, 上半年, 2027年.
  static func isPeriod(_ text: String) -> Bool {
    if text.mentions(anyOf: "一季 二季 三季 四季 1季 2季 3季 4季 上半年 下半年") { return true }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { place in
      scalars[place] == "年" && place >= 4 && scalars[place - 4..<place].allSatisfy(\.isDigit)
        && (scalars[place - 4] == "2" || scalars[place - 4] == "1")
    }
  }

  /// Whether a heading is such a span and nothing else: 三季度, 2027年度, 10月.
  static func isPeriodLabel(_ text: String) -> Bool {
    var rest = Substring(text)
    if rest.hasPrefix("第") { rest = rest.dropFirst() }
    for ending in ["季度", "季", "年度", "年", "月份", "月"] where rest.hasSuffix(ending) {
      let count = rest.dropLast(ending.count).unicodeScalars
      if ending.hasPrefix("年"), count.count == 4, count.allSatisfy(\.isDigit) { return true }
      if ending.hasPrefix("年"), rest.hasPrefix("上半") || rest.hasPrefix("下半") {
        return count.count == 2
      }
      return !count.isEmpty && count.count <= 2 && ending.hasPrefix("年") == false
        && count.allSatisfy { Numerals.isNumeral($0) || $0.isDigit }
    }
    return false
  }

  /// The unit that a heading names: of several the first.
  static func areaUnit(_ text: String) -> AreaUnit? {
    let words: [(String, AreaUnit)] = [
      ("万平方米", .tenThousandSquareMetres), ("万㎡", .tenThousandSquareMetres),
      ("万m2", .tenThousandSquareMetres), ("平方公里", .squareKilometre), ("km2", .squareKilometre),
      ("平方千米", .squareKilometre), ("公顷", .hectare), ("hm2", .hectare), ("HM2", .hectare),
      ("Hm2", .hectare), ("(ha)", .hectare), ("ha)", .hectare), ("/ha", .hectare),
      ("万亩", .tenThousandMu), ("亩", .mu), ("平方米", .squareMetre), ("㎡", .squareMetre),
      ("m2", .squareMetre), ("M2", .squareMetre), ("平米", .squareMetre),
    ]
    return words.compactMap { word, unit in
      text.firstRange(of: word).map { (start: $0.lowerBound, unit: unit) }
    }.min { $0.start < $1.start }?.unit
  }

  // MARK: Indicators

  private static func indicator(in text: String) -> Indicator? {
    Indicator.allCases.first { $0.heading.matches(text) }
  }

  private static func comparison(in text: String) -> BoundSign? {
    if text.mentions(anyOf: "上限 ≤ <= 不大于 不高于 不超过 最大 最高 ≯") { return .atMost }
    if text.mentions(anyOf: "下限 ≥ >= 不小于 不低于 最小 最低 ≮") { return .atLeast }
    if text.has("<") { return .below }
    if text.has(">") { return .above }
    return nil
  }
}

extension WordPattern {
  /// Whether the words of a text without blanks are those of the pattern.
  func matches(_ text: String) -> Bool {
    guard words.contains(where: { text.has($0) }) || whole.contains(text) || isLetters(text)
    else { return false }
    return (with.isEmpty || with.contains { text.has($0) }) && !without.contains { text.has($0) }
  }

  private func isLetters(_ text: String) -> Bool {
    guard !letters.isEmpty, let first = text.utf8.first, first < 0x80 else { return false }
    return letters.contains(String(text.prefix { $0.isASCII && $0.isLetter }))
      && !text.unicodeScalars.contains(where: \.isHan)
  }
}
