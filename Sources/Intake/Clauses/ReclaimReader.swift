import Planning
import Terms

/// Reads whose land a sentence takes back, how much of it and where: the objects of 收回.
///
/// `收回甲公司位于…的2.3公顷、乙厂4.5亩国有土地使用权`, `将丙厂位于…的…使用权予以收回`,
/// `丁站位于…的土地,面积920平方米,无偿收回`. What stays with its holder (其余…) is no object.
struct ReclaimReader {
  /// One holder with the land taken back from him.
  struct Unit {
    var party: String?
    var area: StatedArea?
    var parcelID: String?
    var location: String?
    /// Its tokens.
    var tokens: Range<Int>
  }

  let grammar: Grammar
  /// The tokens of the sentence.
  let range: Range<Int>
  private let parties: PartyReader
  private var place = 0
  private var end = 0

  init(grammar: Grammar, range: Range<Int>) {
    self.grammar = grammar
    self.range = range
    parties = PartyReader(grammar: grammar)
  }

  /// The holders behind a verb, or before it where nothing stands behind; in order.
  ///
  /// - Parameter start: where a list without the verb begins.
  mutating func units(verb: Int?, from start: Int? = nil) -> [Unit] {
    end = untouched ?? range.upperBound
    if let start { return list(from: start) }
    guard let verb else { return list(from: afterMarker(range.lowerBound)) }
    if let object = objectBefore(verb) { return list(from: object) }
    let behind = list(from: verb)
    if behind.contains(where: { $0.party != nil || $0.area != nil || $0.parcelID != nil }) {
      return behind
    }
    // …面积920平方米,无偿收回: the object opens the sentence.
    let limit = end
    end = min(end, verb)
    defer { end = limit }
    let before = list(from: afterMarker(range.lowerBound))
    return before.filter { $0.area != nil || $0.parcelID != nil }
  }

  /// Where what stays with the holder begins: 其余1460平方米仍由你厂使用, 保留的….
  private var untouched: Int? {
    var depth = 0
    for index in range {
      if grammar.kind(index) == .open { depth += 1 }
      if grammar.kind(index) == .close { depth -= 1 }
      guard depth == 0, index > range.lowerBound else { continue }
      let text = grammar.text(index..<min(index + 5, range.upperBound))
      if text.begins(withAnyOf: "其余 剩余 余下 保留的 未收回 保留部分 继续保留") { return index }
    }
    return nil
  }

  private mutating func list(from start: Int) -> [Unit] {
    place = start
    var units: [Unit] = []
    while place < end, units.count < 60 {
      let unit = unit()
      if unit.party != nil || unit.area != nil || unit.parcelID != nil { units.append(unit) }
      guard goesOn() else { break }
    }
    return units
  }

  /// Behind 将 / 对 where the object comes before the verb.
  private func objectBefore(_ verb: Int) -> Int? {
    for index in (range.lowerBound..<verb).reversed()
    where ["将", "对", "把"].contains(grammar.text(index)) {
      let between = grammar.text(index + 1..<verb)
      if between.mentions(anyOf: "使用权 土地 用地 宗地 地块") { return index + 1 }
    }
    return nil
  }

  /// Behind （一）, 1. and what opens a clause.
  private func afterMarker(_ index: Int) -> Int {
    var index = grammar.skippingBreaks(index)
    if grammar.kind(index) == .open, let close = grammar.closing(index), close - index <= 5 {
      return close
    }
    let head = index
    while index < range.upperBound, index - head < 5 {
      let text = grammar.plain(index)
      if text == "、" || text == "." || text == ")" { return index + 1 }
      guard text.unicodeScalars.allSatisfy({ $0.isDigit || Numerals.isNumeral($0) || $0 == "." })
      else {
        break
      }
      if text.hasSuffix(".") { return index + 1 }
      index += 1
    }
    return head
  }

