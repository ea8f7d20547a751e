/// A value in a filter: of a property, or written out.
public indirect enum FilterOperand: Hashable, Sendable {
  /// The value of a property.
  case property(String)
  /// A written value.
  case value(FilterDatum)
  /// A text without regard to capitals (CASEI).
  case caseInsensitive(FilterOperand)

  /// The property's name, where it is one.
  public var property: String? {
    switch self {
    case .property(let name): name
    case .value: nil
    case .caseInsensitive(let inner): inner.property
    }
  }
}

/// The sign of a comparison.
public enum FilterSign: String, Hashable, Sendable, CaseIterable {
  /// The same.
  case equal = "="
  /// Not the same.
  case notEqual = "<>"
  /// Less.
  case less = "<"
  /// More.
  case greater = ">"
  /// Less or the same.
  case atMost = "<="
  /// More or the same.
  case atLeast = ">="
}

/// The values behind IN.
public struct FilterList: Hashable, Sendable {
  /// The values, as written.
  public let items: [FilterOperand]
  /// The same as a set, where all are written values: a list may have thousands.
  let values: Set<FilterDatum>?

  init(_ items: [FilterOperand]) {
    self.items = items
    var values: Set<FilterDatum> = []
    for item in items {
      // Numbers are left out: 1 and 1.0 are one number.
      guard case .value(.text(let text)) = item else {
        self.values = nil
        return
      }
      values.insert(.text(text))
    }
    self.values = values
  }
}
