import Terms

/// The words of clauses as a table, and the act that a title or a heading names.
enum ClauseLexicon {
  static let words = PhraseTable(ClauseWord.words.map { ($0.word, $0.part) })

  /// The act that a title, a heading or a sentence names; `nil` where it names none.
  ///
  /// A title names its act in few words, so that here a bare verb is enough.
  static func act(in text: String) -> TransactionKind? {
    let line = SourceLine(number: 0, text: text)
    // 关于印发《…计划》的通知: what a title quotes is what it is about.
    let plain = line.plain.filter { !$0.isSpace && $0 != "《" && $0 != "》" }
    // As a title the paper is the act; in a sentence 核发划拨决定书 only speaks of it.
    if String(plain).hasSuffix("划拨决定书") { return .allocation }
    let clauses = Clause.cut(plain, plain.startIndex..<plain.endIndex)
    return act(of: clauses, text: String(plain))
  }

  /// The act of some clauses, the more special before the general.
  static func act(of clauses: [Clause], text: String) -> TransactionKind? {
    let words = clauses.flatMap(\.words).map(\.part)
    let isOnLand = text.mentions(anyOf: "使用权 土地 用地 宗地 地块")
    if let reclaim = reclaim(words, text: text) { return isOnLand ? reclaim : nil }
    var kinds: [TransactionKind] = []
    for case .mode(let kind) in words where !kinds.contains(kind) { kinds.append(kind) }
    if let end = words.lastIndex(of: .becomes), words.contains(.way) {
      for case .mode(let kind) in words[end...] { return kind }
    }
    if let used = kinds.first(where: \.followsItsUser) {
      let isGranted = text.mentions(anyOf: "批复 批准 同意 审批 许可 延期 续期 公示 公告 方案")
      let isRule = text.mentions(anyOf: "管理 办法 复垦验收 规定 通知")
      return isGranted && !isRule ? used : nil
    }
    if words.contains(.retroactive), text.has("出让") { return .agreement }
    for kind in TransactionKind.beforeWays where kinds.contains(kind) && isMeant(kind, text) {
      return kind
    }
    let ways = TransactionKind.ways.filter { kinds.contains($0) && (isOnLand || !$0.needsLand) }
    // 拍卖、挂牌出让: several ways, so that the one of a parcel is not said.
    if let first = ways.first { return ways.count == 1 ? first : isChosen(ways) ?? .supply }
    if text.mentions(anyOf: "出让方案 出让公告 供地方案 使用权出让"), text.has("挂牌") { return .listing }
    return kinds.contains(.supply) && isOnLand ? .supply : nil
  }

  /// Of two ways the one that is done now: land once allocated is sold by agreement.
  private static func isChosen(_ ways: [TransactionKind]) -> TransactionKind? {
    let sold = ways.filter { $0 != .allocation }
    return sold.count == 1 ? sold[0] : nil
  }

  /// Whether a title that has the word is about land at all, and decides on it.
  private static func isMeant(_ kind: TransactionKind, _ text: String) -> Bool {
    switch kind {
    case .acquisition:
      return text.mentions(anyOf: "土地征收 征收土地 征收集体 集体土地 征为国有 征收为国有 征地")
        && !text.mentions(anyOf: "标准 区片 办法 资金 房屋 税 成片开发 预公告 启动公告")
    case .conversion:
      return !text.mentions(anyOf: "办法 规定 规划 指标 承诺 预审")
    case .extension:
      return text.mentions(anyOf: "使用权 出让") && !text.has("办法")
    case .reserve:
      return !text.mentions(anyOf: "储备林 粮食储备 物资储备")
    default: return true
    }
  }

  private static func reclaim(_ words: [ClauseWord], text: String) -> TransactionKind? {
    guard words.contains(.takesBack) else { return nil }
    let isFree = words.contains(.free)
    let isPaid = words.contains(.paid)
    let isCompensated = words.contains(.label(.price(.compensation)))
    if text.has("收回") {
      if isFree { return .reclaimFree }
      return isPaid || isCompensated || text.mentions(anyOf: "回购 收购款") ? .reclaimPaid : .reclaim
    }
    if text.has("回购"), text.mentions(anyOf: "使用权 土地 地块 宗地") { return .reclaimPaid }
    // 收购储备计划 is a plan of reserve, whoever's land it takes.
    let isOfHolder = text.mentions(anyOf: "使用权 土地及 公司土地 厂土地 有限公司 公司位于 厂位于")
    return isOfHolder && !text.mentions(anyOf: "计划 粮") ? .reclaimPaid : nil
  }
}
