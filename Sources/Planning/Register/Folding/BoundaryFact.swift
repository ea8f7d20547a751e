internal import Terms
public import SimpleFeatures

/// A boundary as the register holds it. Its shape is asked for by ``id``.
public struct BoundaryFact: Hashable, Sendable {
  /// The row of the version in the register.
  public var id: Int64
  /// The version among those of the same number and plan, counted from 1.
  public var version: Int
  /// When the register learnt of it, UTC.
  public var recordedAt: String
  /// The county, where it can be told.
  public var county: String?
  /// The key of the plan, where it is told.
  public var planKey: String?
  /// The file and what holds of all its boundaries.
  public var source: BoundarySource
  /// What is said of the parcel, and what was measured.
  public var record: BoundaryRecord
  /// The box around the shape, in the file's coordinate system.
  public var envelope: Envelope?

  /// A boundary.
  public init(
    id: Int64, version: Int, recordedAt: String, county: String?, planKey: String?,
    source: BoundarySource, record: BoundaryRecord, envelope: Envelope?
  ) {
    self.id = id
    self.version = version
    self.recordedAt = recordedAt
    self.county = county
    self.planKey = planKey
    self.source = source
    self.record = record
    self.envelope = envelope
  }

  /// The file as the source of what its attributes say.
  public var reference: DocumentReference {
    DocumentReference(
      number: nil, title: source.file.name, date: source.date, kind: .other, version: version,
      recordedAt: recordedAt, place: record.statement.place)
  }

  /// Orders boundaries of one parcel; the last is in force. By date, undated ones first; one that
  /// names its plan yields to none that does not; then by when the register learnt of them.
  static func precedes(_ a: BoundaryFact, _ b: BoundaryFact) -> Bool {
    if a.source.date != b.source.date {
      guard let first = a.source.date else { return true }
      guard let second = b.source.date else { return false }
      return first < second
    }
    if (a.planKey == nil) != (b.planKey == nil) { return a.planKey == nil }
    return (a.recordedAt, a.id) < (b.recordedAt, b.id)
  }
}
