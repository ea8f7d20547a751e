import Foundation

/// Words around the party, the purpose and the price of an act.
enum ActWords {
  private static let partyMarks = wordList(
    """
    划拨给 供地对象: 供应对象: 使用单位: 拟供应给 受让方 划拨供应给 协议出让给 出让给 供应给 供给 租赁给 出租给 作价出资给 作价出资(入股)给 投入 注入 提供给 交由 配置给
    授权给 竞得人为 竞得人: 竞得人 受让人为 受让人: 受让人 受让方为 受让方: 用地单位为 用地单位: 土地使用者为 土地使用者:
    使用权人为 承租人为 承租人: 申请人为 使用者为 中标人为 买受人为 划拨对象为 出让对象为 用地单位 项目单位为 建设单位为
    土地使用权人为 土地使用权人: 意向用地单位为 租给 协议方式出让给 方式供应给 意向用地者: 意向用地者为 意向受让方: 意向受让人:
    用地者: 使用权人: 竞得单位: 竞得方: 受让单位: 原使用权人: 申请用地单位: 划拨给予 出让予 划拨予 作价入股 出让至 划拨至
    供应对象为 供地对象为
    """)
  private static let partyEnds = wordList(
    """
    用于 作为 使用 , 。 ; 建设 、土地 ， ； 并 的 以 竞得 实施 开展 持有 经营 (以下 （以下
    """)

  /// Who gets the land: `划拨给县住建局，用于…`, `由某公司竞得`.
  static func party(in words: String) -> String? {
    let words = folded(words)
    if let name = recipientBeforeVerb(words) ?? holderBeforeGrant(words) { return name }
    for mark in partyMarks {
      guard let range = words.range(of: mark) else { continue }
      let tail = words[range.upperBound...].drop { "：:为是".contains($0) }
      if let name = name(tail) { return name }
    }
    if let won = words.range(of: "竞得"),
      let by = words.range(of: "由", options: .backwards, range: words.startIndex..<won.lowerBound)
    {
      let name = String(words[by.upperBound..<won.lowerBound])
      if (3...40).contains(name.count), !name.has("，") { return name }
    }
    return nil
  }

  /// `某厂原以划拨方式取得的用地，…同意补办出让手续`, `同意某公司临时使用土地`: the holder opens the clause.
  private static func holderBeforeGrant(_ words: String) -> String? {
    guard words.mentions(anyOf: "补办 临时使用") else { return nil }
    var opening = Substring(words)
    if !words.has("原以"), let agreed = opening.range(of: "同意") {
      opening = opening[agreed.upperBound...]
    }
    let ends = ["原以", "位于", "坐落", "补办", "临时使用"].compactMap { opening.range(of: $0)?.lowerBound }
    guard let end = ends.min(), !opening[..<end].mentions(anyOf: "下列 以下 宗 土地") else { return nil }
    let name = opening[..<end].drop { "一二三四五六七八九十、（）()0123456789.．".contains($0) }
    return (3...30).contains(name.count) && !name.has("，") ? String(name) : nil
  }

  /// `向县民政局划拨国有建设用地`: the recipient stands between 向 and the verb.
  private static func recipientBeforeVerb(_ words: String) -> String? {
    guard let to = words.range(of: "向") else { return nil }
    let tail = words[to.upperBound...].prefix(40)
    for verb in ["划拨", "协议出让", "出让", "供应", "提供"] {
      guard let range = tail.range(of: verb), range.lowerBound > tail.startIndex else { continue }
      let name = String(tail[..<range.lowerBound])
      if (2...30).contains(name.count), !name.mentions(anyOf: "， 。 ； 、 社会 公众 下列 以下 上述") {
        return name
      }
    }
    return nil
  }

  /// Without spaces, the colon in one spelling.
  private static func folded(_ words: String) -> String {
    words.filter { !$0.isWhitespace }.replacingOccurrences(of: "：", with: ":")
  }

  private static func name(_ tail: Substring) -> String? {
    var end = tail.firstIndex(of: ":") ?? tail.endIndex
    for mark in partyEnds {
      if let range = tail.range(of: mark), range.lowerBound < end,
        range.lowerBound > tail.startIndex
      {
        // 建设 inside an office's name (住房和城乡建设局) does not end it.
        if mark == "建设" || mark == "使用" || mark == "经营" || mark == "实施" || mark == "开展" {
          let behind = tail[range.upperBound...]
          if officeFollows(behind) { continue }
        }
        end = range.lowerBound
      }
    }
    let name = String(tail[..<end])
    guard (2...60).contains(name.count) else { return nil }
    guard !name.begins(withAnyOf: "你局 你单位 土地 国有 下列 以下 上述 有关 相关") else { return nil }
    return name
  }

  private static func officeFollows(_ tail: Substring) -> Bool {
    let near = tail.prefix(14)
    let stop = near.firstIndex { "，,。；;、".contains($0) } ?? near.endIndex
    return wordList(
      """
      局 公司 中心 委员会 集团 厂 院
      """
    ).contains { near[..<stop].contains($0) }
  }

  /// What the land is for: 用于某项目.
  static func purpose(in words: String) -> String? {
    let words = folded(words)
    for mark in wordList(
      """
      专项用于 用于 作为 项目名称为 项目名称: 建设项目: 拟建项目为 拟建设
      """)
    {
      guard let range = words.range(of: mark) else { continue }
      var tail = words[range.upperBound...]
      if let end = tail.firstIndex(where: { "，,。；;".contains($0) }) { tail = tail[..<end] }
      var text = String(tail)
      for start in ["为", "是"] where text.hasPrefix(start) { text.removeFirst() }
      if mark == "作为", !text.has("项目"), !text.hasSuffix("用地") { continue }
      if mark == "作为", text.has("依据") || text.has("条件") { continue }
      if (3...80).contains(text.count) { return text }
    }
    return nil
  }

  /// How good a reason the words around a sum give to take it for the price: 3 the final price, 2 an
  /// asking price or compensation, 1 only 以…; `nil` for deposits, steps, investment, rates.
  static func priceRank(before: String, behind: String) -> Int? {
    let no = wordList(
      """
      保证金 增价 加价 投资 每次 年租金 / 每亩 每平方米 报名 注册资本 预算 贷款 产值 税收 单价 罚款 契税 工程 资金需求 佣金
      服务费 违约
      """)
    // The nearest word decides: 起始价1000万元，竞买保证金200万元.
    if no.contains(where: { before.has($0) }) { return nil }
    if behind.hasPrefix("/") || behind.hasPrefix("每") { return nil }
    let final = wordList(
      """
      成交价 成交总价 出让价款 出让价格 出让金 出让总价 土地价款 划拨价款 补偿 回购 收回价 收购价 收购款 收储款 作价 总价 协议价 赔偿 地价款
      土地出让价 收回金额
      """)
    if final.contains(where: { before.has($0) }), !before.has("起始总价") { return 3 }
    let asking = wordList(
      """
      起始价 起拍价 起叫价 底价 起始总价 评估价 挂牌价 标底 价款 价格 地价 拍卖价
      """)
    if asking.contains(where: { before.has($0) }) { return 2 }
    let after = wordList(
      """
      有偿 的价格 价格 收回 补偿 回购 收购 的补偿 对价 的总价
      """)
    if before.hasSuffix("以") || before.hasSuffix("按") || before.hasSuffix("以人民币")
      || before.hasSuffix("支付"),
      after.contains(where: { behind.has($0) })
    {
      return 2
    }
    return nil
  }
}
