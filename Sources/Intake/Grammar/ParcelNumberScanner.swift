/// Finds the parcel numbers of some prose that are more than letters and digits, each whole:
/// `KX(2026)18`, `云土储〔2026〕8`, `2026网挂-33`, `D-09-4/07`.
///
/// A number is a chain of runs of letters and digits, bracketed years and marks, Han marks and
/// dashes, taken as long as it goes. What stands beside it says that it is one: 号, 地块 or 宗地 behind,
/// a label (宗地编号) before, or another one in its list. A chain without such a neighbour may be a
/// document's number, a standard or a date, and is left to the grammar as it was.
struct ParcelNumberScanner {
  private let text: [Unicode.Scalar]
  private let prose: Prose

  private init(_ prose: Prose) {
    self.prose = prose
    text = prose.plain
  }

  /// The numbers in some prose by the scalar on which they begin, each with its length in scalars.
  static func lengths(in prose: Prose) -> [Int: Int] {
    let scanner = ParcelNumberScanner(prose)
    var chains: [Chain] = []
    var index = 0
    while index < scanner.text.count {
      if let chain = scanner.chain(at: index, after: chains.last?.range.upperBound ?? 0) {
        chains.append(chain)
        index = max(index + 1, chain.range.upperBound)
      } else {
        index += 1
      }
    }
    return scanner.anchored(chains)
  }

  /// A chain of the parts of a number.
  private struct Chain {
    var range: Range<Int>
    /// Whether it has a part that letters, digits and dashes do not make.
    var isComposite: Bool
    /// Whether it is `A-01(1)`: a number and its part, which need no neighbour.
    var isPart = false
  }

  // MARK: Anchors

  /// The chains that their neighbours show to be parcel numbers. In a list each shows the next.
  private func anchored(_ chains: [Chain]) -> [Int: Int] {
    var known = chains.map {
      $0.isPart || isFollowedByNoun($0.range.upperBound) || isLabelled($0.range.lowerBound)
    }
    for index in chains.indices.reversed().dropFirst()
    where known[index + 1] && areListed(chains[index], chains[index + 1]) {
      known[index] = true
    }
    for index in chains.indices.dropFirst()
    where known[index - 1] && areListed(chains[index - 1], chains[index]) {
      known[index] = true
    }
    var lengths: [Int: Int] = [:]
    for (chain, isKnown) in zip(chains, known) where isKnown && chain.isComposite {
      lengths[chain.range.lowerBound] = chain.range.count
    }
    return lengths
  }

  /// `号宗地`, `地块`, `#地块`, `号国有建设用地使用权` behind a number; also with a name between in brackets.
  private func isFollowedByNoun(_ end: Int) -> Bool {
    var place = end
    let hasNumberWord = place < text.count && "号#".unicodeScalars.contains(text[place])
    if hasNumberWord { place += 1 }
    if text[safe: place] == "(", let close = text[place...].prefix(40).firstIndex(of: ")") {
      place = close + 1
    }
    let nouns = ["地块", "宗地", "宗土地", "储备地块"] + (hasNumberWord ? ["国有", "土地", "地"] : [])
    return nouns.contains { stands($0, at: place) }
  }

  /// `宗地编号：`, `地块编号为` before a number.
  private func isLabelled(_ start: Int) -> Bool {
    var place = start
    while place > 0, ":为是".unicodeScalars.contains(text[place - 1]) { place -= 1 }
    return ["编号", "宗地号", "地块号", "地块编码", "地块名称"].contains { stands($0, before: place) }
      && !["公告编号", "文件编号", "合同编号", "交易编号", "项目编号"].contains { stands($0, before: place) }
  }

