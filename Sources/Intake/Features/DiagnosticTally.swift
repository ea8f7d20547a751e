import Planning

/// Diagnostics of one file, of each kind not more than anyone reads; the rest is counted.
struct DiagnosticTally {
  /// So many of one code are kept.
  static let limit = 1000

  private let file: String
  private var kept: [Diagnostic] = []
  private var counts: [Diagnostic.Code: Int] = [:]

  init(file: String) {
    self.file = file
  }

  /// Adds one.
  mutating func add(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, line: Int? = nil,
    excerpt: String? = nil, _ arguments: [String]
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.limit else { return }
    kept.append(
      Diagnostic(
        code, severity, file: file, line: line, excerpt: excerpt, arguments: arguments))
  }

  /// All that were kept, and at the end how many more there were of each kind.
  var diagnostics: [Diagnostic] {
    kept
      + Diagnostic.Code.allCases.compactMap { code in
        guard let count = counts[code], count > Self.limit else { return nil }
        return Diagnostic(
          .moreAlike, .info, file: file, arguments: [code.rawValue, "\(count - Self.limit)"])
      }
  }
}
