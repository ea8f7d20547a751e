/// How many parcels there are as of a moment.
public struct ParcelCounts: Hashable, Sendable {
  /// All of them.
  public var all = 0
  /// Those with a boundary.
  public var mapped = 0
  /// Those whose boundary only shows roughly where they lie.
  public var schematic = 0
}
