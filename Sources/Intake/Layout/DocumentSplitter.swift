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

  func stopsTitle(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    if "。;:!".unicodeScalars.contains(last) || text.hasSuffix("文件") { return true }
    if text.hasPrefix("(此件") || text.hasPrefix("附件") || isContentsLine(text) { return true }
    if text.hasPrefix("首页") || text.hasPrefix("当前位置") || text.has(">") { return true }
    if text.has("索引号") || text.has("发布日期") || text.hasPrefix("签发人") { return true }
    return Numerals.date(text) != nil || text.count > 90
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