  private func stands(_ word: String, before place: Int) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return place >= scalars.count && text[(place - scalars.count)..<place].elementsEqual(scalars)
  }

  /// Whether nothing but a separator, 号 and a noun stand between two chains.
  private func areListed(_ first: Chain, _ second: Chain) -> Bool {
    let between = text[first.range.upperBound..<second.range.lowerBound]
    guard between.count <= 6 else { return false }
    let separators = between.filter { !"号#地块宗".unicodeScalars.contains($0) }
    return separators.count == 1
      && separators.allSatisfy { "、,和及与至到~;".unicodeScalars.contains($0) }
  }

  private func stands(_ word: String, at place: Int) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard place + scalars.count <= text.count else { return false }
    return text[place..<place + scalars.count].elementsEqual(scalars)
  }

  // MARK: Chains

  /// The chain whose first part of letters, digits or brackets begins at a place, with the Han mark
  /// before it.
  private func chain(at start: Int, after floor: Int) -> Chain? {
    if start > floor, isRunScalar(text[start - 1]), isRunScalar(text[start]) { return nil }
    var place = start
    var parts = 0
    var isComposite = false
    var hasDigits = false
    while let part = part(at: place, isFirst: parts == 0) {
      if part.isComposite { isComposite = true }
      hasDigits = hasDigits || text[place..<part.end].contains(where: \.isDigit)
      place = part.end
      parts += 1
    }
    guard parts > 0, hasDigits, !isDecimal(at: place) else { return nil }
    let mark = mark(before: start, floor: floor, end: place)
    var chain = Chain(range: start - mark..<place, isComposite: isComposite || mark > 0)
    chain.isPart = mark == 0 && isPart(text[start..<place])
    return chain
  }

  /// Whether the digits before a place go on behind a point: a measure, no number of a parcel.
  private func isDecimal(at place: Int) -> Bool {
    text[safe: place] == "." && text[safe: place + 1]?.isDigit == true
  }

  /// `A-01(1)`: with a dash, and a serial under 20 in brackets at its end.
  private func isPart(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
    guard number.last == ")", let open = number.lastIndex(of: "("), number[..<open].contains("-"),
      let serial = Int(String(number[(open + 1)...].dropLast()))
    else { return false }
    return serial < 20 && number[..<open].allSatisfy { isRunScalar($0) || $0 == "-" }
  }

  private func isRunScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || scalar.isLatin }

  /// One part of a number: where it ends, and whether letters, digits and dashes alone do not make it.
  private func part(at place: Int, isFirst: Bool) -> (end: Int, isComposite: Bool)? {
    guard let scalar = text[safe: place], place == 0 || isFirst || prose.breaks[place] != .paragraph
    else { return nil }
    if isRunScalar(scalar) {
      var end = place
      while let next = text[safe: end], isRunScalar(next) { end += 1 }
      // NO.2026C11: a point joins a mark of letters to its digits, never two numbers.
      if text[safe: end] == ".", text[end - 1].isLatin, text[safe: end + 1]?.isDigit == true {
        return (end + 1, true)
      }
      return (end, false)
    }
    if let end = bracket(at: place, isFirst: isFirst) { return (end, true) }
    guard !isFirst else { return nil }
    switch scalar {
    case "-", "_":
      guard let next = text[safe: place + 1] else { return nil }
      if isRunScalar(next) { return (place + 1, false) }
      return innerMark(at: place + 1) != nil ? (place + 1, true) : nil
    case "/":
      // /02 is the version of a plot; 070102/0901 are two codes.
      let digits = text[(place + 1)...].prefix { $0.isDigit }
      guard (1...2).contains(digits.count), text[safe: place - 1].map(isRunScalar) == true,
        text[safe: digits.endIndex].map(isRunScalar) != true
      else { return nil }
      return (digits.endIndex, true)
    default:
      return innerMark(at: place).map { ($0, true) }
    }
  }

  /// `(2026)`, `〔26〕`, `(商)`, `(11)`: a year, a mark or a serial in brackets.
  private func bracket(at place: Int, isFirst: Bool) -> Int? {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "〔": "〕", "[": "]", "【": "】"]
    guard let scalar = text[safe: place], let closing = pairs[scalar],
      let close = text[place...].prefix(6).firstIndex(of: closing), close > place + 1
    else { return nil }
    let content = text[(place + 1)..<close]
    if isFirst { return isYear(content) && content.count == 4 ? close + 1 : nil }
    if content.allSatisfy(isRunScalar) { return close + 1 }
    return content.count == 1 && content.allSatisfy(\.isHan) ? close + 1 : nil
  }

  /// A mark of at most three Han characters inside a number: `2026网挂-33`, `2026-工-08`, `2026-甲12`.
  private func innerMark(at place: Int) -> Int? {
    var end = place
    while end - place < 4, let scalar = text[safe: end], scalar.isHan { end += 1 }
    guard (1...3).contains(end - place), let next = text[safe: end] else { return nil }
    let mark = text[place..<end]
    // 至, 号, 年 … join or end numbers and are of none.
    guard !mark.contains(where: { "号年月日至到和与及宗块第亩米元个".unicodeScalars.contains($0) }) else {
      return nil
    }
    if next.isDigit { return end }
    guard next == "-", let after = text[safe: end + 1] else { return nil }
    return isRunScalar(after) ? end : nil
  }

  private func isYear(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    guard digits.allSatisfy(\.isDigit) else { return false }
    return digits.count == 2
      || digits.count == 4
        && (digits.starts(with: "19".unicodeScalars) || digits.starts(with: "20".unicodeScalars))
  }

  // MARK: The mark before a number

  /// How many Han characters before a place are the mark of its number: the county's and the office's
  /// characters (`云土储〔2026〕8`, `云溪2026-41`).
  ///
  /// Such marks stand before a year or end in a character of the trade (储, 挂, 拍 …); names of places
  /// and verbs before a number are none.
  private func mark(before start: Int, floor: Int, end: Int) -> Int {
    var first = start
    while first > floor, start - first < 8, text[first - 1].isHan, !isLabelled(first) { first -= 1 }
    // 编号改为LG-23: words between a label and its number are no mark.
    if first < start, isLabelled(first) { return start - (wordEnd(first..<start) ?? first) }
    first = start
    while first > floor, start - first < 8, text[first - 1].isHan, prose.breaks[first] == .none {
      first -= 1
    }
    if first > floor, start - first == 8, text[first - 1].isHan {
      first = wordEnd(first..<start) ?? start
    }
    let words = first..<start
    first = wordEnd(words) ?? first
    guard first < start, start - first <= 6 else { return 0 }
    let trade = "储挂拍告网出让招协划工商住地国土收供经".unicodeScalars
    let places = "区县市镇乡村路街道巷片侧组园州里段站桥场厂院所局号".unicodeScalars
    guard !places.contains(text[start - 1]) else { return 0 }
    let number = text[start..<end]
    let isYearFirst =
      bracket(at: start, isFirst: true) != nil
      || isYear(number.prefix { $0.isDigit }.prefix(4))
        && number.prefix { $0.isDigit }.count == 4
    let hasYear = number.contains("(") || number.contains("〔") || number.contains("[")
    let isTradeMark = trade.contains(text[start - 1])
    guard isTradeMark || isYearFirst || hasYear && start - first <= 3 else { return 0 }
    // 收回韩某2012-25号地块: a holder stands behind such verbs, no mark.
    if !isTradeMark, namesHolder(before: first) { return 0 }
    return start - first
  }

  private func namesHolder(before place: Int) -> Bool {
    ["收回", "收购", "回购", "收储", "将", "对", "把", "由", "给", "向", "了"].contains {
      stands($0, before: place)
    }
  }

  /// Behind the last word of the language in some Han characters, `nil` where there is none.
  private func wordEnd(_ range: Range<Int>) -> Int? {
    var end: Int?
    var place = range.lowerBound
    while place < range.upperBound {
      let length = max(
        ParcelNumberScanner.words.match(text, at: place)?.length ?? 0,
        Lexicon.phrases.match(text, at: place)?.length ?? 0)
      // 颍原, 阜新: such a sign opens no word in the middle of a name.
      let isInner =
        length == 1 && "原新".unicodeScalars.contains(text[place])
        && place != (end ?? range.lowerBound)
      if length > 0, !isInner, place + length <= range.upperBound {
        place += length
        end = place
      } else {
        place += 1
      }
    }
    return end
  }

  /// Words that stand before numbers and are no mark.
  private static let words = PhraseTable<Void>(
    wordList(
      """
      因 现因 鉴于 同意 批准 决定 确定 公告 挂牌 出让 拍卖 招标 划拨 供应 供给 收回 收购 收储 储备 租赁 协议 公开 网上 现 拟 将 对 把 经 以 下列 以下
      国有 使用权 土地 用地 建设 地块 宗地 编号 项目 竞得 取得 受让 转让 出租 位于 坐落 其中 包括 原 新 第 一宗 两宗 三宗 幅 块 宗 个 名称 竞买 竞价 成交 终止 中止 撤回 调整 变更 分割 合并 拆分 并入 注销 上述 关于 我县 我市 我区 本县 本市 按 从
      县 市 区 镇 乡 街道 村 片区 组团 园区 开发区 方式 涉及 有 发布 举行 组织 实施 报批 报送 申请 申报 请示 提交 上报 审批 核准 办理 整理 开发
      公司 集团 厂 中心 委员会 学校 医院 合作社 占用 使用 取得的 名下 持有 所属 政府 部门 单位 企业
      """
    ).map { ($0, ()) })
}
