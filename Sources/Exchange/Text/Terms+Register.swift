public import Answers
public import Planning
public import Terms

extension Terms {
  /// The name of a parcel's status.
  public static func name(of status: ParcelStatus) -> Words {
    switch status {
    case .mapped: Words("仅有图形", "boundary only")
    case .planned: Words("已规划", "planned")
    case .reserved: Words("已储备", "reserved")
    case .supplyApproved: Words("供地已批", "supply approved")
    case .supplied: Words("已供应", "supplied")
    case .reclaimed: Words("已收回", "reclaimed")
    case .superseded: Words("已分割、合并或改号", "superseded")
    }
  }

  /// The name of what became of a parcel or a layer.
  public static func name(of kind: ParcelDifference.Kind) -> Words {
    switch kind {
    case .added: Words("新增", "added")
    case .gone: Words("不再有", "gone")
    case .changed: Words("变更", "changed")
    }
  }

  /// The name of a property by its key; a key that is no term of ours is a document's own.
  public static func name(ofProperty key: String) -> Words {
    if let indicator = Indicator(rawValue: key) { return name(of: indicator) }
    switch key {
    case "area", "area_m2": return Words("面积", "area")
    case "land_use": return Words("用途", "land use")
    case "location": return Words("位置", "location")
    case "boundary_description": return Words("四至", "bounds")
    case "status": return Words("状态", "status")
    case "name": return Words("名称", "name")
    case "plan": return Words("所属规划", "plan")
    case "keeps_current_use": return Words("保留现状", "keeps present use")
    case "conditions": return Words("条件", "conditions")
    case "quality": return Words("性质", "quality")
    case "parcel_id": return Words("地块编号", "number")
    case "county": return Words("县", "county")
    case "split_from": return Words("分割自", "split from")
    case "split_into": return Words("分割为", "split into")
    case "merged_from": return Words("合并自", "merged from")
    case "merged_into": return Words("并入", "merged into")
    case "renumbered_from": return Words("原编号", "formerly")
    case "renumbered_to": return Words("改编号为", "now")
    case "parent_id": return Words("原地块", "split from")
    default: return Words(key, key)
    }
  }

  /// A property's value as text; the key tells in which notation.
  public static func text(
    of value: PropertyValue, property key: String, _ language: Language
  ) -> String {
    switch value {
    case .landUse(let uses): text(of: uses)
    case .area(let area): AreaText.short(area, language)
    case .interval(let interval):
      notation(of: interval, for: Indicator(rawValue: key) ?? .floorAreaRatio)
    case .text(let text):
      key == "status"
        ? ParcelStatus(rawValue: text).map { name(of: $0)[language] } ?? text : text
    case .texts(let texts): texts.joined(separator: Words("；", "; ")[language])
    case .flag(let flag): flag ? Words("是", "yes")[language] : Words("否", "no")[language]
    }
  }

  /// Land uses with code and name, the main one first: `070102 二类城镇住宅用地 / 0702 城镇社区服务设施用地`.
  public static func text(of uses: [LandUse]) -> String {
    uses.map { [$0.code, $0.name].compactMap { $0 }.joined(separator: " ") }
      .joined(separator: " / ")
  }
}
