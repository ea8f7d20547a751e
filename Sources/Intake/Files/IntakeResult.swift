public import Planning

/// What one file gave.
public struct IntakeResult: Sendable {
  /// The land documents in it, in order.
  public var documents: [LandDocument]
  /// What a reader should know about the reading.
  public var diagnostics: [Diagnostic]
  /// The SHA-256 of the file's bytes, in hexadecimal.
  public var sha256: String
  /// How it was read: this version of the program, and what recognised the text of a picture.
  public var extractor = DocumentIntake.extractor
  /// The text as the readers saw it, by whose lines facts are told; of a workbook one for each sheet.
  public var texts: [SourceText] = []

  /// The result of reading a file.
  public init(documents: [LandDocument], diagnostics: [Diagnostic], sha256: String) {
    self.documents = documents
    self.diagnostics = diagnostics
    self.sha256 = sha256
  }
}
