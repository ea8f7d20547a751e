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
  enum CodingKeys: String, CodingKey {
    case documents, diagnostics
  }

  /// Writes `documents` and `diagnostics`, both always.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(documents, forKey: .documents)
    try container.encode(
      diagnostics.map { DiagnosticRecord($0, language) }, forKey: .diagnostics)
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

  enum CodingKeys: String, CodingKey {
    case code, severity, file, line, column, excerpt, arguments, message, advice
  }

  /// Writes the record; `column` counts characters from 1, as `line` does.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let wording = DiagnosticWording(language)
    try container.encode(diagnostic.code, forKey: .code)
    try container.encode(diagnostic.severity, forKey: .severity)
    try container.encode(diagnostic.file, forKey: .file)
    try container.encodeIfPresent(diagnostic.line, forKey: .line)
    try container.encodeIfPresent(
      diagnostic.meantColumns.map { $0.lowerBound + 1 }, forKey: .column)
    try container.encodeIfPresent(diagnostic.excerpt, forKey: .excerpt)
    try container.encode(diagnostic.arguments, forKey: .arguments)
    try container.encode(wording.sentence(for: diagnostic), forKey: .message)
    try container.encode(wording.advice(for: diagnostic), forKey: .advice)
  }
}
