internal import Terms

/// The rules of a family that judge what is said: a check asks them of each parcel, then of each
/// document, then of each file, and at the end of what needs all of them. A family says what it has
/// to say of; of the rest it finds nothing.
public protocol RuleSet: Sendable {
  /// Judges a parcel.
  mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector)

  /// Judges a document.
  mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector)

  /// Judges a file that the register was filled from, once the documents were seen.
  mutating func judge(_ file: CheckedFile, into findings: inout FindingCollector)

  /// Judges what needs all parcels, documents and files, once they were seen.
  mutating func finish(into findings: inout FindingCollector)
}

extension RuleSet {
  /// Finds nothing about a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {}

  /// Finds nothing about a document.
  public mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector) {}

  /// Finds nothing about a file.
  public mutating func judge(_ file: CheckedFile, into findings: inout FindingCollector) {}

  /// Finds nothing more.
  public mutating func finish(into findings: inout FindingCollector) {}
}

/// A parcel as the rules see it.
public struct CheckedParcel: Sendable {
  /// What is in force, with its acts, history and boundary in short.
  public var record: ParcelRecord
  /// All that is said under the parcel's key, statement by statement: of several parcels where a
  /// number repeats across plans.
  public var facts: PlotFacts

  /// A parcel.
  public init(record: ParcelRecord, facts: PlotFacts) {
    self.record = record
    self.facts = facts
  }

  /// The stage it has reached.
  public var stage: RuleStage { RuleStage(of: record) }

  /// The parcel as the subject of a finding.
  public var subject: FindingSubject { FindingSubject(record) }
}

extension CheckedParcel {
  /// What plans and tables say of this parcel, of all that is said under its key, in the order of
  /// their documents; what documents of acts say is no plan.
  ///
  /// A number repeats across plans: statements of the other parcels of that number are left out.
  var statements: [RegisterFact<ParcelStatement>] {
    let planKey = record.values.plan.flatMap { PlanName.key($0) }
    let isNumber = PlotKey.isNumber(facts.key)
    let location = record.values.location.map(SearchText.normalized)
    return facts.statements.filter { statement in
      let said = statement.fact
      guard !said.source.kind.isOfActs else { return false }
      guard PlotFolding.compatible(statement.planKey, planKey),
        PlotFolding.compatible(said.county, record.county),
        isNumber || PlotFolding.compatible(said.fact.location.map(SearchText.normalized), location)
      else { return false }
      return record.documents.contains { $0.isOfDocument(said.source) }
    }.map(\.fact).sorted(by: RegisterFact.precedes)
  }
}

extension DocumentReference {
  /// Whether two references are to one document, wherever in it.
  public func isOfDocument(_ other: DocumentReference) -> Bool {
    number == other.number && title == other.title && date == other.date
  }

  /// The reference with the lines of another place in it.
  func at(_ place: SourcePlace) -> DocumentReference {
    var copy = self
    copy.place = place
    return copy
  }
}

extension FindingCollector {
  /// By how much two areas may differ, in square metres: the rule's `tolerance_m2`, or its
  /// `tolerance_percent` of the area where that is more.
  func allowedDifference(_ code: RuleCode, of area: Double) -> Double {
    max(
      book.number(code, "tolerance_m2"),
      book.number(code, "tolerance_percent") / 100 * area)
  }
}

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

/// A file that documents, boundaries or a layer were read from, as the rules see it.
public struct CheckedFile: Sendable {
  /// The file as the register names it.
  public var file: SourceFile
  /// What is found where the register says that it is.
  public var state: SourceFileState
  /// What was read from it, where that is no document: a boundary file or a layer.
  public var subject: FindingSubject?

  /// A file.
  public init(_ file: SourceFile, _ state: SourceFileState, subject: FindingSubject? = nil) {
    self.file = file
    self.state = state
    self.subject = subject
  }
}

/// What is found where the register says that a file is. Who asks measures it: rules only judge.
public enum SourceFileState: Hashable, Sendable {
  /// The file is there, with the bytes that were read.
  case present
  /// A file is there, with other bytes: their SHA-256 in hexadecimal.
  case changed(sha256: String)
  /// No file is there.
  case missing
  /// The register names the file by a path that means nothing from here, so nothing can be said.
  case elsewhere
}

/// A boundary or a layer's feature as the rules about shapes see it.
public struct CheckedShape: Hashable, Sendable {
  /// What it is.
  public var subject: FindingSubject
  /// The stage that the land has reached.
  public var stage: RuleStage
  /// Its plane area in square metres, in the register's coordinate system.
  public var squareMetres: Double?
  /// Whether it only shows roughly where it lies.
  public var isSchematic: Bool
  /// The document or the file that it is from.
  public var source: DocumentReference?

  /// A shape.
  public init(
    subject: FindingSubject, stage: RuleStage = .approved, squareMetres: Double? = nil,
    isSchematic: Bool = false, source: DocumentReference? = nil
  ) {
    self.subject = subject
    self.stage = stage
    self.squareMetres = squareMetres
    self.isSchematic = isSchematic
    self.source = source
  }
}

extension Finding {
  /// Fills in what a finding takes from the shape that it is about: its share, its quality, its
  /// source.
  mutating func take(_ shape: CheckedShape, squareMetres area: Double? = nil) {
    squareMetres = area
    if let area, let whole = shape.squareMetres, whole > 0 { share = min(area / whole, 1) * 100 }
    isSchematic = isSchematic || shape.isSchematic
    if let source = shape.source, !sources.contains(source) { sources.append(source) }
  }
}
