import Foundation
import Planning
import Terms

/// Reads who receives land or gives it back: 划拨给县医院, 由甲公司以…竞得, 受让人:乙公司.
///
/// A name ends in the word of an organisation, or is a person's; what does not is reported as not
/// understood, never taken as half a clause.
struct PartyReader {
  /// A holder at a place.
  struct Party {
    var name: String
    var place: Int
    /// Whether the clause says that the land was won.
    var hasWon = false
    /// How sure the clause is that it is the receiver: 出让给 before 取得, which may be history.
    var rank = 3
  }

  let grammar: Grammar
  private var text: [Unicode.Scalar] { grammar.prose.plain }

  private static let endings = PhraseTable(PartyTerms.endings.map { ($0, true) })
  private static let followers = PhraseTable(PartyTerms.followers.map { ($0, true) })
  private static let notFirst = Set(PartyTerms.notFirst.unicodeScalars)

  /// Who is named in some clauses.
  struct Holders {
    var parties: [Party] = []
    /// What a mark announced as a holder and is none.
    var unread: [(text: String, place: Int)] = []
  }

  /// The holders that some clauses name.
  func holders(in clauses: [Clause], takesBack: Bool) -> Holders {
    var found = Holders()
    for clause in clauses where !clause.isConditional {
      for (index, word) in clause.words.enumerated() {
        switch word.part {
        case .gives:
          receiver(behind: word.range.upperBound, in: clause, isLabel: true, into: &found)
        case .label(.party):
          let end = word.range.upperBound
          // Who held the land before does not receive it.
          if !takesBack, text[safe: word.range.lowerBound] == "原" { continue }
          // 竞得人应…: without 为 or a colon the word is the subject, no label.
          let isLabel = text[safe: end].map { ":为是系".unicodeScalars.contains($0) } ?? false
          receiver(
            behind: isLabel ? end + 1 : end, in: clause, isLabel: isLabel, into: &found,
            hasWon: String(text[word.range]).mentions(anyOf: "竞得 中标 买受"))
        case .toward:
          let behind = clause.words[(index + 1)...].first { isGiving($0.part) }
          guard let verb = behind, verb.range.lowerBound > word.range.upperBound,
            let name = name(endingAt: verb.range.lowerBound, from: word.range.upperBound)
          else { continue }
          found.parties.append(Party(name: name, place: word.range.lowerBound, rank: 2))
        case .wins, .retroactive, .mode:
          if case .mode(let kind) = word.part, !kind.followsItsUser { continue }
          guard let party = winner(before: word, in: clause) else { continue }
          found.parties.append(party)
        default: continue
        }
      }
    }
    return found
  }

  private func isGiving(_ part: ClauseWord) -> Bool {
    switch part {
    case .mode, .gives: true
    default: false
    }
  }

  private func receiver(
    behind start: Int, in clause: Clause, isLabel: Bool, into found: inout Holders,
    hasWon: Bool = false
  ) {
    var start = start
    while let scalar = text[safe: start], start < clause.range.upperBound,
      ":为是 ".unicodeScalars.contains(scalar)
    {
      start += 1
    }
    guard start < clause.range.upperBound else { return }
    if let name = name(at: start, until: clause.range.upperBound, mustEnd: !isLabel) {
      found.parties.append(Party(name: name.text, place: start, hasWon: hasWon))
      return
    }
    let rest = candidate(start..<clause.range.upperBound)
    let words = printed(rest)
    guard isLabel, words.count >= 2, words.contains(where: \.isLetter), !isNobody(words) else {
      return
    }
    found.unread.append((words, start))
  }

  /// The subject of 竞得, 取得: behind 由, or at the head of the clause.
  private func winner(before word: Clause.Word, in clause: Clause) -> Party? {
    let hasWon = String(text[word.range]).mentions(anyOf: "竞得 摘 拍得 中标 竞 夺得 购得 拿下")
    var start = clause.range.lowerBound
    if let by = clause.words.last(where: {
      $0.part == .by && $0.range.upperBound <= word.range.lowerBound
    }) {
      start = by.range.upperBound
    }
    // The subject ends where 以…方式, 通过…, 最终 or the verb begins.
    var end = word.range.lowerBound
    for index in start..<end {
      let ahead = String(text[index..<min(index + 3, end)])
      if index > start, ahead.begins(withAnyOf: "以 通过 最终 成功 按 经 报出 应价 于 原以 在 位于 坐落 名下 出价"),
        let name = name(endingAt: index, from: start)
      {
        return Party(name: name, place: start, hasWon: hasWon, rank: hasWon ? 3 : 1)
      }
    }
    while end > start, "于以经成功最终所已依法".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard let name = name(endingAt: end, from: start) else { return nil }
    return Party(name: name, place: start, hasWon: hasWon, rank: hasWon ? 3 : 1)
  }

