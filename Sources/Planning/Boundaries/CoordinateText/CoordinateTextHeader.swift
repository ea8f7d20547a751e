public import SimpleFeatures

/// What a coordinate text says of itself before its parcels.
public struct CoordinateTextHeader: Hashable, Sendable {
  /// A line `key=value`, as printed; the key is empty where a line has no `=`.
  public struct Entry: Hashable, Sendable {
    /// What stands before `=`.
    public var key: String
    /// What stands behind it.
    public var value: String

    /// An entry.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A section that is neither 属性描述 nor 地块坐标, such as 项目信息.
  public struct Section: Hashable, Sendable {
    /// The name without brackets.
    public var name: String
    /// Its lines.
    public var entries: [Entry]

    /// A section.
    public init(name: String, entries: [Entry] = []) {
      self.name = name
      self.entries = entries
    }
  }

  /// The lines of the section 属性描述.
  public var attributes: [Entry] = []
  /// The other sections, in the file's order.
  public var sections: [Section] = []

  /// Nothing is said.
  public init() {}

  /// An attribute of 属性描述; `nil` where it is missing or blank. Setting one keeps its place.
  public subscript(_ key: String) -> String? {
    get { attributes.first { $0.key == key && !$0.value.isEmpty }?.value }
    set {
      if let index = attributes.firstIndex(where: { $0.key == key }) {
        attributes[index].value = newValue ?? ""
      } else if let newValue {
        attributes.append(Entry(key, newValue))
      }
    }
  }

