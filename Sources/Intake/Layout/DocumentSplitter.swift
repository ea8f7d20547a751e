import Foundation
import Planning

/// Cuts a source, a single document or a whole gazette, into its documents.
///
/// A document shows itself by its number standing on a line of its own, with a title above it (as
/// gazettes print) or below it (as the original with its red head has it). Contents pages, request
/// forms and attachments have numbers only inside other text. Source: GB/T 9704-2012 §7.
struct DocumentSplitter {
  private let lines: [SourceLine]
  private let compact: [String]
  private let furniture: PageFurniture

  /// The documents of some lines; a text without any number line is one document.
  static func documents(in lines: [SourceLine]) -> [RawDocument] {
    let splitter = DocumentSplitter(lines)
    let heads = splitter.heads()
    guard !heads.isEmpty else { return splitter.whole().map { [$0] } ?? [] }
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
  private struct Head {
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
      guard let head = head(number: number, at: index, floor: floor) else { continue }
      found.append(head)
    }
    return found
  }

  /// The number on a line that holds nothing else (a label or brackets around it aside).
  private func numberLine(at index: Int) -> DocumentNumber? {
    var text = Substring(compact[index])
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
  private func isRule(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !$0.isHan && !$0.isDigit && !$0.isLatin }
  }

  private func titleAbove(_ index: Int, floor: Int) -> [Int]? {
    var taken: [Int] = []
    var place = index - 1
    while place >= floor, taken.count < 7, index - place < 20 {
      defer { place -= 1 }
      let text = compact[place]
      if text.isEmpty || furniture.contains(lines[place]) || isRule(text) { continue }
      if stopsTitle(text) { break }
      taken.insert(place, at: 0)
      guard text.has("关于") || TitleWords.isAnnouncement(text) else { continue }
      if text.hasPrefix("关于") || TitleWords.isAnnouncement(text),
        let above = neighbourAbove(place, floor: floor), isIssuer(compact[above]),
        !stopsTitle(compact[above])
      {
        taken.insert(above, at: 0)
      }
      let title = taken.map { compact[$0] }.joined()
      return TitleWords.isTitle(title) ? taken : nil
    }
    return nil
  }

  private func stopsTitle(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    if "。;:!".unicodeScalars.contains(last) || text.hasSuffix("文件") { return true }
    if text.hasPrefix("(此件") || text.hasPrefix("附件") || isContentsLine(text) { return true }
    if text.hasPrefix("首页") || text.hasPrefix("当前位置") || text.has(">") { return true }
    if text.has("索引号") || text.has("发布日期") || text.hasPrefix("签发人") { return true }
    return Numerals.date(text) != nil || text.count > 90
  }

