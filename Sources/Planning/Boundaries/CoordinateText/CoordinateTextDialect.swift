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