  /// `关于向甲公司协议出让…的批复`: whom a title says the land is given to.
  static func receiver(inTitle title: String) -> String? {
    let prose = Prose([SourceLine(number: 0, text: title)])
    let grammar = Grammar(prose, vocabulary: .standard, useNames: PhraseTable([]), date: nil)
    let clauses = Clause.cut(prose.plain, prose.plain.indices)
    let found = PartyReader(grammar: grammar).holders(in: clauses, takesBack: false)
    return found.parties.first { !PartyTerms.aforesaid.contains($0.name) }?.name
  }

  /// Whether some words are the name of a holder and nothing more.
  static func isHolder(_ name: String) -> Bool {
    let prose = Prose([SourceLine(number: 0, text: name)])
    let grammar = Grammar(prose, vocabulary: .standard, useNames: PhraseTable([]), date: nil)
    return PartyReader(grammar: grammar).isWholeName(prose.plain.indices)
  }

  // MARK: Names

  /// The name that begins at a place: the first ending that something else may follow.
  ///
  /// - Parameter mustEnd: whether the clause must end with the name.
  func name(at start: Int, until end: Int, mustEnd: Bool = false) -> (text: String, end: Int)? {
    let range = candidate(start..<end)
    guard let first = text[safe: range.lowerBound], range.count >= 2 else { return nil }
    if let addressed = addressed(at: start) { return addressed }
    let head = String(text[range.lowerBound..<min(range.lowerBound + 3, range.upperBound)])
    guard
      !PartyReader.notFirst.contains(first)
        || PartyTerms.first.contains(where: { head.hasPrefix($0) })
    else { return nil }
    if isNobody(printed(range)) { return nil }
    if let person = person(range, mustEnd: mustEnd) { return person }
    var index = range.lowerBound
    var depth = 0
    while index < range.upperBound {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth <= 0, let ending = PartyReader.endings.match(text, at: index) {
        let close = index + ending.length
        if close - range.lowerBound >= 3, close <= range.upperBound,
          isFollowed(close, end: range.upperBound), !mustEnd || close == range.upperBound,
          !goesOn(from: index, behind: close, until: range.upperBound)
        {
          return extended(range.lowerBound, close, until: range.upperBound)
        }
      }
      index += 1
    }
    return nil
  }

  /// The name that ends at a place.
  func name(endingAt end: Int, from start: Int) -> String? {
    var start = start
    let scalars = text[start..<end]
    // What stands before the last 由, 同意, : is not of the name; nor is the number of an item.
    start += scalars.prefix { $0.isDigit || ".、()一二三四五六七八九十 ".unicodeScalars.contains($0) }.count
    while start < end, "、.:)".unicodeScalars.contains(text[start]) { start += 1 }
    var isOpening = true
    while isOpening {
      isOpening = false
      let rest = String(text[start..<end])
      guard !PartyTerms.first.contains(where: { rest.hasPrefix($0) }) else { break }
      for opener in PartyTerms.openers where rest.hasPrefix(opener) {
        guard end - start - opener.unicodeScalars.count >= 2 else { continue }
        start += opener.unicodeScalars.count
        isOpening = true
        break
      }
    }
    // 在…活动中某公司以…竞得: the name stands behind what tells where and when.
    let clause = String(text[start..<end])
    if clause.mentions(anyOf: "的 中 宗地 地块 竞价 我局 号 日 元 米"),
      let mark = (start..<end).last(where: { "的中块地日号元米价".unicodeScalars.contains(text[$0]) }),
      !isWholeName(start..<end) || clause.mentions(anyOf: "的 宗地 地块 我局")
    {
      return isWholeName(mark + 1..<end) ? printed(mark + 1..<end) : nil
    }
    if isWholeName(start..<end) { return printed(start..<end) }
    // 甲公司（原乙厂）, 甲公司与乙公司联合.
    guard let name = name(at: start, until: end), name.end >= end else { return nil }
    return name.text
  }

  /// Whether some text is a name from its first sign to its last.
  private func isWholeName(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, let first = text[safe: range.lowerBound], first.isHan || first.isLatin
    else {
      return false
    }
    let words = String(text[range])
    guard !isNobody(words), range.count <= 60 else { return false }
    if addressed(at: range.lowerBound)?.end == range.upperBound { return true }
    if person(range, mustEnd: true) != nil { return true }
    let mayBegin =
      !PartyReader.notFirst.contains(first) || PartyTerms.first.contains { words.hasPrefix($0) }
    guard mayBegin, range.count >= 4, !words.mentions(anyOf: "， , 。 : 《 挂牌 竞买 出让 使用权") else {
      return false
    }
    return (range.lowerBound..<range.upperBound).contains { index in
      PartyReader.endings.match(Array(text[index..<range.upperBound]), at: 0)?.length
        == range.upperBound - index
    }
  }

  /// 你公司, 该公司: whom the document is written to, or whom it named before.
  private func addressed(at start: Int) -> (text: String, end: Int)? {
    let ahead = String(text[start..<min(start + 4, text.count)])
    for word in PartyTerms.addressed + PartyTerms.aforesaid where ahead.hasPrefix(word) {
      return (word, start + word.unicodeScalars.count)
    }
    return nil
  }

