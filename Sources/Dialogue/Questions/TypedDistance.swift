/// A distance as people write it.
public enum TypedDistance {
  /// The metres of `50`, `50m`, `0.5km`, `50米`, `1公里`; `nil` of anything else.
  public static func metres(_ text: String) -> Double? {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    let units: [(String, Double)] = [
      ("km", 1_000), ("公里", 1_000), ("千米", 1_000), ("米", 1), ("m", 1), ("", 1),
    ]
    guard let unit = units.first(where: { folded.hasSuffix($0.0) }) else { return nil }
    let digits = folded.dropLast(unit.0.count)
    guard digits.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }),
      let number = Double(digits), number.isFinite
    else { return nil }
    return number * unit.1
  }
}
