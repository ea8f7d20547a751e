import Answers
import Characters
import Dialogue
import Exchange
import Planning
import SimpleFeatures
import Terms
// What is said of places.
extension Wording.Help {
  static let placeProfile = Words(
    "规则文件，取其中的碎片标准和分区判定规则。", "A rule profile: when land is a sliver, and how zones are assigned.")
  static let ids = Words(
    "@文件 中有大量点时：只列出每个点所在的地块和图斑的编号，一次读完各图层，每秒可查数十万点。",
    "Of very many points in @FILE: tell only the numbers of the parcels and features that hold each; "
      + "every layer is read once, and hundreds of thousands of points are found in a second.")
}

extension Wording {
  static let idsAlone = Words(
    "--ids 只能与 --layer、--crs 同用。", "--ids goes with --layer and --crs only.")
  static let idsOfFiles = Words(
    "--ids 用于一个 @文件，格式为 csv、jsonl 或 table。",
    "--ids is for one @FILE, as csv, jsonl or table.")
  static let crsOfPlaces = Words(
    "--crs 只用于坐标或 @文件。", "--crs is for coordinates and @FILE only.")

  static let answer = Words("结果", "answer")
  static let assigned = Words("判定", "assigned")
  static let explanation = Words("查询依据", "how it was found")
  static let functions = Words("计算函数", "functions")
  static let here = Words("与此处", "here")
  static let layer = Words("图层", "layer")
  static let meets = Words("相交", "meets it")
  static let mu = Words("亩", "mu")
  static let neighbours = Words("相邻地块", "neighbours")
  static let notAssigned = Words("否", "no")
  static let nothingInCommon = Words("无公共部分", "nothing in common")
  static let ofAsked = Words("占所问", "of asked")
  static let ofFeature = Words("占图斑", "of feature")
  static let ofFound = Words("占该地块", "of this one")
  static let ofParcel = Words("占地块", "of parcel")
  static let ofZone = Words("占分区", "of zone")
  static let pointInside = Words("此点在其内", "the point lies in it")
  static let pointOnBoundary = Words("此点在其边界上", "the point is on its boundary")
  static let projectedBy = Words("坐标转换", "projected by")
  static let register = Words("登记库", "register")
  static let repeatIt = Words("重复本次查询：", "to repeat it:")
  static let schematicHere = Words(
    "有示意图形参与，结果不得作为权属或审批依据", "schematic shapes take part: no question of law may rest on this")
  static let searched = Words("检索", "searched")
  static let sliversAre = Words("碎片标准", "slivers")
  static let squareMetres = Words("平方米", "m²")
  static let surroundingsNotChecked = Words(
    "界线图形无效，未查各图层和相邻地块", "the boundary is not a valid shape: layers and neighbours were not checked"
  )
  static let onBoundary = Words("在边界上", "on its boundary")
  static let together = Words("合计（去重）", "together")
  static let versions = Words("软件版本", "versions")
  static let zone = Words("分区", "zone")

  static func pointsLocated(_ count: Int, outside: Int) -> Words {
    let all = NumberText.grouped(count)
    let none = NumberText.grouped(outside)
    return Words(
      "共 \(all) 个点，其中 \(none) 个不在任何地块或图斑内",
      "\(all) \(count == 1 ? "point" : "points"), \(none) of them in nothing")
  }

  static func pointsUnchecked(_ count: Int, layer: String) -> Words {
    Words(
      "“\(layer)”中有无效图形，\(count) 处未查",
      "“\(layer)” has shapes that are not valid: \(count) answers were not checked")
  }

  static func andMore(_ count: Int) -> Words { Words("另有 \(count) 个", "\(count) more") }

  static func away(_ metres: String) -> Words { Words("相距 \(metres)", "\(metres) away") }

  static func boundaryInCommon(_ length: String?) -> Words {
    guard let length else { return Words("仅边界相接", "touches it") }
    return Words("共用边界 \(length)", "\(length) of boundary in common")
  }

  static func lengthInCommon(_ length: String) -> Words {
    Words("重合长度 \(length)", "\(length) in common")
  }

  static func shareOfAsked(_ share: String) -> Words {
    Words("占所问图形 \(share)", "\(share) of the asked shape")
  }

  static func shareOfThing(_ thing: Words, _ share: String) -> Words {
    Words("占\(thing[.zh]) \(share)", "\(share) of the \(thing[.en])")
  }

  static func couldNotCheck(_ what: String) -> Words {
    .notChecked(Words(what, what))
  }

