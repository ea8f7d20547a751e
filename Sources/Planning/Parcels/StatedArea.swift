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

extension StatedArea: Codable {
  enum CodingKeys: String, CodingKey {
    case squareMetres = "area_m2"
    case text = "area_text"
    case isApproximate = "area_approximate"
  }

  /// Reads the three flat keys `area_m2`, `area_text`, `area_approximate`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    squareMetres = try container.decode(Double.self, forKey: .squareMetres)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    isApproximate = try container.decodeIfPresent(Bool.self, forKey: .isApproximate) ?? false
  }

  /// Reads the flat keys out of a larger record, `nil` where it has no `area_m2`.
  static func ifPresent(in decoder: any Decoder) throws -> StatedArea? {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decodeIfPresent(Double.self, forKey: .squareMetres) != nil else {
      return nil
    }
    return try StatedArea(from: decoder)
  }
}
