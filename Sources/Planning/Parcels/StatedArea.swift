public import Characters
public import Terms

/// An area as a document states it: square metres, and what was printed.
public struct StatedArea: Hashable, Sendable {
  /// The area in square metres.
  public var squareMetres: Double
  /// The area as printed, unit included, without spaces.
  public var text: String?
  /// Whether the document says 约.
  public var isApproximate: Bool

  /// An area in square metres.
  public init(squareMetres: Double, text: String? = nil, isApproximate: Bool = false) {
    self.squareMetres = squareMetres
    self.text = text
    self.isApproximate = isApproximate
  }

  /// An area from decimal digits and a unit, rounded once: 23.7347 公顷 is 237 347 m² exactly.
  ///
  /// - Parameters:
  ///   - digits: a decimal number, at most 18 digits, without signs or separators.
  ///   - unit: the unit printed behind it.
  /// - Returns: `nil` where the digits are not such a number.
  public init?(digits: some StringProtocol, unit: AreaUnit, isApproximate: Bool = false) {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let mantissa = Int(parts.joined()), mantissa >= 0 else {
      return nil
    }
    var power = 1.0
    if parts.count == 2 { for _ in parts[1] { power *= 10 } }
    let factor = unit.squareMetres
    self.init(
      squareMetres: Double(mantissa) * factor.numerator / (factor.denominator * power),
      text: "\(digits)\(unit.rawValue)", isApproximate: isApproximate)
  }
}

extension StatedArea: JSONRecord {
  /// An area of nothing.
  public static var blank: StatedArea { StatedArea(squareMetres: 0) }

  /// Reads or writes three members, which stand among those of a larger record.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("area_m2", &squareMetres)
    try json("area_text", &text)
    try json("area_approximate", &isApproximate, leftOut: false)
  }
}
