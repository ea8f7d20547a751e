/// Diagnostics of one file, of each kind not more than anyone reads; the rest is counted.
public struct DiagnosticTally: Hashable, Sendable {
  /// So many of one code are kept.
  public let limit: Int
  /// The file.
  public let file: String
  private var kept: [Diagnostic] = []
  private var counts: [Diagnostic.Code: Int] = [:]
  private var worst: [Diagnostic.Code: Diagnostic.Severity] = [:]

  /// No diagnostics yet.
  public init(file: String, limit: Int = 100) {
    self.file = file
    self.limit = limit
  }

  /// Adds one.
  public mutating func add(_ diagnostic: Diagnostic) {
    let code = diagnostic.code
    counts[code, default: 0] += 1
    worst[code] = max(worst[code] ?? .info, diagnostic.severity)
    guard counts[code, default: 0] <= limit else { return }
    kept.append(diagnostic)
  }

  /// Adds one of the file.
  public mutating func add(
    _ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, line: Int? = nil,
    excerpt: String? = nil
  ) {
    add(Diagnostic(fact, severity, file: file, line: line, excerpt: excerpt))
  }

  /// All that were kept in the order they came, and last how many more there were of each kind, as
  /// grave as the gravest of them.
  public var diagnostics: [Diagnostic] {
    kept
      + Diagnostic.Code.allCases.compactMap { code in
        guard let count = counts[code], count > limit else { return nil }
        return Diagnostic(.moreAlike(code, count - limit), worst[code] ?? .info, file: file)
      }
  }
}
