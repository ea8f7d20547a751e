import Foundation
import Planning

/// Cuts a source, a single document or a whole gazette, into its documents.
///
/// A document shows itself by its number standing on a line of its own, with a title above it (as
/// gazettes print) or below it (as the original with its red head has it). Contents pages, request
/// forms and attachments have numbers only inside other text. Source: GB/T 9704-2012 §7.
struct DocumentSplitter {
  let lines: [SourceLine]
  let compact: [String]
  let furniture: PageFurniture

  /// The documents of some lines; a text without any head is one document.
  ///
  /// - Parameter file: the file's name, the title of a text that has none.
  static func documents(in lines: [SourceLine], file: String) -> [RawDocument] {
    let splitter = DocumentSplitter(lines)
    let heads = splitter.heads()
    guard !heads.isEmpty else { return splitter.whole(file: file).map { [$0] } ?? [] }
    return heads.indices.map { index in
      let end = heads[safe: index + 1]?.start ?? lines.count
      return splitter.document(heads[index], end: end)
    }
  }

  private init(_ lines: [SourceLine]) {
    self.lines = lines
    compact = lines.map(\.compact)
    furniture = PageFurniture(lines: lines)
  }

  /// Where a head lies: lines by index, the end exclusive.
  struct Head {
    var start: Int
    var end: Int
    var number: DocumentNumber?
    var title: [Int]
  }

  // MARK: Heads

  private func heads() -> [Head] {
    var found: [Head] = []
    for index in lines.indices {
      guard let number = numberLine(at: index) else { continue }
      let floor = found.last.map { $0.end } ?? 0
      guard index >= floor else { continue }
      guard
        let head = head(number: number, at: index, floor: floor)
          ?? headWithoutTitle(number: number, at: index, floor: floor)
      else { continue }
      found.append(head)
    }
    let numbered = found
    for head in headsWithoutNumber()
    where !numbered.contains(where: { $0.start < head.end + 4 && head.start < $0.end }) {
      let end = numbered.first { $0.start >= head.end }?.start ?? lines.count
      // A page of contents names papers and is signed by nobody.
      guard (head.end..<end).contains(where: { isSigned(at: $0) }) else { continue }
      found.append(head)
    }
    return found.sorted { $0.start < $1.start }
  }

  /// A number at the beginning of a paper, right above an addressee: the title was left out.
  private func headWithoutTitle(number: DocumentNumber, at index: Int, floor: Int) -> Head? {
    let above = neighbourAbove(index, floor: floor)
    let isFirst =
      above.map { isRedHead(compact[$0]) || TitleWords.isMetadata(compact[$0]) || isSigned(at: $0) }
      ?? true
    let below = lines[(index + 1)...].indices.lazy
      .filter { !compact[$0].isEmpty && !isRule(compact[$0]) }.prefix(2)
    let isAddressed = below.contains {
      compact[$0].hasSuffix(":") && compact[$0].count <= 60 && !compact[$0].has("。")
        && TitleWords.isAddressee(String(compact[$0].dropLast()))
    }
    guard isFirst, isAddressed else { return nil }
    let start = above.flatMap { isRedHead(compact[$0]) ? $0 : nil } ?? index
    return Head(start: start, end: index + 1, number: number, title: [])
  }

  /// Titles of papers without a number: at the beginning of a text that goes on with other papers, or
  /// right behind the signature of the one before. What an office prints behind its signature as an
  /// attachment (方案, 办法) is no paper of its own.
  private func headsWithoutNumber() -> [Head] {
    let filled = lines.indices.filter { !compact[$0].isEmpty && !furniture.contains(lines[$0]) }
    var signed = filled.indices.filter { isSigned(at: filled[$0]) }
    guard let last = filled.indices.last, let first = signed.first, first < last else { return [] }
    signed.removeAll { $0 == last }
    let starts = [0] + signed.map { $0 + 1 }
    return starts.compactMap { start in
      var taken: [Int] = []
      for place in filled[start...].prefix(5) {
        let text = compact[place]
        if taken.isEmpty, TitleWords.isMetadata(text) { continue }
        if stopsTitle(text) || numberLine(at: place) != nil { return nil }
        taken.append(place)
        if TitleWords.endsTitle(text) { break }
      }
      let title = taken.map { compact[$0] }.joined()
      guard let end = taken.last, TitleWords.isTitle(title),
        title.ends(
          withAnyOf: "公告 公示 通告 批复 决定 决定书 通知书 批准书 确认书 请示 复函 答复 合同 通知")
      else { return nil }
      return Head(start: taken[0], end: end + 1, number: nil, title: taken)
    }
  }

