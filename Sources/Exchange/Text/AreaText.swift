internal import Characters
public import Planning
public import Terms

/// Areas and money as a land officer writes them.
public enum AreaText {
  /// An area in square metres, to the hundredth.
  public static func squareMetres(_ area: Double, _ language: Language) -> String {
    NumberText.decimal(area, places: 2) + Words(" 平方米", " m²")[language]
  }

  /// An area in hectares, to the square metre.
  public static func hectares(_ area: Double, _ language: Language) -> String {
    NumberText.decimal(area / 10_000, places: 4) + Words(" 公顷", " ha")[language]
  }

  /// An area in 亩 (2000/3 m²), to the hundredth.
  public static func mu(_ area: Double, _ language: Language) -> String {
    NumberText.decimal(AreaUnit.mu(fromSquareMetres: area), places: 2)
      + Words(" 亩", " mu")[language]
  }

  /// An area in square metres, with 约 where the document says so.
  public static func short(_ area: StatedArea, _ language: Language) -> String {
    (area.isApproximate ? Words("约 ", "about ")[language] : "")
      + squareMetres(area.squareMetres, language)
  }

  /// An area in all three units, with 约 where the document says so.
  public static func full(_ area: StatedArea, _ language: Language) -> String {
    let units = [squareMetres, hectares, mu].map { $0(area.squareMetres, language) }
    return (area.isApproximate ? Words("约 ", "about ")[language] : "")
      + units.joined(separator: " = ")
  }

  /// Money in 万元, the unit of Chinese land documents; in English beside yuan.
  public static func money(_ yuan: Double, _ language: Language) -> String {
    let tenThousand = NumberText.decimal(yuan / 10_000, places: 6)
    let plain = NumberText.decimal(yuan, places: 2)
    return Words("\(tenThousand) 万元", "CNY \(plain) (\(tenThousand)万元)")[language]
  }
}
