import Foundation
import Planning

/// One document of a source: addressee, signature, date, body.
extension DocumentSplitter {
  func document(_ head: Head, end: Int) -> RawDocument {
    let title = printed(head.title)
    return read(
      title: title.isEmpty ? head.number?.description ?? "" : title,
      number: head.number?.description, start: head.start, bodyStart: head.end,
      end: end, titleStart: head.title.first ?? head.start)
  }

  private func printed(_ places: [Int]) -> String {
    let text = String(places.flatMap { lines[$0].printed }.filter { !$0.isSpace })
    // Marks that a word processor leaves in the text it gives out.
    return text.replacingOccurrences(
      of: "\\[bookmark:[^\\]]*\\]", with: "", options: .regularExpression)
  }

  /// The whole source as one document; `nil` where nothing makes it one: no head, no signature, no land.
  func whole(file: String) -> RawDocument? {
    let filled = lines.indices.filter { !compact[$0].isEmpty && !furniture.contains(lines[$0]) }
    guard let first = filled.first else { return nil }
    var title: [Int] = []
    for place in filled.prefix(24) where !TitleWords.isMetadata(compact[place]) {
      // Fields of a form, and the links of a bar (出让公告, 结果公示), are no title's beginning.
      let isLink = compact[place].count <= 4 && place != first
      if title.isEmpty, isLabelled(compact[place]) || isLink { continue }
      if stopsTitle(compact[place]) {
        // The bars of a web page above the title end in its path or its data block.
        let isBar = isPageHead(compact[place]) || isMenu(compact[place])
        if isBar, !TitleWords.endsTitle(title.map { compact[$0] }.joined()) { title = [] }
        if title.isEmpty { continue }
        break
      }
      title.append(place)
      if TitleWords.endsTitle(title.map { compact[$0] }.joined()) { break }
    }
    if !TitleWords.endsTitle(title.map { compact[$0] }.joined()) {
      title =
        filled.prefix(24).first { !TitleWords.isMetadata(compact[$0]) }
        .flatMap { isHeading(compact[$0]) ? [$0] : nil } ?? []
    }
    let number =
      filled.prefix(30).lazy.compactMap { labelledNumber(compact[$0]) }.first
      ?? numberBehindTitle(title.map { compact[$0] }.joined())
      ?? filled.prefix(8).lazy.compactMap { issueNote(compact[$0])?.number.description }.first
    let name = file.split(separator: "/").last.map(String.init) ?? file
    var document = read(
      title: title.isEmpty ? name : printed(title), number: number, start: 0,
      bodyStart: title.last.map { $0 + 1 } ?? first, end: lines.count,
      titleStart: title.first ?? first)
    if title.isEmpty { document.hasForm = document.hasForm && !TitleWords.endsTitle(name) }
    guard document.hasForm || speaksOfLand(filled) else { return nil }
    return document
  }

  /// `…出让公告（某土告字〔2027〕5号）`: the number in brackets at the end of the title.
  private func numberBehindTitle(_ title: String) -> String? {
    guard title.hasSuffix("号)"), let open = title.lastIndex(of: "(") else { return nil }
    let number = DocumentNumber(title[title.index(after: open)...].dropLast())?.description
    return number.flatMap { $0.prefix { $0 != "〔" }.count >= 2 ? $0 : nil }
  }

  /// The menu of a web site, or the way to the page.
  private func isMenu(_ text: String) -> Bool {
    text.hasPrefix("首页") || text.has("位置:") || text.has(">")
  }

  private func isHeading(_ text: String) -> Bool {
    text.count <= 60 && !text.has("。") && !text.hasSuffix(":") && !TitleWords.isMetadata(text)
      && Numerals.date(text) == nil && !isRule(text) && !text.hasPrefix("|")
  }

  private func speaksOfLand(_ places: [Int]) -> Bool {
    let words = wordList("地块 宗地 占地 用地 成片 行政区划 土地 公顷")
    return places.contains { place in words.contains { compact[place].has($0) } }
  }

  private func labelledNumber(_ text: String) -> String? {
    let labels = ["发文字号", "文号", "发文号", "公示编号"]
    for label in labels {
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
    let number = number ?? TitleWords.number(closing: SourceLine(number: 0, text: title).compact)
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
    let noted = lines[start..<min(bodyStart + 4, end)].indices.lazy
      .compactMap { issueNote(compact[$0])?.date }.first
    document.date = signature.date ?? noted ?? metadataDate(head.map { compact[$0] })
    document.issuer = signature.issuer ?? TitleWords.issuer(of: title)
    document.signedLine = signature.line
    document.hasForm =
      number != nil || addressee != nil || signature.issuer != nil
      || TitleWords.endsTitle(SourceLine(number: 0, text: title).compact)
      || bodyIndices.count(where: { isLabelled(compact[$0]) }) >= 3
    document.body = bodyIndices.map { index in
      var line = lines[index]
      let above = lines[..<index].indices.last { !compact[$0].isEmpty }
      line.isAfterPageHead = above.map { furniture.contains(lines[$0]) } ?? false
      return line
    }
    return document
  }

  private func addressee(in body: [Int]) -> (text: String, last: Int)? {
    let filled = body.filter { !compact[$0].isEmpty && !isRule(compact[$0]) }.prefix(6)
    var taken: [Int] = []
    for place in filled {
      let text = compact[place]
      if text.has("。") || TitleWords.isMetadata(text) || text.hasPrefix("(") { break }
      if Prose.startsClause(lines[place]) { break }
      // A field of the form stands above the addressee: 电子监管号：….
      if taken.isEmpty, isLabelled(text) || numberLine(at: place) != nil { continue }
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
  private func signature(in body: [Int]) -> (issuer: String?, date: CalendarDate?, line: Int?) {
    let filled = body.filter { !compact[$0].isEmpty }
    var loose: CalendarDate?
    for (order, place) in filled.enumerated() {
      let text = compact[place]
      if let date = Numerals.date(text) {
        if order > 0, isIssuer(compact[filled[order - 1]]) {
          return (printedName(filled[order - 1]), date, lines[place].number)
        }
        loose = loose ?? date
      } else if text.count <= 50, text.hasSuffix("日"), let office = officeBeforeDate(text) {
        return (office.issuer, office.date, lines[place].number)
      }
    }
    return (nil, loose, nil)
  }

  /// `土地用途：工业用地`: a label of a form and its value.
  func isLabelled(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text.count <= 80, !TitleWords.isMetadata(text)
    else { return false }
    let label = text[..<colon]
    return (2...12).contains(label.count) && text.index(after: colon) < text.endIndex
      && label.unicodeScalars.allSatisfy { $0.isHan || "()/".unicodeScalars.contains($0) }
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
