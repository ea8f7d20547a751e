/// What became of one boundary of a file.
public struct BoundaryJoin: Hashable, Sendable {
  /// The parcel it belongs to.
  public enum Parcel: Hashable, Sendable {
    /// Documents speak of the parcel.
    case joined
    /// No document speaks of it: the boundary makes a parcel of its own.
    case unmatched
    /// Several plans have a parcel of the number; the boundary stands by itself. The plans' names.
    case ambiguous([String])
  }

  /// The parcel it belongs to, as far as the register knows by now.
  public var parcel: Parcel
  /// What was written.
  public var change: ImportOutcome.Change
  /// Whether a record before in this import has the same number and plan. Where their shapes differ
  /// the later is in force and the earlier a version before it.
  public var isRepeated: Bool

  /// What became of a boundary.
  public init(parcel: Parcel, change: ImportOutcome.Change, isRepeated: Bool = false) {
    self.parcel = parcel
    self.change = change
    self.isRepeated = isRepeated
  }
}
