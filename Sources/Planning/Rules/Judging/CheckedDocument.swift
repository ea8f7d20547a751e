/// A document in force as the rules see it.
public struct CheckedDocument: Sendable {
  /// What it says, whole.
  public var document: LandDocument
  /// What names it, and where it is printed.
  public var reference: DocumentReference
  /// The file it was read from.
  public var file: SourceFile
  /// The county, where it can be told.
  public var county: String?

  /// A document.
  public init(
    document: LandDocument, reference: DocumentReference, file: SourceFile, county: String?
  ) {
    self.document = document
    self.reference = reference
    self.file = file
    self.county = county
  }

  /// The document as the subject of a finding.
  public var subject: FindingSubject { FindingSubject(reference) }
}
