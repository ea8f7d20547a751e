import Judging
import Planning
import SimpleFeatures

/// What stands before the parcels of a coordinate text that is written.
struct CoordinateTextHeading {
  /// The sections other than 属性描述 and 地块坐标.
  let sections: [CoordinateTextHeader.Section]
  /// The lines of 属性描述; empty where the dialect has none.
  let attributes: [CoordinateTextHeader.Entry]

  init(
    _ options: CoordinateTextOptions, decimals: Int, _ stated: StatedCoordinateSystem,
    _ grid: GaussKrugerGrid?
  ) {
    sections = options.header.sections
    let keys = options.dialect.attributeKeys
    let context = Context(options: options, decimals: decimals, stated: stated, grid: grid)
    var attributes = keys.map { CoordinateTextHeader.Entry($0, context.value($0)) }
    if !keys.isEmpty {
      attributes += options.header.attributes.filter { entry in
        !keys.contains(entry.key) && !["几度分带", "分带"].contains(entry.key)
      }
    }
    self.attributes = attributes
  }

  private struct Context {
    let options: CoordinateTextOptions
    let decimals: Int
    let stated: StatedCoordinateSystem
    let grid: GaussKrugerGrid?

    /// What the header gives, unless what is written says otherwise.
    func value(_ key: String) -> String {
      let given = options.header[key]
      switch key {
      case "格式版本号": return given ?? "1.01版本"
      case "坐标系": return datum(given)
      case "几度分带", "分带":
        return (grid?.width.rawValue ?? stated.zoneWidth).map(String.init)
          ?? options.header["几度分带"] ?? options.header["分带"] ?? ""
      case "带号": return (grid?.zone ?? stated.zone).map(String.init) ?? given ?? ""
      case "投影类型": return given ?? "高斯克吕格"
      case "计量单位": return given ?? "米"
      case "精度": return precision(given)
      case "转换参数":
        return given ?? (options.dialect == .landSupply ? ",,,,,," : "0,0,0,0,0,0,0")
      default: return given ?? ""
      }
    }

    private func datum(_ given: String?) -> String {
      guard let grid else { return given ?? stated.datum ?? "" }
      if let given, GeodeticDatum(printed: given) == grid.datum { return given }
      return grid.datum.chineseName
    }

    /// Digits or the last one's step: a given one stays where it says the same.
    private func precision(_ given: String?) -> String {
      let digits = "\(decimals)"
      let step = decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1"
      if let given, given == digits || given == step { return given }
      return options.dialect == .landConversion ? digits : step
    }
  }
}

/// The columns of a batch that a coordinate text has places for.
struct ParcelColumns {
  private let columns: [CoordinateTextField: [FieldValue]]

  init(_ table: FeatureTable) {
    var columns: [CoordinateTextField: [FieldValue]] = [:]
    for field in CoordinateTextField.allCases {
      if let column = table.field(field.rawValue) { columns[field] = column.values }
    }
    self.columns = columns
  }

  /// The value of a feature.
  func value(_ field: CoordinateTextField, _ feature: Int) -> FieldValue {
    guard let values = columns[field], feature < values.count else { return .none }
    return values[feature]
  }

  /// The value of a feature as text.
  func text(_ field: CoordinateTextField, _ feature: Int) -> String? {
    value(field, feature).text
  }
}
