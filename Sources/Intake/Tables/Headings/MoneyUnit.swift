import Planning
import Terms

/// The unit in which a heading or a cell gives money: 万元, 元/㎡.
struct MoneyUnit: Equatable {
  /// One of it in yuan.
  var yuan: Double
  /// The area of land that it is paid for, where it is a unit price.
  var per: AreaUnit?

  init(yuan: Double, per: AreaUnit? = nil) {
    self.yuan = yuan
    self.per = per
  }

  /// The unit that a text names, `nil` where it names none.
  init?(in text: String) {
    guard let unit = HeadingWords.moneyUnit(text) else { return nil }
    self.init(yuan: unit)
    guard let mark = text.firstRange(of: "元/") ?? text.firstRange(of: "元每") else { return }
    let behind = String(text[mark.upperBound...].prefix(4))
    per = HeadingWords.areaUnit(behind)
  }

  /// A number of it, in yuan, or in yuan per 亩 where it is a unit price.
  func amount(_ number: Double) -> Double {
    var amount = number * yuan
    if let per {
      let (own, mu) = (per.squareMetres, AreaUnit.mu.squareMetres)
      amount *= (mu.numerator * own.denominator) / (mu.denominator * own.numerator)
    }
    return (amount * 100).rounded() / 100
  }
}
