public import SimpleFeatures

/// The guard over many shapes.
extension ShapeGuard {
  /// What is out of order in a column: features refused, and features with empty parts. A feature
  /// without any vertex is refused; one that has no shape at all is passed over.
  public func check(_ column: GeometryColumn) -> ColumnVerdict {
    var verdict = ColumnVerdict()
    column.withFlatColumn { flat in
      // One pass over all numbers tells almost always that none is bad.
      let numbersAreFine = unsafe allOrdinary(flat.xy)
      for feature in 0..<column.count {
        guard let shape = flat[feature] else { continue }
        if let refusal = refusal(of: shape, numbersAreFine: numbersAreFine) {
          verdict.refused.append(ColumnVerdict.Refused(feature: feature, refusal: refusal))
          continue
        }
        let empty = emptyParts(of: shape)
        if empty > 0 {
          verdict.emptyParts.append(ColumnVerdict.EmptyParts(feature: feature, count: empty))
        }
      }
    }
    return verdict
  }

  /// Why a feature's shape is not let through.
  func refusal(of shape: FlatShape, numbersAreFine: Bool) -> ShapeRefusal? {
    guard !shape.vertices.isEmpty else { return ShapeRefusal(.empty) }
    if !numbersAreFine, let refusal = refusalOfNumbers(in: shape) { return refusal }
    return refusalOfForm(shape)
  }

  /// The column without the empty parts that a verdict on it names.
  public func withoutEmptyParts(
    _ column: GeometryColumn, _ verdict: ColumnVerdict
  ) -> GeometryColumn {
    guard !verdict.emptyParts.isEmpty else { return column }
    let affected = Set(verdict.emptyParts.map(\.feature))
    var cleaned = GeometryColumn()
    for feature in 0..<column.count {
      let shape = column[feature]
      cleaned.append(affected.contains(feature) ? shape?.withoutEmptyParts() : shape)
    }
    return cleaned
  }

  /// Whether every number is finite and neither absurd nor smaller than the least.
  ///
  /// Without branches, so that the compiler takes several numbers at a time.
  func allOrdinary(_ numbers: UnsafeBufferPointer<Double>) -> Bool {
    let (most, least) = (limits.coordinate, limits.leastCoordinate)
    var ordinary: UInt8 = 1
    for index in numbers.indices {
      let size = unsafe abs(numbers[index])
      // A comparison with what is no number is false.
      let fine: UInt8 = size <= most ? 1 : 0
      let seen: UInt8 = size >= least ? 1 : 0
      let zero: UInt8 = size == 0 ? 1 : 0
      ordinary &= fine & (seen | zero)
    }
    return ordinary == 1
  }
}
