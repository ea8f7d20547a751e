/// Shapes of parcel numbers.
enum LandParcelShape {
  /// Whether a text alone, without 地块 beside it, is likely a parcel's number: digits and a dash, or
  /// letters with digits.
  static func isLikely(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: \.isDigit), scalars.count <= 24 else { return false }
    return scalars.contains("-") || scalars.contains { $0.isLatin }
  }
}