  /// Up to where a name may reach: the next comma, colon or quote.
  private func candidate(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    var depth = 0
    while end < range.upperBound {
      let scalar = text[end]
      if scalar == "(" { depth += 1 }
      if scalar == ")" {
        depth -= 1
        if depth < 0 { break }
      }
      if depth == 0, ",;。:《》“”!".unicodeScalars.contains(scalar) { break }
      if end > range.lowerBound, grammar.prose.breaks[end] != .none { break }
      end += 1
    }
    return range.lowerBound..<min(end, range.lowerBound + 120)
  }

  private func isFollowed(_ index: Int, end: Int) -> Bool {
    guard index < end, let scalar = text[safe: index] else { return true }
    return !scalar.isHan && scalar != "(" || PartyReader.followers.match(text, at: index) != nil
  }

  /// 某酒店管理有限公司: a firm's name goes on behind a word that ends others; an office's does not
  /// (县住建局建设…).
  private func goesOn(from start: Int, behind close: Int, until end: Int) -> Bool {
    let ending = String(text[start..<close])
    guard !ending.ends(withAnyOf: "局 政府 委员会 医院 小学 中学 学校 大队 公司 集团 厂 管委会 支队") else {
      return false
    }
    var index = close
    while index < min(end, close + 14), text[index].isHan {
      let ahead = String(text[index..<min(index + 2, end)])
      if ["有限", "公司", "集团"].contains(ahead) { return true }
      if ahead.begins(withAnyOf: "的 和 与 以 由 用于 位于 坐落 取得 竞得 名下 等 国有 土地 宗地 建设 使用") { return false }
      index += 1
    }
    return false
  }

  /// The name with what belongs to it: 、 and further holders, (联合体); a former name does not.
  private func extended(_ start: Int, _ end: Int, until limit: Int) -> (text: String, end: Int) {
    var name = printed(start..<end)
    var end = end
    if text[safe: end] == "(", let close = text[end..<limit].firstIndex(of: ")") {
      let inner = String(text[end + 1..<close])
      let isFormer = inner.mentions(anyOf: "章 签字 原 曾用 以下 简称 代码 法定 位于 坐落 面积 地块 号 证")
      if !isFormer, inner.unicodeScalars.allSatisfy(\.isHan), inner.count <= 8 {
        name += printed(end..<close + 1)
      }
      end = close + 1
    }
    for joint in ["、", "和", "与", "及", "以及"] {
      let length = joint.unicodeScalars.count
      guard end + length < limit, String(text[end..<end + length]) == joint,
        let next = self.name(at: end + length, until: limit), !next.text.hasPrefix("该")
      else { continue }
      return (name + joint + next.text, next.end)
    }
    return (name, end)
  }

  /// 张三, 李四等5人: a person's name of two to four signs.
  private func person(_ range: Range<Int>, mustEnd: Bool) -> (text: String, end: Int)? {
    guard let first = text[safe: range.lowerBound],
      PartyTerms.familyNames.contains(Character(first))
    else { return nil }
    for length in 2...4 where range.lowerBound + length <= range.upperBound {
      let end = range.lowerBound + length
      guard text[range.lowerBound..<end].allSatisfy(\.isHan) else { return nil }
      let name = String(text[range.lowerBound..<end])
      let tail = String(text[end..<range.upperBound])
      if name.ends(withAnyOf: "局 厂 村 镇 乡 县 市 区 街 路 段 院 校 所 队 社 地 方 式 公 有 土 宗 号") { continue }
      if let group = group(tail) {
        return (printed(range.lowerBound..<end + group), end + group)
      }
      // A number or a bracket ends a name too: 收回韩某2012-25号地块.
      let isEnd =
        tail.unicodeScalars.first.map { !$0.isHan } ?? true
        || tail.begins(withAnyOf: "以 用于 位于 坐落 名下 使用 持有 的 竞得 摘得 取得 、")
      guard isEnd, !mustEnd || tail.isEmpty else { continue }
      if tail.hasPrefix("、"), let next = self.name(at: end + 1, until: range.upperBound) {
        return (name + "、" + next.text, next.end)
      }
      return (name, end)
    }
    return nil
  }

  /// 等5人, 等三户.
  private func group(_ tail: String) -> Int? {
    guard tail.hasPrefix("等") else { return nil }
    let count = tail.dropFirst().prefix { $0.isNumber || "一二三四五六七八九十两".contains($0) }
    let unit = tail.dropFirst(1 + count.count).first
    return !count.isEmpty && (unit == "人" || unit == "户") ? count.count + 2 : nil
  }

  private func isNobody(_ words: String) -> Bool {
    PartyTerms.nobody.contains { words.hasPrefix($0) } || words == "无" || words.hasPrefix("无竞")
  }

  private func printed(_ range: Range<Int>) -> String { grammar.prose.text(range) }
}
