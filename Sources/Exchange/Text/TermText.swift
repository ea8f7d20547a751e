internal import Characters
public import Planning
public import Terms

extension Words {
  /// The name of a property by its key; a key that is no term of ours is a document's own.
  public init(property key: String) {
    if let indicator = Indicator(rawValue: key) {
      self = indicator.name
      return
    }
    switch key {
    case "area", "area_m2": self.init("面积", "area")
    case "land_use": self.init("用途", "land use")
    case "location": self.init("位置", "location")
    case "boundary_description": self.init("四至", "bounds")
    case "status": self.init("状态", "status")
    case "name": self.init("名称", "name")
    case "plan": self.init("所属规划", "plan")
    case "keeps_current_use": self.init("保留现状", "keeps present use")
    case "conditions": self.init("条件", "conditions")
    case "quality": self.init("性质", "quality")
    case "parcel_id": self.init("地块编号", "number")
    case "county": self.init("县", "county")
    case "split_from": self.init("分割自", "split from")
    case "split_into": self.init("分割为", "split into")
    case "merged_from": self.init("合并自", "merged from")
    case "merged_into": self.init("并入", "merged into")
    case "renumbered_from": self.init("原编号", "formerly")
    case "renumbered_to": self.init("改编号为", "now")
    case "aliases": self.init("其他编号", "other numbers")
    case "vertical_range": self.init("竖向范围", "vertical range")
    case "document_ended": self.init("失效文件", "no longer in force")
    case "parent_id": self.init("原地块", "split from")
    default: self.init(key, key)
    }
  }
}

extension Interval {
  /// The interval in Chinese planning notation: `≤2.6`, `≥35%`, `1.2～1.8`, `＞1.0，≤2.5`, `≤54 m`.
  public func notation(of indicator: Indicator) -> String {
    let unit = isPer100SquareMetres ? "/100 m²" : indicator.measure.text("")
    let keep = indicator.measure.leastDecimals
    func number(_ value: Double) -> String { NumberText.decimal(value, places: 4, keep: keep) }
    switch (lower, upper) {
    case (let lower?, let upper?) where lower.inclusive && upper.inclusive:
      return lower.value == upper.value
        ? number(lower.value) + unit : "\(number(lower.value))～\(number(upper.value))\(unit)"
    case (let lower?, let upper?):
      return "\(lower.inclusive ? "≥" : "＞")\(number(lower.value))\(unit)，"
        + "\(upper.inclusive ? "≤" : "＜")\(number(upper.value))\(unit)"
    case (let lower?, nil): return "\(lower.inclusive ? "≥" : "＞")\(number(lower.value))\(unit)"
    case (nil, let upper?): return "\(upper.inclusive ? "≤" : "＜")\(number(upper.value))\(unit)"
    case (nil, nil): return undirected.map { number($0) + unit } ?? "–"
    }
  }
}

extension PropertyValue {
  /// The value as text; the key of the property tells in which notation.
  public func text(of key: String, _ language: Language) -> String {
    switch self {
    case .landUse(let uses): uses.text
    case .area(let area): AreaText.short(area, language)
    case .interval(let interval):
      interval.notation(of: Indicator(rawValue: key) ?? .headline)
    case .text(let text):
      key == "status" ? ParcelStatus(rawValue: text)?.name[language] ?? text : text
    case .texts(let texts): texts.joined(separator: Words("；", "; ")[language])
    case .flag(let flag): flag ? Words("是", "yes")[language] : Words("否", "no")[language]
    }
  }
}

extension [LandUse] {
  /// Code and name of each, the main one first: `070102 二类城镇住宅用地 / 0702 城镇社区服务设施用地`.
  public var text: String {
    map { [$0.code, $0.name].compactMap { $0 }.joined(separator: " ") }.joined(separator: " / ")
  }
}

extension FindingSubject {
  /// The thing's name with the plan or layer it belongs to: `NX-03（宁兴街片区）`.
  public func text(_ language: Language) -> String {
    let label = label.isEmpty ? kind.name[language] : label
    guard let group, !group.isEmpty else { return label }
    return label + Words("（\(group)）", " (\(group))")[language]
  }
}
