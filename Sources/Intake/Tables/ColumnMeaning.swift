import Foundation
import Planning

/// What a column of a planning table holds, told by its heading.
struct ColumnMeaning {
  /// What kind of value.
  enum Role: Equatable {
    case serial, parcelID, name, landUse, landUseCode
    case area(AreaUnit?)
    case areaPart(AreaUnit?)
    case indicator(Indicator, BoundSign?)
    case mode, location, boundary, party, purpose, township, group, note, state
    case amount(Double)
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
  /// The heading as printed.
  var heading: String

  /// Reads a heading; several header rows are joined with a space.
  init(heading: String) {
    self.heading = heading.filter { !$0.isWhitespace }
    var text = String(SourceLine(number: 0, text: heading).compact)
    for mark in ["调整前", "原规划", "修改前", "变更前", "现行规划"] where text.contains(mark) {
      isBefore = true
      text = text.replacingOccurrences(of: mark, with: "")
    }
    for mark in ["调整后", "现规划", "修改后", "变更后"] {
      text = text.replacingOccurrences(of: mark, with: "")
    }
    role = ColumnMeaning.role(of: text)
    if role == .unknown, let last = heading.split(separator: " ").last {
      role = ColumnMeaning.role(of: SourceLine(number: 0, text: last).compact)
    }
  }

  /// Whether the heading is one that the grammar knows.
  var isKnown: Bool { role != .unknown }

  private static func role(of text: String) -> Role {
    func has(_ words: String...) -> Bool { words.contains { text.has($0) } }
    let bare = withoutBrackets(text)
    func isOne(_ words: String...) -> Bool { words.contains(bare) }
    if text.isEmpty { return .unknown }
    if has("序号", "总序号") || isOne("编序", "号") { return .serial }
    if let indicator = indicator(in: bare), !has("说明", "面积") {
      return .indicator(indicator, comparison(in: text))
    }
    if has("野外编号") { return .fieldNumber }
    if has("灾害类型", "灾种") { return .hazardType }
    if has("威胁人数", "受威胁人数", "威胁人口", "影响人数") { return has("财产") ? .risk : .people }
    if has("威胁财产", "受威胁财产", "财产损失") { return .property(moneyUnit(text)) }
    if has("威胁对象", "受威胁") { return .risk }
    if has("承灾体") { return .exposed }
    if has("形成原因", "诱发因素", "引发因素") { return .cause }
    if has("责任部门", "责任单位", "行业部门") { return .department }
    if has("责任乡镇") { return .responsibleTownship }
    if has("保证金", "增价", "加价", "投资强度", "投资总额", "总投资", "资金", "注册") { return .kept }
    if has(
      "起始价", "起拍价", "成交价", "出让价", "地价", "补偿金额", "补偿款", "价款", "总价", "出让金", "底价", "补偿价", "补偿费", "收购价")
    {
      return .amount(moneyUnit(text))
    }
    if has("用地代码", "性质代码", "分类代码", "地类代码", "用途代码", "用地编码", "类别代码", "类代码")
      || isOne("代码", "用地性质代码", "类别代号", "用地代号")
    {
      return .landUseCode
    }
    if has(
      "地块编号", "地块号", "宗地编号", "宗地号", "地块编码", "宗地编码", "地块代码", "地块名称及编号", "地块序号", "公告编号", "宗地代码",
      "图则编号") || isOne("编号", "地块", "宗地", "地块名称/编号", "地块(宗地)编号")
    {
      return .parcelID
    }
    if has("供应方式", "供地方式", "出让方式", "供应形式", "交易方式", "供地形式", "供应类型") || isOne("方式") {
      return .mode
    }
    if has(
      "储备方式", "收储方式", "取得方式", "供应时间", "拟供应时间", "时间", "季度", "月份", "年限", "文号", "来源", "净地", "现状", "批复",
      "完成时限", "级别", "年度")
    {
      return .kept
    }
    if has("四至") { return .boundary }
    if has(
      "用地性质", "用途", "用地类型", "用地名称", "用地类别", "规划用地", "地类", "规划性质", "用地分类", "土地类型", "土地性质", "用地类",
      "土地类别", "用地功能", "类别名称") || isOne("用地", "性质")
    {
      return .landUse
    }
    if isArea(text) {
      let unit = areaUnit(text)
      return has("其中", "新增", "存量", "国有", "集体", "耕地", "农用地") ? .areaPart(unit) : .area(unit)
    }
    if isOne("新增", "存量", "增量") || has("新增建设用地", "存量建设用地", "其中新增", "其中存量") {
      return .areaPart(areaUnit(text))
    }
    if has("坐落", "座落", "位置", "地址", "地点", "具体位置") { return .location }
    if has("片区", "区块", "板块", "单元名称") { return .group }
    if has("乡镇", "街道", "所属镇", "所在镇", "乡(镇)", "镇(街)") || isOne("镇", "辖区", "所属区域", "行政区") {
      return .township
    }
    if has(
      "竞得人", "受让人", "用地单位", "使用者", "申请单位", "使用权人", "权利人", "意向单位", "建设单位", "受让方", "用地者", "原用地单位",
      "土地使用人", "项目单位", "竞得单位", "承租人")
    {
      return .party
    }
    if has("项目名称", "地块名称", "用地项目", "宗地名称", "隐患点名称", "灾害点名称", "点位名称")
      || isOne("项目", "名称", "储备地块", "储备项目")
    {
      return .name
    }
    if has("备注", "说明") || isOne("注") { return .note }
    if isOne("阶段", "状态", "类别", "调整情况", "规划状态", "对比", "方案", "内容") { return .state }
    if has(
      "停车", "退线", "退界", "户数", "人口", "建筑面积", "层数", "配套", "兼容", "指标", "设施", "日照", "强度", "建筑规模", "绿化",
      "出入口", "容量", "保障")
    {
      return .kept
    }
    return .unknown
  }

