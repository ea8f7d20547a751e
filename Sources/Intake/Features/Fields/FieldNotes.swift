import Planning

/// What a reader of attributes found, the same fault of a field told once.
struct FieldNotes {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var told: Set<[String]> = []

  init(file: String) { self.file = file }

  mutating func add(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, line: Int?, _ arguments: [String]
  ) {
    diagnostics.append(
      Diagnostic(code, severity, file: file, line: line, arguments: arguments))
  }

  /// Tells a fault unless it was told with the same key before.
  mutating func addOnce(
    _ key: [String], _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, line: Int?,
    _ arguments: [String]
  ) {
    guard told.insert([code.rawValue] + key).inserted else { return }
    add(code, severity, line: line, arguments)
  }
}
