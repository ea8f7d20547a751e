public import Planning
public import SimpleFeatures

/// The value of a property as a filter sees it.
public enum FilterDatum: Hashable, Sendable {
  /// There is none.
  case missing
  /// Yes or no.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// A text.
  case text(String)
  /// A day.
  case date(CalendarDate)
  /// An instant.
  case timestamp(FilterInstant)
  /// There is a shape; what shape is asked otherwise.
  case shape

  /// The value of an attribute; what is no value of the kind its column is of is missing.
  public init(_ value: FieldValue, kind: FilterKind?) {
    self =
      switch (value, kind) {
      case (.none, _): .missing
      case (.integer(let number), .boolean?): .boolean(number != 0)
      case (.integer(let number), _): .integer(number)
      case (.real(let number), _): .real(number)
      case (.text(let text), .date?): CalendarDate(iso: text).map(FilterDatum.date) ?? .missing
      case (.text(let text), .timestamp?):
        FilterInstant(text).map(FilterDatum.timestamp) ?? .missing
      case (.text(let text), _): .text(text)
      }
  }

  /// What kind of value it is; `nil` where there is none.
  public var kind: FilterKind? {
    switch self {
    case .missing: nil
    case .boolean: .boolean
    case .integer, .real: .number
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    case .shape: .shape
    }
  }
}

/// What kind of values a property has.
public enum FilterKind: String, Hashable, Sendable, CaseIterable {
  case boolean, number, text, date, timestamp, shape
}

/// An instant in UTC, written `2025-06-30T08:00:00Z`.
public struct FilterInstant: Hashable, Sendable, Comparable {
  /// The day.
  public let date: CalendarDate
  /// Nanoseconds since midnight.
  public let nanoseconds: Int64

  /// An instant, or `nil` where the text is anything else. Fractions of a second have at most nine
  /// digits.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CalendarDate(iso: halves[0]), halves[1].hasSuffix("Z")
    else { return nil }
    let fields = halves[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count == 2, fields[1].count == 2,
      let hour = FilterInstant.digits(fields[0]), let minute = FilterInstant.digits(fields[1])
    else { return nil }
    let parts = fields[2].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count == 2,
      let second = FilterInstant.digits(parts[0]), hour < 24, minute < 60, second <= 60
    else { return nil }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard (1...9).contains(parts[1].count), let digits = FilterInstant.digits(parts[1]) else {
        return nil
      }
      fraction = (parts[1].count..<9).reduce(digits) { value, _ in value * 10 }
    }
    self.date = date
    nanoseconds = ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + fraction
  }

  private static func digits(_ text: some StringProtocol) -> Int64? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
  }

  /// Orders instants by time.
  public static func < (a: FilterInstant, b: FilterInstant) -> Bool {
    (a.date, a.nanoseconds) < (b.date, b.nanoseconds)
  }
}

/// The pattern of LIKE: `%` stands for any characters, `_` for one, `\` takes the sense from the
/// character behind it.
public struct FilterPattern: Hashable, Sendable {
  /// The pattern as written.
  public let text: String
  /// Whether capitals do not matter (CASEI around the pattern).
  public let isCaseInsensitive: Bool
  private let pieces: [Piece]

  private enum Piece: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case one
    case many
  }

  /// A pattern; `nil` where a `\` stands before anything but `%`, `_` and `\`.
  init?(_ text: String, isCaseInsensitive: Bool) {
    self.text = text
    self.isCaseInsensitive = isCaseInsensitive
    var pieces: [Piece] = []
    var isEscaped = false
    for scalar in (isCaseInsensitive ? CaseFolding.folded(text) : text).unicodeScalars {
      if isEscaped {
        guard scalar == "%" || scalar == "_" || scalar == "\\" else { return nil }
        pieces.append(.scalar(scalar))
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "%" {
        if pieces.last != .many { pieces.append(.many) }
      } else {
        pieces.append(scalar == "_" ? .one : .scalar(scalar))
      }
    }
    guard !isEscaped else { return nil }
    self.pieces = pieces
  }

  /// A text in which `*` stands for any characters.
  init(stars text: String) {
    self.text = text
    isCaseInsensitive = false
    pieces = text.unicodeScalars.map { $0 == "*" ? .many : .scalar($0) }
  }

  /// Whether a whole text fits. The time is at most the product of both lengths.
  func matches(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    var piece = 0
    var retry: (piece: Int, place: String.Index)?
    while place < scalars.endIndex {
      if piece < pieces.count {
        switch pieces[piece] {
        case .many:
          retry = (piece + 1, place)
          piece += 1
          continue
        case .one:
          piece += 1
          scalars.formIndex(after: &place)
          continue
        case .scalar(let scalar) where scalar == scalars[place]:
          piece += 1
          scalars.formIndex(after: &place)
          continue
        case .scalar: break
        }
      }
      guard var last = retry else { return false }
      scalars.formIndex(after: &last.place)
      (piece, place) = (last.piece, last.place)
      retry = last
    }
    return pieces[piece...].allSatisfy { $0 == .many }
  }
}

/// Texts without regard to capitals.
enum CaseFolding {
  /// Capitals first, then small letters: so `ß` is `ss`, and both forms of σ are one.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && !(65...90).contains($0) }) { return text }
    return text.uppercased().lowercased()
  }
}
