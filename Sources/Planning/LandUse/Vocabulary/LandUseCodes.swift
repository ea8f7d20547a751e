/// The codes of a mixed use in one printed run: `070102/0702`, `070102+0901`, `1101-07`.
public enum LandUseCodes {
  /// The codes of a run, the main one first; one code gives itself.
  public static func split(_ run: some StringProtocol) -> [String] {
    LandUseName.folded(run).split { separators.contains($0) }.map(String.init)
  }

  private static let separators: Set<Character> = [
    "/", "+", "-", "、", ",", "，", ";", "；", "－", "—", "–", "&", "|", "·",
  ]

  /// The parts of a mixed name: `物流仓储-居住用地` is 物流仓储 and 居住用地. What stands in brackets
  /// is left out.
  static func splitName(_ name: String) -> [String] {
    var plain = ""
    var depth = 0
    for character in LandUseName.folded(name) {
      switch character {
      case "(", "（", "[", "【", "〔": depth += 1
      case ")", "）", "]", "】", "〕": depth = max(0, depth - 1)
      default: if depth == 0 { plain.append(character) }
      }
    }
    return plain.split { separators.contains($0) || $0 == "兼" || $0 == "和" || $0 == "及" }
      .map(String.init)
  }
}
