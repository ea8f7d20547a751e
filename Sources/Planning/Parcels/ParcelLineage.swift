/// How parcels came from others: a split, a merger, a new number.
public struct ParcelLineage: Hashable, Sendable, Codable {
  /// What was done.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// One parcel became several.
    case split
    /// Several parcels became one.
    case merge
    /// A parcel got another number.
    case renumber
  }

  /// What was done.
  public var kind: Kind
  /// The numbers before.
  public var from: [String]
  /// The numbers after.
  public var to: [String]
  /// The line that says so, counted from 1.
  public var line: Int

  /// A step of lineage.
  public init(kind: Kind, from: [String], to: [String], line: Int) {
    self.kind = kind
    self.from = from
    self.to = to
    self.line = line
  }
}

/// A change of townships or villages: one merged into another, or renamed.
public struct AdministrativeChange: Hashable, Sendable, Codable {
  /// The units that ended.
  public var from: [String]
  /// The unit they became part of.
  public var into: String
  /// The day of the change, where printed.
  public var date: CalendarDate?
  /// The line that says so, counted from 1.
  public var line: Int

  /// A change.
  public init(from: [String], into: String, date: CalendarDate?, line: Int) {
    self.from = from
    self.into = into
    self.date = date
    self.line = line
  }
}
