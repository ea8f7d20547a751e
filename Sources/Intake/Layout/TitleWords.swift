import Foundation
import Planning

/// What titles and heads of government documents look like.
enum TitleWords {
  private static let endings = wordList(
    """
    批复 通知 通告 公告 公示 函 决定 意见 报告 请示 方案 计划 办法 规划条件 通知书 意见书 议案 证明 纪要 复函 细则 规定
    计划表 一览表 命令 令 答复 确认书 条件 决定书 说明 通报 批准书 公示书 结果 须知 方案书 会议纪要 审批表 合同 成果 承诺书 承诺函 声明 告知书 条例 导则
    """)

  /// Whether a line ends as titles end: with the kind of the document, perhaps in brackets.
  static func endsTitle(_ text: String) -> Bool {
    var text = Substring(text)
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") { text = text[..<open] }
    return endings.contains { text.hasSuffix($0) }
  }

  /// Whether joined lines are a title.
  static func isTitle(_ text: String) -> Bool {
    guard text.count >= shortest, text.count <= 160, !text.has("。") else { return false }
    return endsTitle(text) || text.has("关于")
  }

  /// The least length of a title; a shorter line is the end of one broken over lines.
  static let shortest = 6

  /// `…挂牌出让公告（某土告字〔2025〕3号）`: the number in the brackets that close a title.
  static func number(closing title: String) -> String? {
    // A result cites the notice that it ends.
    guard title.hasSuffix(")"), !title.mentions(anyOf: "成交 结果"),
      let open = title.lastIndex(of: "("), endsTitle(String(title[..<open]))
    else { return nil }
    return DocumentNumber(title[title.index(after: open)...].dropLast())?.description
  }

  /// Whether a line is the title of an announcement, which has no 关于.
  static func isAnnouncement(_ text: String) -> Bool {
    if text.has("关于") || text.count < 4 || text.count > 60 { return false }
    if text.ends(withAnyOf: "公告 公示 规划条件 通知书 会议纪要 决定书 批准书 确认书") { return true }
    return endsTitle(text) && text.mentions(anyOf: "人民政府 自然资源 国土资源 管委会 管理委员会 委员会 建设局")
      && text.count >= 10
  }

  /// Whether a line ends as the papers of a sale are called.
  static func isPaper(_ text: String) -> Bool { text.ends(withAnyOf: "确认书 合同 决定书 通知书") }

  /// Whether a text ends as the name of an office.
  static func endsAsOffice(_ text: String) -> Bool {
    text.ends(withAnyOf: "人民政府 办公室 局 委员会 厅 管委会 中心 领导小组 指挥部 委 总队 支队 大队 公司 法院")
  }

  /// Whether a name is that of an authority, which holds no land that it decides on.
  static func isOfficial(_ name: some StringProtocol) -> Bool {
    ["政府", "局", "委员会", "厅", "管委会", "街道办事处"].contains { name.hasSuffix($0) }
  }

  /// A line of the data block that web pages put above a document.
  static func isMetadata(_ text: String) -> Bool {
    wordList(
      """
      索引号 发文机关 发文字号 发布日期 成文日期 主题分类 主题词 发布机构 公开日期 有效性 文号: 标题: 信息来源 来源: 组配分类
      体裁 效力状态 公开方式 名称: 发布机关 信息索引 废止日期 文号| 发文日期 公文种类 生成日期 信息分类 签发人 成文时间 发布时间
      浏览次数 字体 关键词
      """
    ).contains { text.hasPrefix($0) || text.hasPrefix("|" + $0) }
  }

  /// Whether a line that ends with a colon names somebody and not a topic.
  static func isAddressee(_ name: String) -> Bool {
    let topics = wordList(
      """
      附件 如下 事项 内容 指标 要求 情况 编号 面积 注 备注 调整前 调整后
      """)
    // A sentence that opens a list ends with a colon too.
    let says = "使用权 出让 决定 批准 现将 拟 公示 公告 宗地 地块 公布 收悉 如下 根据 经审查 经研究 同意 下列 以下"
    return !topics.contains { name.hasSuffix($0) || name.hasPrefix($0) }
      && !name.mentions(anyOf: says)
  }

  /// The office that a title names before 关于.
  static func issuer(of title: String) -> String? {
    guard let about = title.range(of: "关于") else {
      for office in ["人民政府", "自然资源和规划局", "自然资源与规划局", "自然资源局", "规划局", "管理委员会"] {
        if let range = title.range(of: office) { return String(title[..<range.upperBound]) }
      }
      return nil
    }
    let office = String(title[..<about.lowerBound])
    return endsAsOffice(office) ? office : nil
  }
}
