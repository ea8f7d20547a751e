/// How sure a row of a vocabulary or crosswalk is.
public enum LandUseConfidence: String, Hashable, Sendable, Codable, CaseIterable {
  /// Two sources agree, or the names are the same.
  case high
  /// One good source, or a clear fit.
  case mediumHigh = "medium-high"
  /// One source, or a fit that practice divides over.
  case medium
  /// A hint. For a class: local practice, not the published scheme.
  case low
  /// The row says that there is nothing to map to.
  case none
}

extension LandUseConfidence: Comparable {
  private var rank: Int {
    switch self {
    case .none: 0
    case .low: 1
    case .medium: 2
    case .mediumHigh: 3
    case .high: 4
    }
  }

  /// Orders by sureness, the least first.
  public static func < (a: LandUseConfidence, b: LandUseConfidence) -> Bool { a.rank < b.rank }
}
