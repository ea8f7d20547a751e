/// Tells the lines that belong to the page and not to the text: page numbers, running heads.
struct PageFurniture {
  private let repeated: Set<String>

  /// Learns which short lines repeat through a file.
  init(lines: [SourceLine]) {
    var counts: [String: Int] = [:]
    for line in lines where line.plain.count <= 60 {
      let compact = line.compact
      guard PageFurniture.looksLikeHead(compact) else { continue }
      counts[PageFurniture.withoutDigits(compact), default: 0] += 1
    }
    repeated = Set(counts.filter { $0.value >= 2 }.keys)
  }

  /// Whether a line is page furniture.
  func contains(_ line: SourceLine) -> Bool {
    guard line.plain.count <= 120 else { return false }
    let compact = line.compact
    guard !compact.isEmpty else { return false }
    if PageFurniture.isPageNumber(compact) || PageFurniture.isRule(compact) { return true }
    guard PageFurniture.looksLikeHead(compact) else { return false }
    return repeated.contains(PageFurniture.withoutDigits(compact))
      || compact.unicodeScalars.contains(where: \.isDigit)
  }

  /// A gazette's running head names the gazette or the section between dots: `·县政府文件·`.
  private static func looksLikeHead(_ compact: String) -> Bool {
    if compact.has("。") || compact.has(";") { return false }
    if compact.has("公报") {
      return !compact.has("〔") && !compact.has("《") && compact.count <= 40
    }
    if compact.hasPrefix("·") && compact.hasSuffix("·") { return true }
    let words = ["政府文件", "办公室文件", "部门文件", "政务公开"]
    return words.contains { compact.has($0) } && compact.count <= 20
  }

  /// `12`, `- 12 -`, `第 12 页`, `第 3 页 共 10 页`, `12/30`.
  private static func isPageNumber(_ compact: String) -> Bool {
    var digits = 0
    for scalar in compact.unicodeScalars {
      if scalar.isDigit {
        digits += 1
      } else if !("-·.第页共/|~—".unicodeScalars.contains(scalar)) {
        return false
      }
    }
    guard (1...6).contains(digits) else { return false }
    let framed = compact.unicodeScalars.contains { !$0.isDigit && $0 != "." && $0 != "/" }
    if !framed { return digits <= 3 && !compact.has(".") && !compact.has("/") }
    return compact.hasPrefix("-") || compact.hasPrefix("第") || compact.hasPrefix("·")
  }

  /// A line drawn across the page.
  static func isRule(_ compact: String) -> Bool {
    compact.unicodeScalars.count >= 8
      && compact.unicodeScalars.allSatisfy { "-_=—━─~".unicodeScalars.contains($0) }
  }

  private static func withoutDigits(_ text: String) -> String {
    String(text.unicodeScalars.lazy.filter { !$0.isDigit })
  }
}