  /// Whether a line ends a paper: a day right below an office or behind its name.
  private func isSigned(at index: Int) -> Bool {
    let text = compact[index]
    guard text.count <= 50, text.hasSuffix("日") else { return false }
    if Numerals.date(text) != nil {
      return neighbourAbove(index, floor: 0).map { isIssuer(compact[$0]) } ?? false
    }
    return text.indices.contains { start in
      Numerals.date(text[start...]) != nil && isIssuer(String(text[..<start]))
    }
  }

  /// The number on a line that holds nothing else (a label, brackets, the signer's name aside).
  func numberLine(at index: Int) -> DocumentNumber? {
    if let note = issueNote(compact[index]) { return nearContents(index) ? nil : note.number }
    var text = Substring(compact[index])
    if let signer = text.range(of: "签发人") { text = text[..<signer.lowerBound] }
    guard text.count >= 6, text.count <= 40, text.hasSuffix("号") || text.hasSuffix("号)") else {
      return nil
    }
    var labelled = false
    for label in ["发文字号:", "文号:", "发文号:", "字号:", "文件编号:", "编号:"] where text.hasPrefix(label) {
      text = text.dropFirst(label.count)
      labelled = true
    }
    if text.hasPrefix("("), text.hasSuffix(")") {
      text = text.dropFirst().dropLast()
      if nearContents(index) { return nil }
    } else if text.hasSuffix(")") {
      return nil
    }
    guard let number = DocumentNumber(text) else { return nil }
    let mark = number.description.prefix { $0 != "〔" }
    return mark.count >= 2 || labelled ? number : nil
  }

  /// `(某政规〔2025〕6号，2025年3月1日印发)` below a title: the number and the day of issue.
  func issueNote(_ text: String) -> (number: DocumentNumber, date: CalendarDate)? {
    guard text.hasPrefix("("), text.hasSuffix(")"), text.count <= 50,
      text.mentions(anyOf: "印发 发布 公布 通过"), let mark = text.firstIndex(of: "〔"),
      let end = text[mark...].firstIndex(of: "号")
    else { return nil }
    let before = text[..<mark]
    let start = before.lastIndex { "(日,， ".contains($0) }.map { text.index(after: $0) }
    guard let number = DocumentNumber(text[(start ?? text.startIndex)...end]),
      let date = Numerals.firstDate(in: text[text.index(after: end)...])
        ?? Numerals.firstDate(in: before)
    else { return nil }
    return (number, date)
  }

  /// Whether a line stands among contents lines, which end in dots or a page number.
  private func nearContents(_ index: Int) -> Bool {
    let around = neighbours(of: index, 2)
    return around.contains { isContentsLine(compact[$0]) }
  }

  private func neighbours(of index: Int, _ count: Int) -> [Int] {
    let above = lines[..<index].indices.reversed().lazy.filter { !compact[$0].isEmpty }
    let below = lines[(index + 1)...].indices.lazy.filter { !compact[$0].isEmpty }
    return Array(above.prefix(count)) + Array(below.prefix(count))
  }

  private func isContentsLine(_ text: String) -> Bool {
    if text.has("....") || text.has("···") || text.has("……") || text.has("---") {
      return true
    }
    guard let last = text.unicodeScalars.last, last.isDigit, let mark = text.lastIndex(of: "号")
    else { return false }
    let tail = text[text.index(after: mark)...].unicodeScalars.filter { $0 != ")" }
    return !tail.isEmpty && tail.count <= 4 && tail.allSatisfy(\.isDigit)
  }

  private func head(number: DocumentNumber, at index: Int, floor: Int) -> Head? {
    let above = titleAbove(index, floor: floor)
    let below = titleBelow(index)
    let isBelowBetter =
      below.map { $0.contains { compact[$0].has("关于") } } == true
      && above.map { $0.contains { compact[$0].has("关于") } } == false
    if let title = above, !isBelowBetter {
      return Head(start: title[0], end: index + 1, number: number, title: title)
    }
    if let title = below {
      var start = above?.first ?? index
      if let above = neighbourAbove(index, floor: floor), isRedHead(compact[above]) {
        start = above
      }
      return Head(start: start, end: (title.last ?? index) + 1, number: number, title: title)
    }
    return nil
  }

