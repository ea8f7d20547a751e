import Planning

extension Diagnostic {
  /// The characters of the line that are meant: those the reader marked, else the first place where
  /// the line has the value that the diagnostic is about.
  var meantColumns: Range<Int>? {
    if let columns { return columns }
    guard let excerpt else { return nil }
    for index in tellingArguments where arguments.indices.contains(index) {
      let argument = arguments[index]
      let plain = argument.hasSuffix(".0") ? String(argument.dropLast(2)) : argument
      guard !plain.isEmpty, let range = excerpt.ranges(of: plain).first else { continue }
      let start = excerpt.distance(from: excerpt.startIndex, to: range.lowerBound)
      return start..<start + plain.count
    }
    return nil
  }

  /// The arguments that are likely to stand in the line, the most telling first.
  private var tellingArguments: [Int] {
    switch code {
    case .ratioOver100: [2, 0]
    case .conflictingValues: [3, 2, 0]
    case .emptyInterval: [0]
    case .cellNotUnderstood: [1]
    case .sentenceNotUnderstood, .totalMismatch, .countMismatch, .codeNotInScheme,
      .codeNameMismatch, .codeWithoutScheme, .unknownColumn, .unitMissing:
      [0]
    default: []
    }
  }
}
