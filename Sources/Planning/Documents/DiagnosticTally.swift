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
    counts[diagnostic.code, default: 0] += 1
    worst[diagnostic.code] = max(worst[diagnostic.code] ?? .info, diagnostic.severity)
    guard counts[diagnostic.code, default: 0] <= limit else { return }
    kept.append(diagnostic)
  }

  /// Adds one of the file.
  public mutating func add(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, line: Int? = nil,
    excerpt: String? = nil, _ arguments: [String]
  ) {
    add(
      Diagnostic(
        code, severity, file: file, line: line, excerpt: excerpt, arguments: arguments))
  }

  /// All that were kept in the order they came, and last how many more there were of each kind, as
  /// grave as the gravest of them.
  public var diagnostics: [Diagnostic] {
    kept
      + Diagnostic.Code.allCases.compactMap { code in
        guard let count = counts[code], count > limit else { return nil }
        return Diagnostic(
          .moreAlike, worst[code] ?? .info, file: file,
          arguments: [code.rawValue, String(count - limit)])
      }
  }
}
