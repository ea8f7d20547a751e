/// A value of an attribute, in the kinds that a vector tile knows.
///
/// Equal means of the same kind and the same bytes: texts that only look alike are two values, and
/// a number that is none is equal to itself.
enum VectorTileValue: Hashable, Sendable {
  case text(String)
  /// `float_value`.
  case single(Float)
  /// `double_value`.
  case real(Double)
  /// `int_value`.
  case integer(Int64)
  /// `uint_value`.
  case unsigned(UInt64)
  /// `sint_value`.
  case signed(Int64)
  case boolean(Bool)

  /// Whether two values are written in the same way.
  static func == (a: VectorTileValue, b: VectorTileValue) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.single(let a), .single(let b)): a.bitPattern == b.bitPattern
    case (.real(let a), .real(let b)): a.bitPattern == b.bitPattern
    case (.integer(let a), .integer(let b)), (.signed(let a), .signed(let b)): a == b
    case (.unsigned(let a), .unsigned(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    default: false
    }
  }

  /// Values that are equal have equal hashes.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text): hasher.combine(text)
    case .single(let number): hasher.combine(number.bitPattern)
    case .real(let number): hasher.combine(number.bitPattern)
    case .integer(let number), .signed(let number): hasher.combine(number)
    case .unsigned(let number): hasher.combine(number)
    case .boolean(let flag): hasher.combine(flag)
    }
  }
}
