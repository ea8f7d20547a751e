/// The county-level unit (县、县级市、区、旗) that a document belongs to.
public enum CountyName {
  /// The county of a document: from its issuer, else its addressee, else its title, else what the
  /// reader was told.
  public static func of(_ document: LandDocument) -> String? {
    for text in [document.issuer, document.addressee, document.title].compactMap({ $0 }) {
      if let county = units(at: SearchText.normalized(text)).last { return county }
    }
    return document.county
  }

  /// The administrative units that a text begins with, the highest first: 山西省 · 吕梁市 · 中阳县.
  ///
  /// The text is in the form of ``SearchText/normalized(_:)``.
  static func units(at text: some StringProtocol) -> [String] {
    var units: [String] = []
    var rest = Substring(text)
    if rest.hasPrefix("关于") { rest = rest.dropFirst(2) }
    var level = 0
    while level < 3, let unit = nextUnit(rest, below: level) {
      units.append(String(unit.name))
      level = unit.level
      rest = rest.dropFirst(unit.name.count)
    }
    return units
  }

  /// The unit that a text begins with, of a level below the given: 1 province, 2 prefecture,
  /// 3 county.
  private static func nextUnit(
    _ text: Substring, below level: Int
  ) -> (name: Substring, level: Int)? {
    var length = 0
    for character in text.prefix(16) {
      guard character.unicodeScalars.allSatisfy({ $0.properties.isIdeographic }) else { return nil }
      length += 1
      guard length >= 2, let found = levels[character], found > level else { continue }
      let name = text.prefix(length)
      let isAutonomous = character == "区" && name.hasSuffix("自治区")
      let isOffice = offices.contains { text.dropFirst(length).hasPrefix($0) }
      guard isAutonomous || isOffice || !districtsThatAreNot.contains(where: { name.hasSuffix($0) })
      else {
        return nil
      }
      // 徐州 of 徐州市, 云州 of 云州区, 沙市 of 沙市区 are no units.
      if found == 2, let next = text.dropFirst(length).first,
        next == "区" || next == "市" || next == "县",
        !(character == "市" && next != "区")
      {
        continue
      }
      return (name, isAutonomous ? 1 : found)
    }
    return nil
  }

  private static let levels: [Character: Int] = [
    "省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3,
  ]
  /// What follows a district that is an administrative unit: 洛阳市老城区人民政府.
  private static let offices = ["人民政府", "政府", "自然资源"]
  private static let districtsThatAreNot = [
    "各县", "各区", "片区", "中心城区", "主城区", "老城区", "新城区", "规划区", "园区", "小区", "社区", "开发区", "示范区", "景区",
    "街区", "库区",
    "地区", "校区", "厂区", "辖区",
  ]
}
