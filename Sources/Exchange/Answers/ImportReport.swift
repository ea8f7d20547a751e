internal import Characters
public import Planning
public import Terms

/// What was read from files: documents and what to know about the reading. The JSON of
/// `yulin import --dry-run -f json`.
public struct ImportReport: Sendable {
  /// The documents, in the order of the files.
  public var documents: [LandDocument]
  /// The diagnostics, in the order of the files.
  public var diagnostics: [Diagnostic]
  /// The language of the messages.
  public var language: Language

  /// A report.
  public init(documents: [LandDocument], diagnostics: [Diagnostic], language: Language) {
    self.documents = documents
    self.diagnostics = diagnostics
    self.language = language
  }
}

extension ImportReport: Encodable {
  /// Writes `documents` and `diagnostics`, both always.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("documents", documents)
    try json("diagnostics", diagnostics.map { DiagnosticRecord($0, language) })
  }
}

/// A diagnostic as JSON: its facts, its sentence and its advice.
public struct DiagnosticRecord: Encodable, Sendable {
  private let diagnostic: Diagnostic
  private let language: Language

  /// A record of a diagnostic.
  public init(_ diagnostic: Diagnostic, _ language: Language) {
    self.diagnostic = diagnostic
    self.language = language
  }

  /// Writes the record; `column` counts characters from 1, as `line` does.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    let wording = DiagnosticWording(language)
    try json("code", diagnostic.code)
    try json("severity", diagnostic.severity)
    try json("file", diagnostic.file)
    try json("line", diagnostic.line)
    try json("column", diagnostic.meantColumns.map { $0.lowerBound + 1 })
    try json("excerpt", diagnostic.excerpt)
    try json("arguments", diagnostic.arguments)
    try json("message", wording.sentence(for: diagnostic))
    try json("advice", wording.advice(for: diagnostic))
  }
}
