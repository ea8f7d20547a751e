import Planning

/// What a land-use code looks like, and how mixed codes are taken apart.
enum LandUseCode {
  /// Whether a text has the shape of a code: 2, 4 or 6 digits, or a capital or two with up to three
  /// digits (R2, A33, U12, RB).
  static func isCode(_ text: some StringProtocol) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first else { return false }
    if first.isDigit {
      return [2, 4, 6].contains(scalars.count) && scalars.allSatisfy(\.isDigit)
    }
    return isLetterCode(scalars) || letterParts(scalars) != nil
  }

  /// The codes in a text such as `070102/0702`, `1101-07`, `070102+0901`, `R2B1`, in order; empty
  /// where some part is no code.
  static func codes(in text: some StringProtocol) -> [String] {
    var codes: [String] = []
    for part in text.split(whereSeparator: { "/+、,-&;和与".contains($0) }) {
      guard isCode(part) else {
        return []
      }
      let scalars = Array(part.unicodeScalars)
      codes +=
        isLetterCode(scalars) || scalars[0].isDigit
        ? [String(part)] : letterParts(scalars) ?? [String(part)]
    }
    return codes
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value)
  }

  /// One capital, up to three digits, perhaps a small letter.
  private static func isLetterCode(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, isCapital(first), scalars.count <= 5 else { return false }
    let rest = scalars.dropFirst()
    let digits = rest.prefix { $0.isDigit }
    let tail = rest.dropFirst(digits.count)
    return digits.count <= 3 && tail.count <= 1
      && tail.allSatisfy { $0.isLatin && !isCapital($0) }
  }

  /// Letter codes run together: `RB`, `R2B1`.
  private static func letterParts(_ scalars: [Unicode.Scalar]) -> [String]? {
    var parts: [String] = []
    for scalar in scalars {
      if isCapital(scalar) {
        parts.append(String(scalar))
      } else if scalar.isDigit, let last = parts.popLast() {
        parts.append(last + String(scalar))
      } else {
        return nil
      }
    }
    return (2...3).contains(parts.count) ? parts : nil
  }
}
