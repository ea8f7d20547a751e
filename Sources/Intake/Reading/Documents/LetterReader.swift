import Foundation
import Planning

/// Reads the land that a letter says one project takes: `该项目涉及我县面积为0.7466公顷`, `新增占地522.6亩`.
struct LetterReader {
  let grammar: Grammar
  let title: String
  let file: String

  /// One nameless parcel for each area of project land; most letters have none.
  func parcels() -> [ParcelStatement] {
    guard TitleWords.isReply(title), isAboutProjectLand else { return [] }
    var found: [ParcelStatement] = []
    var start = 0
    for index in grammar.tokens.indices {
      switch grammar.kind(index) {
      case .sentenceEnd, .paragraph:
        if let parcel = parcel(start..<index) {
          let isKnown = found.contains {
            abs(($0.area?.squareMetres ?? 0) - (parcel.area?.squareMetres ?? 0)) < 1
          }
          if !isKnown { found.append(parcel) }
        }
        start = index + 1
      default: continue
      }
    }
    return found
  }

  private var isAboutProjectLand: Bool {
    let text = String(grammar.prose.plain)
    let no = wordList(
      """
      火灾 隐患 挂牌督办 种植 补贴 贷款 房租
      """)
    guard !no.contains(where: { title.has($0) || text.has($0) }) else { return false }
    return text.mentions(anyOf: "国土空间规划 用地指标 新增占地 建设用地 永久基本农田 用地规模 新占 用地手续 占用土地")
  }

  private func parcel(_ range: Range<Int>) -> ParcelStatement? {
    let words = grammar.text(range)
    let isTaken = words.mentions(anyOf: "新增占地 新占 占地 占用 用地面积 用地规模 涉及 拟用地 需用地")
    guard isTaken, !words.has("预支") || words.has("面积") else { return nil }
    var parcel: ParcelStatement?
    var index = range.lowerBound
    while index < range.upperBound {
      var area: StatedArea?
      var end = index + 1
      switch grammar.kind(index) {
      case .areaLabel(let role) where role != .other:
        if let phrase = grammar.labelledArea(at: index + 1) {
          area = phrase.areas.first
          end = phrase.end
        }
      case .number, .keyword(.about):
        if let read = grammar.area(at: index) {
          area = read.area
          end = read.end
        }
      default: break
      }
      if let area {
        if parcel == nil {
          let line = grammar.line(index)
          let first = grammar.line(range.lowerBound)
          var statement = ParcelStatement(
            place: SourcePlace(file: file, lineStart: min(first, line), lineEnd: line))
          statement.area = area
          statement.name = name(before: index + 1, in: range)
          parcel = statement
        } else if let noun = noun(before: index) {
          parcel?.extras[noun] = area.text
        }
      }
      index = end
    }
    return parcel
  }

  /// `耕地0.5170公顷`: the noun right before a part.
  private func noun(before index: Int) -> String? {
    guard index > 0 else { return nil }
    var start = index
    while start > 0, index - start < 8 {
      switch grammar.kind(start - 1) {
      case .other, .useName: start -= 1
      default:
        return start < index ? grammar.text(start..<index) : nil
      }
    }
    return grammar.text(start..<index)
  }

  private func bare(_ name: Substring) -> String? {
    var name = name
    while let last = name.last, "拟需所".contains(last) { name = name.dropLast() }
    return name.isEmpty ? nil : String(name)
  }

  /// The project: named in the title, else what stands before 新增占地 in the sentence.
  private func name(before index: Int, in range: Range<Int>) -> String? {
    let before = grammar.text(range.lowerBound..<index)
    for mark in ["共需", "新增占地", "新占", "占地", "占用"] {
      guard let end = before.range(of: mark) else { continue }
      var words = before[..<end.lowerBound]
      for start in ["将我县", "将", "我县", "、"] {
        if let range = words.range(of: start) {
          words = words[range.upperBound...]
          break
        }
      }
      if words.begins(withAnyOf: "该 本 此") { break }
      if words.has("线") || words.has("工程") || words.has("道路") {
        return bare(words)
      }
    }
    // 该工程, 本项目: the title names it.
    guard let about = title.range(of: "关于") else { return nil }
    var name = title[about.upperBound...]
    for mark in wordList(
      """
      列入 纳入 用地 占用 的 土地 项目选址
      """)
    {
      if let range = name.range(of: mark), range.lowerBound > name.startIndex {
        name = name[..<range.lowerBound]
        break
      }
    }
    return bare(name)
  }
}
