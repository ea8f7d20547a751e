/// A unit of land area that documents print.
public enum AreaUnit: String, Hashable, Sendable, CaseIterable {
  /// 平方米, m².
  case squareMetre = "平方米"
  /// 公顷, hm²: 10 000 m².
  case hectare = "公顷"
  /// 亩: exactly 2000/3 m².
  case mu = "亩"
  /// 万平方米: 10 000 m².
  case tenThousandSquareMetres = "万平方米"
  /// 万亩: 20 000 000/3 m².
  case tenThousandMu = "万亩"
  /// 平方公里, km²: 1 000 000 m².
  case squareKilometre = "平方公里"

  /// The unit in square metres as a fraction, so that no digit is lost.
  public var squareMetres: (numerator: Double, denominator: Double) {
    switch self {
    case .squareMetre: (1, 1)
    case .hectare, .tenThousandSquareMetres: (10_000, 1)
    case .mu: (2_000, 3)
    case .tenThousandMu: (20_000_000, 3)
    case .squareKilometre: (1_000_000, 1)
    }
  }

  /// How it is printed behind a number, the digits of `m2` not raised.
  public var symbols: [String] {
    switch self {
    case .squareMetre: ["平方米", "㎡", "m2", "M2", "平米", "平方公尺"]
    case .hectare: ["公顷", "hm2", "ha", "HM2", "Hm2"]
    case .mu: ["亩"]
    case .tenThousandSquareMetres: ["万平方米", "万㎡", "万m2", "万平米"]
    case .tenThousandMu: ["万亩"]
    case .squareKilometre: ["平方公里", "平方千米", "km2"]
    }
  }

  /// The unit that is printed so, whatever its capitals.
  public init?(symbol: String) {
    let symbol = symbol.lowercased().replacing("²", with: "2")
    let unit = AreaUnit.allCases.first { $0.symbols.contains(symbol) }
    guard let unit = symbol == "mu" ? .mu : unit else { return nil }
    self = unit
  }

  /// Square metres as 亩, of which one is 2000/3 m² exactly.
  public static func mu(fromSquareMetres area: Double) -> Double { area * 3 / 2_000 }
}
