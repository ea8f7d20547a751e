public import Planning

/// What a check is asked to look at.
public struct CheckRequest: Sendable {
  /// The rules, the day and the scope.
  public var book: RuleBook
  /// The moment asked about.
  public var moment: Moment
  /// Only findings about parcels of these numbers; all where it is empty. The rules still see all
  /// parcels, since some compare one with the others.
  public var parcels: [String] = []
  /// Only these reference layers, by name; all where it is empty.
  public var layers: [String] = []

  /// A request.
  public init(book: RuleBook, moment: Moment = .now) {
    self.book = book
    self.moment = moment
  }
}

/// What a check is doing.
public enum CheckStep: Hashable, Sendable {
  /// So many plots were judged by what is said of them.
  case plots(Int)
  /// So many documents were judged.
  case documents(Int)
  /// So many boundaries were read.
  case boundaries(Int)
  /// The boundaries are judged one by one.
  case shapes
  /// The boundaries are compared with each other.
  case overlaps
  /// A reference layer is read and compared with the boundaries.
  case layer(String)
}