  private func neighbourAbove(_ index: Int, floor: Int) -> Int? {
    lines[floor..<index].indices.last { !compact[$0].isEmpty && !isRule(compact[$0]) }
  }

  private func isRedHead(_ text: String) -> Bool {
    (text.hasSuffix("文件") || text.hasSuffix("人民政府") || text.hasSuffix("局")
      || text.hasSuffix("委员会")) && text.count <= 30
  }

  /// A drawn line: `━━━`, `★`, `_____`.
  func isRule(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !$0.isHan && !$0.isDigit && !$0.isLatin }
  }

  private func titleAbove(_ index: Int, floor: Int) -> [Int]? {
    var taken: [Int] = []
    var place = index - 1
    while place >= floor, taken.count < 7, index - place < 20 {
      defer { place -= 1 }
      let text = compact[place]
      if text.isEmpty || furniture.contains(lines[place]) || isRule(text) { continue }
      if taken.isEmpty, isLabelled(text) || TitleWords.isMetadata(text) { continue }
      if stopsTitle(text) { break }
      taken.insert(place, at: 0)
      let isReplyOfOffice =
        TitleWords.endsTitle(text) && text.count >= 8
        && neighbourAbove(place, floor: floor).map { isIssuer(compact[$0]) } == true
      // 成交确认书 alone: what is confirmed stands on the line above.
      let isLowerHalf =
        taken.count == 2 && taken.last.map { compact[$0].count < 8 } == true
        && TitleWords.isPaper(compact[taken[1]]) && text.has("使用权")
      guard text.has("关于") || TitleWords.isAnnouncement(text) || isReplyOfOffice || isLowerHalf
      else { continue }
      if text.hasPrefix("关于") || TitleWords.isAnnouncement(text) || isReplyOfOffice,
        let above = neighbourAbove(place, floor: floor),
        isIssuer(compact[above]) || text.count < TitleWords.shortest,
        !stopsTitle(compact[above])
      {
        taken.insert(above, at: 0)
      }
      let title = taken.map { compact[$0] }.joined()
      return TitleWords.isTitle(title) && !isQuoted(title) ? taken : nil
    }
    return nil
  }

  /// `…《关于…的批复》` above a number in brackets: another paper is quoted, broken over lines.
  private func isQuoted(_ title: String) -> Bool {
    title.count(where: { $0 == "《" }) != title.count(where: { $0 == "》" })
      || title.hasPrefix("《") && title.hasSuffix("》")
  }

  func stopsTitle(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    if "。;:!".unicodeScalars.contains(last) || text.hasSuffix("文件") { return true }
    if text.hasPrefix("(此件") || text.hasPrefix("附件") || isContentsLine(text) { return true }
    if isPageHead(text) || text.hasPrefix("签发人") || text.hasSuffix("...") { return true }
    return Numerals.date(text) != nil || text.count > 90
  }

  /// The path and the data block of a web page above its text.
  func isPageHead(_ text: String) -> Bool {
    text.hasPrefix("首页") || text.hasPrefix("当前位置") || text.hasPrefix("栏目导航") || text.has(">")
      || text.has("索引号") || text.has("发布日期")
  }

  func isIssuer(_ text: String) -> Bool {
    text.count <= 30 && TitleWords.endsAsOffice(text) && !text.has("关于")
  }

  private func titleBelow(_ index: Int) -> [Int]? {
    var taken: [Int] = []
    var place = index + 1
    while place < lines.count, taken.count < 7, place - index < 24 {
      defer { place += 1 }
      let text = compact[place]
      if text.isEmpty || furniture.contains(lines[place]) || isRule(text) { continue }
      if TitleWords.isMetadata(text) { continue }
      if taken.isEmpty, isRedHead(text), text.hasSuffix("文件") { continue }
      if stopsTitle(text) { break }
      taken.append(place)
      if TitleWords.endsTitle(text), compact[safe: place + 1].map({ !continuesTitle($0) }) ?? true {
        break
      }
    }
    let title = taken.map { compact[$0] }.joined()
    return TitleWords.isTitle(title) ? taken : nil
  }

  private func continuesTitle(_ next: String) -> Bool {
    TitleWords.endsTitle(next) && next.count <= 20
  }
}
