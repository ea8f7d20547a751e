internal import Planning
public import SimpleFeatures

/// What a listing is narrowed to, and how it is sorted.
public struct RegisterFilter: Sendable {
  /// What is listed.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// Parcels.
    case parcels
    /// Documents.
    case documents
    /// Supply, reserve and reclaim acts.
    case transactions
    /// Hazard sites.
    case sites

    /// What may be asked for.
    public var properties: FilterProperties {
      switch self {
      case .parcels: .parcels
      case .documents: .documents
      case .transactions: .transactions
      case .sites: .sites
      }
    }
  }

  /// What is listed.
  public let subject: Subject
  /// What must hold; `nil` for all.
  public let condition: FilterExpression?
  /// How it is sorted; `nil` for the order that the subject has of itself.
  public let order: FilterOrder?

  /// A filter as people write it.
  ///
  /// - Parameters:
  ///   - texts: conditions that must all hold, each in CQL2 text or as people write it.
  ///   - order: names to sort by, see ``FilterOrder``.
  /// - Throws: ``FilterError``.
  public init(
    parsing texts: [String] = [], order: String? = nil, for subject: Subject
  ) throws(FilterError) {
    self.subject = subject
    condition = try FilterExpression(parsing: texts, properties: subject.properties)
    self.order = try FilterOrder(parsing: order, properties: subject.properties)
  }

  /// All of a subject.
  public init(subject: Subject) {
    (self.subject, condition, order) = (subject, nil, nil)
  }
}

/// What features are sorted by: names of properties, the first before the second; with `-` in front
/// the greatest first. What has no value comes last.
public struct FilterOrder: Hashable, Sendable {
  private struct Key: Hashable {
    var columns: [String]
    var kind: FilterKind?
    var isDescending: Bool
  }

  private let keys: [Key]

  /// An order as people write it: `-面积,parcel_id`.
  ///
  /// - Returns: `nil` where nothing is named.
  /// - Throws: ``FilterError`` of a name that is not known.
  public init?(parsing text: String?, properties: FilterProperties) throws(FilterError) {
    guard let text else { return nil }
    var keys: [Key] = []
    var offset = 0
    for written in text.split(
      omittingEmptySubsequences: false, whereSeparator: { ",，、".contains($0) })
    {
      let blanks = written.prefix { $0.isWhitespace }.count
      let name = written.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
      let sign = name.prefix { "-+－＋".contains($0) }
      guard let property = properties[String(name.dropFirst(sign.count))], property.kind != .shape
      else {
        var error = properties.unknown(
          String(name.dropFirst(sign.count)), at: offset + blanks + sign.unicodeScalars.count)
        error.isOfOrder = true
        throw error
      }
      keys.append(
        Key(
          columns: property.columns.isEmpty ? property.spelled : property.columns,
          kind: property.kind, isDescending: sign == "-" || sign == "－"))
      offset += written.unicodeScalars.count + 1
    }
    self.keys = keys
  }

  /// The columns that are sorted by.
  public var columns: [String] { keys.flatMap(\.columns) }

  /// The values that a feature is sorted by.
  public func values(of feature: Int, in table: FeatureTable) -> [FilterDatum] {
    keys.map { key in
      for column in key.columns {
        let value = FilterDatum(table.field(column)?.values[feature] ?? .none, kind: key.kind)
        if value != .missing { return value }
      }
      return .missing
    }
  }

  /// The places of features by the values they are sorted by; where these are the same, in the order
  /// given.
  public func sorted(_ values: [[FilterDatum]]) -> [Int] {
    values.indices.sorted { a, b in
      precedes(values[a], values[b]) ?? (a < b)
    }
  }

  /// Whether one comes before another; `nil` where either may.
  private func precedes(_ a: [FilterDatum], _ b: [FilterDatum]) -> Bool? {
    for (key, (first, second)) in zip(keys, zip(a, b)) {
      if first == .missing || second == .missing {
        if first == second { continue }
        return second == .missing
      }
      if FilterSign.less.holds(first, second) == true { return !key.isDescending }
      if FilterSign.greater.holds(first, second) == true { return key.isDescending }
    }
    return nil
  }
}