  private func isIssuer(_ text: String) -> Bool {
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

  // MARK: Documents

  private func document(_ head: Head, end: Int) -> RawDocument {
    let title = String(head.title.flatMap { lines[$0].printed }.filter { !$0.isSpace })
    return read(
      title: title, number: head.number?.description, start: head.start, bodyStart: head.end,
      end: end, titleStart: head.title.first ?? head.start)
  }

  /// The whole source as one document.
  private func whole() -> RawDocument? {
    let filled = lines.indices.filter { !compact[$0].isEmpty && !furniture.contains(lines[$0]) }
    guard let first = filled.first else { return nil }
    var title: [Int] = []
    for place in filled.prefix(24) where !TitleWords.isMetadata(compact[place]) {
      if stopsTitle(compact[place]) {
        if title.isEmpty { continue }
        break
      }
      title.append(place)
      if TitleWords.endsTitle(compact[place]) { break }
    }
    let text = title.map { compact[$0] }.joined()
    if !TitleWords.endsTitle(text) { title = [first] }
    let printed = String(title.flatMap { lines[$0].printed }.filter { !$0.isSpace })
    let number = filled.prefix(30).lazy.compactMap { labelledNumber(compact[$0]) }.first
    return read(
      title: printed, number: number, start: 0, bodyStart: (title.last ?? first) + 1,
      end: lines.count, titleStart: title.first ?? first)
  }

  private func labelledNumber(_ text: String) -> String? {
    for label in ["发文字号", "文号", "发文号"] {
      guard let range = text.range(of: label) else { continue }
      let tail = text[range.upperBound...].drop { $0 == ":" || $0 == "|" }
      guard let end = tail.firstIndex(of: "号") else { continue }
      if let number = DocumentNumber(tail[...end]) { return number.description }
    }
    return nil
  }

  private func read(
    title: String, number: String?, start: Int, bodyStart: Int, end: Int, titleStart: Int
  ) -> RawDocument {
    let range = bodyStart..<max(bodyStart, end)
    let last = lines[start..<end].indices.last { !compact[$0].isEmpty } ?? start
    var document = RawDocument(
      number: number, title: title, firstLine: lines[start].number, lastLine: lines[last].number,
      body: [])
    var bodyIndices = range.filter { !furniture.contains(lines[$0]) }
    let addressee = addressee(in: bodyIndices)
    if let addressee {
      document.addressee = addressee.text
      bodyIndices.removeAll { $0 <= addressee.last }
    }
    let signature = signature(in: bodyIndices)
    let head = lines[..<bodyStart].indices.suffix(40)
    document.date = signature.date ?? metadataDate(head.map { compact[$0] })
    document.issuer = signature.issuer ?? TitleWords.issuer(of: title)
    document.body = bodyIndices.map { index in
      var line = lines[index]
      let above = lines[..<index].indices.last { !compact[$0].isEmpty }
      line.isAfterPageHead = above.map { furniture.contains(lines[$0]) } ?? false
      return line
    }
    return document
  }

  private func addressee(in body: [Int]) -> (text: String, last: Int)? {
    let filled = body.filter { !compact[$0].isEmpty && !isRule(compact[$0]) }.prefix(4)
    var taken: [Int] = []
    for place in filled {
      let text = compact[place]
      if text.has("。") || TitleWords.isMetadata(text) || text.hasPrefix("(") { break }
      if Prose.startsClause(lines[place]) { break }
      taken.append(place)
      if text.hasSuffix(":") {
        let printed = String(taken.flatMap { lines[$0].printed }.filter { !$0.isSpace })
        let name = String(printed.dropLast())
        guard name.count <= 60, !name.has("如下"), TitleWords.isAddressee(name) else {
          return nil
        }
        return (name, place)
      }
      if taken.count == 3 { break }
    }
    return nil
  }

  /// The issuer and the day at the foot: an office's name with a date right below or behind it.
  private func signature(in body: [Int]) -> (issuer: String?, date: CalendarDate?) {
    let filled = body.filter { !compact[$0].isEmpty }
    var loose: CalendarDate?
    for (order, place) in filled.enumerated() {
      let text = compact[place]
      if let date = Numerals.date(text) {
        if order > 0, isIssuer(compact[filled[order - 1]]) {
          return (printedName(filled[order - 1]), date)
        }
        loose = loose ?? date
      } else if text.count <= 50, text.hasSuffix("日"), let office = officeBeforeDate(text) {
        return office
      }
    }
    return (nil, loose)
  }

  private func printedName(_ place: Int) -> String {
    String(lines[place].printed.filter { !$0.isSpace })
  }

  private func officeBeforeDate(_ text: String) -> (issuer: String?, date: CalendarDate?)? {
    for index in text.indices {
      guard let date = Numerals.date(text[index...]) else { continue }
      let office = String(text[..<index])
      guard isIssuer(office) else { return nil }
      return (office, date)
    }
    return nil
  }

  private func metadataDate(_ head: [String]) -> CalendarDate? {
    for label in wordList(
      """
      成文日期 成文时间 印发日期 发文日期 发布日期 公开日期 发布时间
      """)
    {
      for text in head {
        guard let range = text.range(of: label) else { continue }
        if let date = Numerals.firstDate(in: text[range.upperBound...]) { return date }
      }
    }
    return nil
  }
}
