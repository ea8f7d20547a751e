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