  /// An entry of any section; `nil` where it is missing or blank.
  public func value(_ key: String) -> String? {
    self[key]
      ?? sections.lazy.flatMap(\.entries).first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// All that is said under a key; of a key that stands twice the first, 属性描述 before all else.
  public var notes: [String: String] {
    let entries = attributes + sections.flatMap(\.entries)
    return Dictionary(
      entries.filter { !$0.key.isEmpty && !$0.value.isEmpty }.map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is said of the coordinate system. The order of the axes is left to the numbers.
  public var coordinateSystem: StatedCoordinateSystem {
    var stated = StatedCoordinateSystem()
    stated.datum = self["坐标系"]
    stated.zoneWidth = (self["几度分带"] ?? self["分带"]).flatMap(Self.wholeNumber)
    stated.zone = self["带号"].flatMap(Self.wholeNumber)
    stated.unit = self["计量单位"]
    return stated
  }

  /// The keys whose values should be whole numbers and are not, with the values.
  public var unreadableNumbers: [Entry] {
    attributes.filter {
      ["几度分带", "分带", "带号"].contains($0.key) && !$0.value.isEmpty
        && Self.wholeNumber($0.value) == nil
    }
  }

  /// The parameters of 转换参数, where any of them is not zero.
  public var conversionParameters: String? {
    guard let text = self["转换参数"],
      text.contains(where: { ("1"..."9").contains(Self.folded($0)) })
    else { return nil }
    return text
  }

  /// The number in `40`, `40带`, `3度`, `第40带`, `４０`.
  private static func wholeNumber(_ text: String) -> Int? {
    var digits = text.map(folded).filter { !$0.isWhitespace && $0 != "第" }
    for word in ["度带", "度分带", "度", "带", "°"] where String(digits).hasSuffix(word) {
      digits.removeLast(word.count)
      break
    }
    guard (1...2).contains(digits.count) else { return nil }
    return Int(String(digits))
  }

  private static func folded(_ character: Character) -> Character {
    guard let value = character.unicodeScalars.first?.value, (0xFF10...0xFF19).contains(value),
      let digit = Unicode.Scalar(value - 0xFEE0)
    else { return character }
    return Character(digit)
  }
}

/// A dialect of the coordinate text (勘测定界界址点坐标交换格式): which program reads it.
public enum CoordinateTextDialect: String, Hashable, Sendable, Codable, CaseIterable {
  /// 供地系统: the system of land supply.
  case landSupply = "land_supply"
  /// 建设用地报批: the conversion of farmland for construction.
  case landConversion = "land_conversion"
  /// 一张图: the single map of land.
  case singleMap = "single_map"
  /// 卫片执法: enforcement by satellite pictures; in degrees.
  case satelliteEnforcement = "satellite_enforcement"
  /// 增减挂钩: building land grown here against building land given up there.
  case increaseDecreaseLinkage = "increase_decrease_linkage"
  /// 报省部标: as sent to the province and the ministry, with district and village.
  case provincialStandard = "provincial_standard"
  /// 土地整治: land consolidation, with grades before and after.
  case landConsolidation = "land_consolidation"

  /// The name that staff use.
  public var name: String {
    switch self {
    case .landSupply: "供地系统"
    case .landConversion: "建设用地报批"
    case .singleMap: "一张图"
    case .satelliteEnforcement: "卫片执法"
    case .increaseDecreaseLinkage: "增减挂钩"
    case .provincialStandard: "报省部标"
    case .landConsolidation: "土地整治"
    }
  }

  /// What a parcel's heading holds before its `@`, in order; `nil` stands for a field that is always
  /// blank.
  public var headingFields: [CoordinateTextField?] {
    let tail: [CoordinateTextField?] = [.shape, .sheet, .use, .landClass]
    return switch self {
    case .landSupply, .landConversion: [.pointCount, .area, .number, .name] + tail
    case .increaseDecreaseLinkage: [nil, .area, .number, .name] + tail
    case .singleMap: [.number, .name, .shape, .use]
    case .satelliteEnforcement: [.pointCount, .name, .shape, .use]
    case .provincialStandard: [.pointCount, .area, .district, .village, .number, .name] + tail
    case .landConsolidation:
      [.pointCount, .area, .number, .name] + tail
        + [.patchType, .landClassName, .gradeBefore, .gradeAfter, .remarks]
    }
  }

  /// The keys of the section 属性描述, in order; empty where the dialect has no such section.
  public var attributeKeys: [String] {
    let frame = ["坐标系", "几度分带", "投影类型", "计量单位", "带号", "精度", "转换参数"]
    return switch self {
    case .landSupply, .provincialStandard, .landConsolidation:
      ["格式版本号", "数据产生单位", "数据产生日期"] + frame
    case .landConversion: ["数据产生单位", "数据产生日期"] + frame + ["格式版本号"]
    case .singleMap: frame
    case .satelliteEnforcement: []
    case .increaseDecreaseLinkage: ["投影类型", "坐标系", "分带", "带号"]
    }
  }

  /// Whether coordinates are degrees, longitude first; else metres, northing first.
  public var isInDegrees: Bool { self == .satelliteEnforcement }

  /// How many decimals keep a coordinate to the millimetre.
  public var decimals: Int { isInDegrees ? 9 : 3 }
}

/// An attribute of a parcel in a coordinate text, named as land bureaus name it.
public enum CoordinateTextField: String, Hashable, Sendable, CaseIterable {
  /// How many points the parcel has. It is counted anew and not kept.
  case pointCount = "界址点数"
  /// The stated area as printed: in hectares, unless a unit stands behind it.
  case area = "地块面积"
  case number = "地块编号"
  case name = "地块名称"
  /// 面, 线 or 点.
  case shape = "记录图形属性"
  case sheet = "图幅号"
  case use = "地块用途"
  case landClass = "地类编码"
  case district = "行政区代码"
  case village = "村名"
  case patchType = "图斑类型"
  case landClassName = "地类"
  case gradeBefore = "等别前"
  case gradeAfter = "等别后"
  case remarks = "备注"
  /// The names of the points, where they are not J1, J2 … (see ``PointNames``).
  case pointNames = "点号"
  /// The numbers of the rings in the shape's order, divided by commas, where they are not 1, 2 …
  case ringNumbers = "圈号"
}
