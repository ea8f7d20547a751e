import Exchange
import Foundation
import Planning
import Terms
// Sentences, most of them to standard error.
extension Wording {
  static let limitTooSmall = Words("--limit 至少为 1。", "--limit is at least 1.")
  static let nothingAsked = Words("要查的内容是空的。", "there is nothing to look up.")
  static let toNeedsACode = Words("--to 要与代码或名称一起用。", "--to needs a code or a name.")
  static let nothingMatches = Words("没有符合条件的记录", "nothing matches")

  static func inBrackets(_ text: String) -> Words {
    Words("（\(text)）", " (\(text))")
  }

  static func formerly(_ value: String) -> Words {
    Words("原为 \(value)", "was \(value)")
  }

  static func notChecked(_ query: String) -> Words {
    Words("未核对“\(query)”", "“\(query)” was not checked")
  }

  static func atAnotherTime(_ query: String) -> Words {
    Words("在别的时间有“\(query)”", "“\(query)” is known at another time")
  }

  static func notAParcel(_ query: String) -> Words {
    Words(
      "“\(query)”不是地块编号，请用 `yulin lookup` 查询", "“\(query)” is no parcel; ask `yulin lookup` for it")
  }

  static func shown(_ shown: Int, of all: Int) -> Words {
    Words("共 \(all) 条，显示 \(shown) 条", "\(shown) of \(all) shown")
  }

  static func documentCount(_ count: Int) -> Words {
    Words("\(count) 份文书", count == 1 ? "1 document" : "\(count) documents")
  }

  static func inVersions(_ count: Int) -> Words {
    Words("（共 \(count) 版）", "(\(count) versions)")
  }

  static func fromTo(_ first: String, _ last: String) -> Words {
    Words("\(first) 至 \(last)", "\(first) to \(last)")
  }

  static func exported(_ count: Int, to path: String) -> Words {
    Words("已导出 \(count) 份文书到 \(path)", "\(documentCount(count)[.en]) exported to \(path)")
  }

  static func notReadAs(_ word: String, _ known: [String]) -> Words {
    Words(
      "--as 不认识“\(word)”，可用：\(known.joined(separator: "、"))。",
      "--as does not know “\(word)”; it knows \(known.joined(separator: ", ")).")
  }

  static func notAColumn(_ text: String) -> Words {
    Words(
      "--columns 中的“\(text)”应写成 原表头=认识的表头。",
      "“\(text)” in --columns is not of the form printed=known.")
  }

  static let nothingStored = Words("没有存入任何内容", "nothing was stored")
  static let inserted = Words("新增", "new")
  static let unchanged = Words("无变化", "unchanged")

  static func newVersion(_ version: Int) -> Words {
    Words("第 \(version) 版", "version \(version)")
  }

  static func notesHidden(_ count: Int) -> Words {
    Words(
      "另有 \(count) 条提示，加 --verbose 显示",
      "\(count) \(count == 1 ? "note" : "notes") not shown; --verbose shows them")
  }

  static func restored(_ count: Int, to path: String) -> Words {
    Words("已恢复 \(count) 个文书版本到 \(path)", "\(count) document versions restored into \(path)")
  }

  static func imported(inserted: Int, versions: Int, unchanged: Int) -> Words {
    let parts = [
      (inserted, Words("新增 \(inserted) 份", "\(inserted) new")),
      (versions, Words("新版本 \(versions) 份", "\(versions) in a new version")),
      (unchanged, Words("无变化 \(unchanged) 份", "\(unchanged) unchanged")),
    ].filter { $0.0 > 0 }.map(\.1)
    guard !parts.isEmpty else { return nothingStored }
    return Words(
      parts.map { $0[.zh] }.joined(separator: "，"), parts.map { $0[.en] }.joined(separator: ", "))
  }

  static func found(_ documents: Int) -> Words {
    Words("读到 \(documents) 份文书，未存入", "\(documentCount(documents)[.en]) read, nothing stored")
  }

  static func reading(_ name: String, _ number: Int, of all: Int) -> Words {
    Words("正在读 \(number)/\(all)：\(name)", "reading \(number)/\(all): \(name)")
  }

  static func readingShapes(_ name: String, _ count: Int) -> Words {
    Words("正在读 \(name)：\(count) 个图形", "reading \(name): \(count) shapes")
  }

  static func storing(_ number: Int, of all: Int) -> Words {
    Words("正在存入 \(number)/\(all)", "storing \(number)/\(all)")
  }

  static func ambiguousCode(_ code: String) -> Words {
    Words(
      "代码 \(code) 在不同分类中含义不同，请用 --scheme 指明：",
      "code \(code) means other land in other schemes; say which with --scheme:")
  }

  static func noSuchCode(_ text: String, in scheme: LandUseScheme?) -> Words {
    let place = scheme.map { Words("\($0.rawValue) 中", " in \($0.rawValue)") }
    return Words(
      "\(place?[.zh] ?? "")没有代码或名称“\(text)”", "no code or name “\(text)”\(place?[.en] ?? "")")
  }

  static func relation(_ relation: LandUseRelation, _ confidence: LandUseConfidence) -> Words {
    let name = relation.name
    let sureness = confidence.name
    return Words("\(name[.zh])（\(sureness[.zh])）", "\(name[.en]) (\(sureness[.en]))")
  }

  static func via(_ names: [String]) -> Words {
    Words("经 \(names.joined(separator: "、"))", "by way of \(names.joined(separator: ", "))")
  }

  /// What became of the figures of a document: `57：49 入库，8 有说明`; `nil` where it has none.
  static func figures(_ count: FigureCount) -> String? {
    guard count.found > 0 else { return nil }
    let parts = [
      (count.inFacts, Words("入库", "in facts")), (count.explained, Words("有说明", "explained")),
      (count.unread, Words("未读", "unread")),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1.text)" }
    return Words(
      "\(count.found)：\(parts.joined(separator: "，"))",
      "\(count.found): \(parts.joined(separator: ", "))"
    ).text
  }

  /// What a document or a file holds: `9 地块，2 宗行为`; what there is none of is left out.
  static func counts(
    parcels: Int, acts: Int, sites: Int, totals: Int, changes: Int = 0
  ) -> String {
    func one(_ count: Int, _ zh: String, _ single: String, _ several: String) -> String? {
      guard count > 0 else { return nil }
      return Words("\(count) \(zh)", "\(count) \(count == 1 ? single : several)").text
    }
    let parts = [
      one(parcels, "个地块", "parcel", "parcels"), one(acts, "宗供地等行为", "act", "acts"),
      one(sites, "处隐患点", "site", "sites"), one(totals, "项合计", "total", "totals"),
      one(changes, "项区划变更", "change of townships", "changes of townships"),
    ].compactMap { $0 }
    return parts.isEmpty
      ? Words("无", "nothing").text : parts.joined(separator: Words("，", ", ").text)
  }
}
