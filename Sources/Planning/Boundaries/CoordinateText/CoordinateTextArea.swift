public import Terms

/// An area as a coordinate text prints it: digits and perhaps a unit, `5.7089` or `0.7655公顷`.
public struct CoordinateTextArea: Hashable, Sendable {
  /// The number as printed.
  public var digits: String
  /// The unit printed behind it; the format means hectares where there is none.
  public var unit: AreaUnit?

  /// Reads a printed area; `nil` where it is none, or is blank or zero, which says nothing.
  public init?(_ text: String) {
    let plain = text.unicodeScalars.compactMap { scalar -> Character? in
      let folded =
        (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      return folded.properties.isWhitespace ? nil : Character(folded)
    }
    let number = plain.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    digits = String(number)
    guard let value = Double(digits), value > 0 else { return nil }
    switch String(plain.dropFirst(number.count)).lowercased() {
    case "": unit = nil
    case "公顷", "hm2", "hm²", "ha": unit = .hectare
    case "平方米", "平米", "m2", "m²", "㎡": unit = .squareMetre
    case "亩": unit = .mu
    default: return nil
    }
  }

  /// The area in square metres, taking hectares where no unit is printed.
  public var squareMetres: Double? {
    StatedArea(digits: digits, unit: unit ?? .hectare)?.squareMetres
  }
}
