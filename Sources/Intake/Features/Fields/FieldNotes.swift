import Planning

/// What a reader of attributes found, the same fault of a field told once.
struct FieldNotes {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var told: Set<[String]> = []

  init(file: String) { self.file = file }

  mutating func add(_ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, line: Int?) {
    diagnostics.append(Diagnostic(fact, severity, file: file, line: line))
  }

  /// Tells a fault unless it was told with the same key before.
  mutating func addOnce(
    _ key: [String], _ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, line: Int?
  ) {
    guard told.insert([fact.code.rawValue] + key).inserted else { return }
    add(fact, severity, line: line)
  }
}