  private mutating func unit() -> Unit {
    let start = place
    var unit = Unit(tokens: start..<start)
    readHolder(into: &unit)
    var registered: StatedArea?
    scan: while place < end {
      if let phrase = grammar.parcels(at: place), phrase.isCertain {
        if let known = unit.parcelID, unit.area != nil || phrase.ids.first != known { break scan }
        unit.parcelID = phrase.ids.first
        place = phrase.end
        // 名下…号宗地（8400平方米）.
        if grammar.kind(place) == .open, let area = grammar.area(at: place + 1) {
          unit.area = unit.area ?? area.area
          place = grammar.closing(place) ?? area.end
          break scan
        }
        continue
      }
      switch grammar.kind(place) {
      case .keyword(.locatedAt):
        let begin = grammar.skippingFillers(place + 1)
        var stop = begin
        while stop < end, !endsPlace(stop) { stop += 1 }
        unit.location = unit.location ?? cleaned(grammar.text(begin..<stop))
        place = stop
        continue
      case .number, .keyword(.about):
        if let count = grammar.count(at: place) ?? holders(at: place) {
          place = count.end
          continue
        }
        guard let area = grammar.area(at: place) else { break }
        // 总面积…,收回其中…: the whole is not what is taken.
        if unit.area == nil { unit.area = area.area }
        place = area.end
        break scan
      case .areaLabel(let role):
        if let phrase = grammar.labelledArea(at: place + 1) {
          if role != .other, unit.area == nil { unit.area = phrase.areas.first }
          if grammar.text(place) == "证载面积" { registered = registered ?? phrase.areas.first }
          place = phrase.end
          continue
        }
      case .comma, .sentenceEnd:
        if unit.area != nil || !areaFollows(place) { break scan }
      case .quoteOpen: break scan
      case .open:
        if unit.area == nil, unit.location == nil, grammar.kind(place + 1) == .keyword(.locatedAt) {
          break
        }
        if let close = grammar.closing(place) {
          place = close
          continue
        }
      default: break
      }
      place += 1
    }
    unit.area = unit.area ?? registered
    if unit.location == nil { unit.location = bracketedPlace() }
    unit.tokens = start..<max(place, start + 1)
    return unit
  }

  /// The name at the place: of its holder, where it is one.
  private mutating func readHolder(into unit: inout Unit) {
    var start = place
    while start < end {
      if grammar.kind(start) == .softBreak { start += 1; continue }
      let text = grammar.text(start)
      if ["了", "对", "将", "原", "因", "：", ":"].contains(text)
        || text == "的"
      {
        start += 1
      } else if grammar.text(start..<min(start + 2, end)) == "鉴于" {
        start += 2
      } else {
        break
      }
    }
    guard let first = grammar.tokens[safe: start], let last = grammar.tokens[safe: end - 1],
      start < end,
      grammar.parcels(at: start)?.isCertain != true,
      let name = parties.name(at: first.range.lowerBound, until: last.range.upperBound)
    else { return }
    unit.party = name.text
    place = max(start + 1, grammar.token(at: name.end))
  }

  /// `…使用权（位于解放街老仓库院）` behind the area.
  private func bracketedPlace() -> String? {
    for index in place..<min(place + 16, max(place, range.upperBound)) {
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

  /// `三家企业`.
  private func holders(at index: Int) -> (value: Int, end: Int)? {
    guard case .number(let value) = grammar.kind(index) else { return nil }
    return grammar.text(index + 1) == "家" ? (Int(value), index + 2) : nil
  }

  private func endsPlace(_ index: Int) -> Bool {
    switch grammar.kind(index) {
    case .comma, .sentenceEnd, .areaLabel, .close: return true
    case .number, .keyword(.about): return grammar.area(at: index) != nil
    case .identifier, .dashed: return grammar.parcels(at: index)?.isCertain == true
    default:
      let text = grammar.text(index)
      return text == "的" || grammar.text(index..<min(index + 2, range.upperBound)) == "国有"
    }
  }

  private func cleaned(_ words: String) -> String? {
    let text = words.hasSuffix("的") ? String(words.dropLast()) : words
    return text.count >= 2 ? text : nil
  }

  /// Whether another holder follows: a separator, words, an area, and no sum word.
  private mutating func goesOn() -> Bool {
    var next = place
    // The name of the right stands behind the area.
    while next < end, next - place < 24 {
      switch grammar.kind(next) {
      case .listComma, .comma, .keyword(.and), .sentenceEnd:
        let start = next + 1
        guard grammar.kind(next) != .sentenceEnd, areaFollows(start) else { return false }
        let words = grammar.text(start..<min(start + 6, end))
        if words.begins(withAnyOf: "合计 共 总 其中 面积 补偿 证载") { return false }
        // Behind a comma only a holder or a number opens another piece.
        if grammar.kind(next) == .comma, !opensUnit(start) { return false }
        place = start
        return true
      default: next += 1
      }
    }
    return false
  }

  private func opensUnit(_ index: Int) -> Bool {
    if grammar.parcels(at: index)?.isCertain == true { return true }
    guard index < end, let token = grammar.tokens[safe: index],
      let last = grammar.tokens[safe: end - 1]
    else { return false }
    return parties.name(at: token.range.lowerBound, until: last.range.upperBound) != nil
  }

  /// Whether an area stands before the next stop.
  private func areaFollows(_ index: Int) -> Bool {
    var next = index + 1
    while next < end, next - index < 50 {
      if case .area = grammar.kind(next) { return true }
      if grammar.kind(next) == .sentenceEnd { return false }
      next += 1
    }
    return false
  }
}
