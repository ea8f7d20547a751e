internal import Terms
internal import Planning

extension MapStyle {
  /// The findings of a check by severity, those that were accepted in grey. Hatching tells severities
  /// apart where there are no colours.
  public static func findings(_ shape: Shape) -> MapStyle {
    let grey = MapColour(red: 130, green: 130, blue: 130)
    var style = MapStyle(
      name: "检查问题", shape: shape, field: "severity", otherLabel: "其他",
      other: Symbol(outline: grey, width: 0.3))
    for severity in Diagnostic.Severity.allCases.reversed() {
      style.categories.append(
        Category(
          value: severity.rawValue, label: severity.name[.zh],
          symbol: symbol(of: severity)))
    }
    style.exception = Exception(
      field: "state", value: "accepted", label: "已接受",
      symbol: Symbol(fill: grey, opacity: 0.2, outline: grey, width: 0.3))
    style.labels = ["subject"]
    style.schematicMark = .flag(field: "schematic")
    return style
  }

  private static func symbol(of severity: Diagnostic.Severity) -> Symbol {
    switch severity {
    case .error:
      let red = MapColour(red: 200, green: 30, blue: 30)
      return Symbol(
        fill: red, opacity: 0.35, hatch: Hatch(colour: red, angle: 45, distance: 1.2),
        outline: red, width: 0.6)
    case .warning:
      let orange = MapColour(red: 214, green: 122, blue: 0)
      return Symbol(
        fill: orange, opacity: 0.3, hatch: Hatch(colour: orange, angle: 135, distance: 2),
        outline: orange, width: 0.5)
    case .info:
      let blue = MapColour(red: 40, green: 100, blue: 190)
      return Symbol(fill: blue, opacity: 0.2, outline: blue, width: 0.4)
    }
  }
}
