/// How much land of each use of one layer lies on each use of another: a transition matrix.
///
/// A row adds up to the land of its use in the first layer, and all rows to the layer, because what
/// lies on nothing of the second layer has a cell of its own and what lies on several features of it
/// at once is taken off again. Columns likewise.
public struct LandUseMatrix: Hashable, Sendable {
  /// A row or a column: the land of one use.
  public struct Use: Hashable, Sendable {
    /// The code; `nil` for features without one.
    public var code: String?
    /// The name, where it is told.
    public var name: String?
    /// How many features there are.
    public var featureCount = 0
    /// Their area in square metres.
    public var squareMetres = 0.0
    /// What of it lies on nothing of the other layer.
    public var outside = 0.0
    /// What of it is in the cells more than once, because features of the other layer overlap.
    public var repeated = 0.0
  }

  /// The uses of the first layer, by code; without code last.
  public private(set) var rows: [Use]
  /// The uses of the second layer.
  public private(set) var columns: [Use]
  /// Of each row and column the area in common, row by row.
  public private(set) var cells: [Double]

  /// The matrix of an overlay, all pairs of which must be told however small.
  ///
  /// - Parameters:
  ///   - coveredFirst: how much of each feature of the first layer lies on the second, each point
  ///     once, in square metres.
  ///   - coveredSecond: likewise for the second.
  ///   - digits: of codes only so many characters count; `nil` for all.
  public init(
    _ answer: OverlayAnswer, coveredFirst: [Double], coveredSecond: [Double], digits: Int? = nil
  ) {
    let (first, firstRows) = LandUseMatrix.uses(of: answer.first, digits)
    let (second, secondColumns) = LandUseMatrix.uses(of: answer.second, digits)
    var sums = Array(repeating: ExactSum(), count: first.count * second.count)
    for pair in 0..<answer.count {
      let row = firstRows[Int(answer.firstFeatures[pair])]
      let column = secondColumns[Int(answer.secondFeatures[pair])]
      sums[row * second.count + column].add(answer.areas[pair])
    }
    cells = sums.map(\.value)
    rows = first
    columns = second
    let covered = (
      LandUseMatrix.sums(coveredFirst, firstRows, rows.count),
      LandUseMatrix.sums(coveredSecond, secondColumns, columns.count)
    )
    for row in rows.indices {
      rows[row].outside = rows[row].squareMetres - covered.0[row]
      rows[row].repeated =
        ExactSum.of(columns.indices.map { self[row, $0] }) - covered.0[row]
    }
    for column in columns.indices {
      columns[column].outside = columns[column].squareMetres - covered.1[column]
      columns[column].repeated =
        ExactSum.of(rows.indices.map { self[$0, column] }) - covered.1[column]
    }
  }

  /// The area that a row and a column have in common, in square metres.
  public subscript(row: Int, column: Int) -> Double { cells[row * columns.count + column] }

  private static func sums(_ values: [Double], _ groups: [Int], _ count: Int) -> [Double] {
    var sums = Array(repeating: ExactSum(), count: count)
    for (value, group) in zip(values, groups) { sums[group].add(value) }
    return sums.map(\.value)
  }

  /// The uses of a layer, and for each feature which of them is its own.
  private static func uses(
    of layer: OverlayLayer, _ digits: Int?
  ) -> (uses: [Use], places: [Int]) {
    let codes = layer.ids.indices.map { feature -> String? in
      guard let code = layer.uses.indices.contains(feature) ? layer.uses[feature] : nil else {
        return nil
      }
      guard let digits else { return code }
      // Each use of a mixed one is shortened: 070102/0702 becomes 07.
      let parts = code.split(separator: "/").map { String($0.prefix(digits)) }
      return parts.enumerated().filter { parts.firstIndex(of: $1) == $0 }.map(\.element)
        .joined(separator: "/")
    }
    let known = Set(codes.compactMap(\.self)).sorted()
    var uses = known.map { Use(code: $0, name: layer.useNames[$0]) }
    if codes.contains(nil) { uses.append(Use()) }
    let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    let own = codes.map { $0.flatMap { places[$0] } ?? known.count }
    let areas = sums(layer.areas, own, uses.count)
    for index in uses.indices { uses[index].squareMetres = areas[index] }
    for place in own { uses[place].featureCount += 1 }
    return (uses, own)
  }
}
