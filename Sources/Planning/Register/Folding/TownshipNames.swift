/// The townships that became part of others, by which a search for one finds what was printed under
/// the names of those merged into it.
public struct TownshipNames: Hashable, Sendable {
  private var parts: [String: [String]] = [:]

  /// The names as of a day.
  ///
  /// - Parameters:
  ///   - changes: the mergers and renamings, each with the date of its document, which counts where
  ///     the change has none of its own.
  ///   - asOf: the day; `nil` for now.
  public init(_ changes: [(change: AdministrativeChange, date: CalendarDate?)], asOf: CalendarDate?)
  {
    for (change, date) in changes where Moment(asOf: asOf).includes(date: change.date ?? date) {
      parts[SearchText.normalized(change.into), default: []] += change.from.map(
        SearchText.normalized)
    }
  }

  /// The name and those of all units that became part of it, normalised.
  public func names(of name: String) -> [String] {
    var names = [SearchText.normalized(name)]
    var next = 0
    while next < names.count {
      for part in parts[names[next]] ?? [] where !names.contains(part) { names.append(part) }
      next += 1
    }
    return names
  }

  /// Whether a text names a township: 镇, 乡 or 街道.
  public static func isNamed(in text: String) -> Bool {
    text.contains("镇") || text.contains("乡") || text.contains("街道")
  }
}
