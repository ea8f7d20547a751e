import Planning

/// The objects of 收回 in one sentence: whose land, how much, where.
struct ReclaimClause {
  /// One holder with the land taken back from him.
  struct Unit {
    var party: String?
    var area: StatedArea?
    var parcelID: String?
    var location: String?
  }

  let grammar: Grammar
  let range: Range<Int>
  let verb: Int
  private var place = 0

  init(grammar: Grammar, range: Range<Int>, verb: Int) {
    self.grammar = grammar
    self.range = range
    self.verb = verb
  }

  /// The holders, in order.
  ///
  /// - Parameter start: where the list begins, `nil` where the verb tells.
  mutating func units(from start: Int? = nil) -> [Unit] {
    place = start ?? objectStart()
    var units: [Unit] = []
    while place < range.upperBound, units.count < 40 {
      let unit = unit()
      if unit.party != nil || unit.area != nil || unit.parcelID != nil { units.append(unit) }
      guard goesOn() else { break }
    }
    return units
  }

  /// Behind the verb; or behind 将 / 对 where the object comes first.
  private func objectStart() -> Int {
    for index in (range.lowerBound..<verb).reversed()
    where ["将", "对", "把"].contains(grammar.text(index)) {
      let between = grammar.text(index + 1..<verb)
      if between.mentions(anyOf: "使用权 土地 用地 宗地 地块") { return index + 1 }
    }
    return verb + 2
  }

  private mutating func unit() -> Unit {
    var unit = Unit()
    let start = place
    var nameEnd: Int?
    var registered: StatedArea?
    scan: while place < range.upperBound {
      if let phrase = grammar.parcels(at: place), phrase.isCertain, place != verb {
        nameEnd = nameEnd ?? place
        unit.parcelID = unit.parcelID ?? phrase.ids.first
        place = phrase.end
        continue
      }
      switch grammar.kind(place) {
      case .keyword(.locatedAt):
        nameEnd = nameEnd ?? place
        let begin = grammar.skippingFillers(place + 1)
        var end = begin
        while end < range.upperBound, !endsPlace(end) { end += 1 }
        unit.location = unit.location ?? cleaned(grammar.text(begin..<end))
        place = end
        continue
      case .number, .keyword(.about):
        if let count = grammar.count(at: place) ?? holders(at: place) {
          nameEnd = nameEnd ?? place
          place = count.end
          continue
        }
        guard let area = grammar.area(at: place) else { break }
        nameEnd = nameEnd ?? place
        if unit.area == nil { unit.area = area.area }
        place = area.end
        break scan
      case .areaLabel(let role):
        nameEnd = nameEnd ?? place
        if let phrase = grammar.labelledArea(at: place + 1) {
          if role != .other, unit.area == nil { unit.area = phrase.areas.first }
          if grammar.text(place) == "证载面积" { registered = registered ?? phrase.areas.first }
          place = phrase.end
          continue
        }
      case .comma, .sentenceEnd:
        nameEnd = nameEnd ?? place
        if unit.area != nil || !areaFollows(place) { break scan }
      case .quoteOpen:
        break scan
      case .open:
        if nameEnd == nil, let close = grammar.closing(place) {
          place = close
          continue
        }
      case .other where endsName(place):
        nameEnd = nameEnd ?? place
      case .keyword(.this) where endsName(place):
        nameEnd = nameEnd ?? place
      case .keyword(.filler) where grammar.text(place) == "的":
        nameEnd = nameEnd ?? place
      default: break
      }
      place += 1
    }
    unit.area = unit.area ?? registered
    unit.party = party(start..<(nameEnd ?? place))
    if unit.location == nil { unit.location = bracketedPlace() }
    return unit
  }

  /// `…使用权（位于解放街老仓库院）` behind the area.
  private func bracketedPlace() -> String? {
    for index in place..<min(place + 16, range.upperBound) {
      switch grammar.kind(index) {
      case .comma, .listComma: return nil
      case .open where grammar.kind(index + 1) == .keyword(.locatedAt):
        guard let close = grammar.closing(index) else { return nil }
        return cleaned(grammar.text(index + 2..<close - 1))
      default: continue
      }
    }
    return nil
  }

  /// `4个单位`, `三家企业`.
  private func holders(at index: Int) -> (value: Int, end: Int)? {
    guard case .number(let value) = grammar.kind(index) else { return nil }
    let next = grammar.text(index + 1)
    return next == "家" ? (Int(value), index + 2) : nil
  }

  private func endsPlace(_ index: Int) -> Bool {
    switch grammar.kind(index) {
    case .comma, .sentenceEnd, .areaLabel: return true
    case .number, .keyword(.about): return grammar.area(at: index) != nil
    case .identifier, .dashed: return grammar.parcels(at: index)?.isCertain == true
    default:
      let text = grammar.text(index)
      return text == "的" || grammar.text(index..<min(index + 2, range.upperBound)) == "国有"
    }
  }

  private func endsName(_ index: Int) -> Bool {
    if index > 0, grammar.text(index - 1) == "你" { return false }
    let ahead = grammar.text(index..<min(index + 7, range.upperBound))
    return ahead.begins(withAnyOf: "国有 土地使用权 建设用地 名下 持有 使用的 单位 所属 闲置 该宗 该地块")
  }

  private func party(_ tokens: Range<Int>) -> String? {
    var name = Substring(grammar.text(tokens))
    for start in ["对", "将", "了", "原", "："] where name.hasPrefix(start) {
      name = name.dropFirst(start.count)
    }
    for ending in wordList(
      """
      等 的 ， 、 共同使用 使用 位于 共同 共有 共 共计 合计 ；
      """) where name.hasSuffix(ending)
    {
      name = name.dropLast(ending.count)
    }
    let text = String(name)
    guard text.count >= 2, text.count <= 120 else { return nil }
    let nouns = wordList(
      """
      国有 土地 该宗 该地块 以下 上述 下列 建设用地 宗地 使用权 手续 其原 其使用 其位于
      """)
    guard !nouns.contains(where: { text.hasPrefix($0) }) else { return nil }
    return text
  }

  private func cleaned(_ words: String) -> String? {
    let text = words.hasSuffix("的") ? String(words.dropLast()) : words
    return text.count >= 2 ? text : nil
  }

  /// Whether another holder follows: a separator, words, an area, and no sum word.
  private mutating func goesOn() -> Bool {
    var next = place
    // Skip the rights' name behind the area.
    while next < range.upperBound, next - place < 14 {
      switch grammar.kind(next) {
      case .listComma, .comma, .keyword(.and), .sentenceEnd:
        let start = next + 1
        guard areaFollows(start), grammar.kind(next) != .sentenceEnd else { return false }
        let words = grammar.text(start..<min(start + 6, range.upperBound))
        let isSum = words.begins(withAnyOf: "合计 共 总 其中 面积 补偿 证载")
        guard !isSum else { return false }
        place = start
        return true
      default: next += 1
      }
    }
    return false
  }

  /// Whether an area stands before the next stop.
  private func areaFollows(_ index: Int) -> Bool {
    var next = index + 1
    while next < range.upperBound, next - index < 50 {
      if case .area = grammar.kind(next) { return true }
      if grammar.kind(next) == .sentenceEnd { return false }
      next += 1
    }
    return false
  }
}