  static func layersMissing(_ roles: [String]) -> Words {
    Words(
      "未查（登记库中没有此类图层）：\(roles.joined(separator: "、"))",
      "not checked, no such layer in the register: \(roles.joined(separator: ", "))")
  }

  static func noParcelHere(_ search: PlaceQuestion.Search, isParcel: Bool) -> Words {
    switch search {
    case .relation(.intersects):
      isParcel
        ? Words("已查，没有其他地块与之相接", "checked: no other parcel meets it")
        : Words("已查，此处没有地块", "checked: no parcel here")
    default: Words("已查，没有符合的地块", "checked: no parcel fits")
    }
  }

  static func withoutBoundary(_ count: Int) -> Words {
    Words(
      "另有 \(count) 个地块没有界线，未查",
      count == 1
        ? "1 parcel has no boundary and was not checked"
        : "\(count) parcels have no boundary and were not checked")
  }

  static func parcelUnchecked(_ label: String, _ reason: String) -> Words {
    Words("未查地块 \(label)：\(reason)", "parcel \(label) was not checked: \(reason)")
  }

  static func parcelsNotChecked(_ reason: NotCheckedReason) -> Words {
    switch reason {
    case .noBoundary:
      Words("未查地块：登记库中没有任何界线", "parcels were not checked: the register has no boundaries")
    default: Words("未查地块：图形无效", "parcels were not checked: their shapes are not valid")
    }
  }

  static func placeNotChecked(_ reason: NotCheckedReason, fault: String?) -> Words {
    switch reason {
    case .noBoundary: return Words("未查：此地块没有界线", "not checked: the parcel has no boundary")
    case .invalidShape:
      let words = fault.map { DiagnosticWording.words(ofShapeReason: $0) }
      return Words(
        "未查：图形无效" + (words.map { "（\($0[.zh])）" } ?? ""),
        "not checked: the shape is not valid" + (words.map { " (\($0[.en]))" } ?? ""))
    default:
      return .nothingToCheck
    }
  }

  static func basis(
    _ basis: ZoneAssignment.Basis, isTied: Bool, _ rule: ZoneAssignmentRule
  ) -> Words {
    func number(_ value: Double) -> String { NumberText.decimal(value, places: 2) }
    let words: Words =
      switch basis {
      case .shareOfParcel:
        Words(
          "是（占地块不少于 \(number(rule.shareOfParcel))%）",
          "yes (\(number(rule.shareOfParcel))% of the parcel or more)")
      case .shareOfZone:
        Words(
          "是（占分区不少于 \(number(rule.shareOfZone))%）",
          "yes (\(number(rule.shareOfZone))% of the zone or more)")
      case .largest: Words("是（占比最大）", "yes (the largest)")
      case .tie: Words("是（并列）", "yes (tied)")
      }
    guard isTied, basis != .tie else { return words }
    return Words(words[.zh] + "，并列", words[.en] + ", tied")
  }

  static func zonesOf(_ layer: String, _ rule: ZoneAssignmentRule) -> Words {
    func number(_ value: Double) -> String { NumberText.decimal(value, places: 2) }
    return Words(
      "“\(layer)”中的分区，按规则判定：占地块不少于 \(number(rule.shareOfParcel))% 或占分区不少于 "
        + "\(number(rule.shareOfZone))%，至多 \(rule.limit) 个，差不足 \(number(rule.tie))% 为并列",
      "zones of “\(layer)”, assigned from \(number(rule.shareOfParcel))% of the parcel or "
        + "\(number(rule.shareOfZone))% of the zone on, at most \(rule.limit), tied within "
        + "\(number(rule.tie))%")
  }

  static func searched(_ search: PlaceExplanation.Search) -> Words {
    let index = search.index ?? "–"
    return Words(
      "\(search.layer)：索引 \(index)，候选 \(search.candidates)，精确判断 \(search.tests)，结果 \(search.found)",
      "\(search.layer): index \(index), \(search.candidates) candidates, \(search.tests) exact "
        + "tests, \(search.found) found")
  }

  static func slivers(_ thresholds: SliverThresholds) -> Words {
    let area = NumberText.decimal(thresholds.area, places: 4)
    let width = NumberText.decimal(thresholds.areaOverPerimeter, places: 4)
    return Words(
      "面积不超过 \(area) 平方米，且面积与周长之比不超过 \(width) 米",
      "at most \(area) m², and at most \(width) m of area over perimeter")
  }
}