  private static func withoutBrackets(_ text: String) -> String {
    text.replacingOccurrences(of: "\\([^)]*\\)", with: "", options: .regularExpression)
  }

  private static func isArea(_ text: String) -> Bool {
    let no = wordList(
      """
      建筑面积 绿地面积 基底 计容 建面 套型 道路面积 建设规模
      """)
    guard !no.contains(where: { text.has($0) }) else { return false }
    if ["供应总量", "储备总量", "总量", "供应量", "计划量", "供应规模"].contains(withoutBrackets(text)) { return true }
    return text.has("面积") || text.has("用地规模") || text.has("公顷")
      || text.has("占地")
  }

  /// The unit that a heading names, the longer words first.
  static func areaUnit(_ text: String) -> AreaUnit? {
    if text.mentions(anyOf: "万平方米 万㎡ 万m2") { return .tenThousandSquareMetres }
    if text.mentions(anyOf: "平方公里 km2 平方千米") { return .squareKilometre }
    if text.mentions(anyOf: "公顷 hm2 HM2 (ha) /ha Hm2") { return .hectare }
    if text.has("亩") { return .mu }
    if text.mentions(anyOf: "平方米 ㎡ m2 M2 平米") { return .squareMetre }
    return nil
  }

  private static func moneyUnit(_ text: String) -> Double {
    if text.has("亿元") { return 100_000_000 }
    if text.has("万元") || text.has("(万)") { return 10_000 }
    return 1
  }

  private static func indicator(in text: String) -> Indicator? {
    if text.has("容积率") { return .floorAreaRatio }
    if text.has("建筑密度") { return .buildingDensity }
    if text.has("建筑系数") { return .buildingCoefficient }
    if text.has("绿地率") { return .greenSpaceRatio }
    if text.has("构筑物") && (text.has("高")) { return .structureHeight }
    let heights = wordList(
      """
      建筑高度 建筑限高 限高 控制高度 高度控制 建筑控高 高度限制 建筑物高度 控高
      """)
    if heights.contains(where: { text.has($0) }) || text == "高度" { return .buildingHeight }
    return nil
  }

  private static func comparison(in text: String) -> BoundSign? {
    let upper = wordList(
      """
      上限 ≤ <= 不大于 不高于 不超过 最大 最高 ≯
      """)
    let lower = wordList(
      """
      下限 ≥ >= 不小于 不低于 最小 最低 ≮
      """)
    if upper.contains(where: { text.has($0) }) { return .atMost }
    if lower.contains(where: { text.has($0) }) { return .atLeast }
    if text.has("<") { return .below }
    if text.has(">") { return .above }
    return nil
  }
}
