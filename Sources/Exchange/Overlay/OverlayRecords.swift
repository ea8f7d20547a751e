import Answers
import Planning

/// What an overlay is of, without its pairs.
struct OverlayHead: Encodable {
  let answer: OverlayAnswer
  let hasPairs: Bool

  init(_ answer: OverlayAnswer, hasPairs: Bool = true) {
    self.answer = answer
    self.hasPairs = hasPairs
  }

  enum CodingKeys: String, CodingKey {
    case answer
    case asOf = "as_of"
    case knownAt = "known_at"
    case crs, a, b
    case minimumArea = "min_area_m2"
    case pairCount = "pair_count"
    case sliverCount = "sliver_count"
    case squareMetres = "area_m2"
    case fallbackCount = "left_to_geos"
    case failures = "not_measured"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(answer.verdict, forKey: .answer)
    try container.encodeIfPresent(answer.moment.asOf, forKey: .asOf)
    try container.encodeIfPresent(answer.moment.knownAt, forKey: .knownAt)
    try container.encode("EPSG:\(answer.epsg)", forKey: .crs)
    try container.encode(answer.first, forKey: .a)
    try container.encode(answer.second, forKey: .b)
    try container.encode(answer.fallbackCount, forKey: .fallbackCount)
    try container.encode(answer.failures, forKey: .failures)
    guard hasPairs else { return }
    try container.encode(answer.minimumArea, forKey: .minimumArea)
    try container.encode(answer.count, forKey: .pairCount)
    try container.encode(answer.slivers.count, forKey: .sliverCount)
    try container.encode(ExactSum.of(answer.areas), forKey: .squareMetres)
  }
}

/// One pair of features with land in common.
struct OverlayPair: Encodable, Sendable {
  let first: String
  let second: String
  let squareMetres: Double
  let shares: (first: Double, second: Double)
  let isSliver: Bool

  init(_ answer: OverlayAnswer, _ pair: Int, isSliver: Bool) {
    (first, second) = answer.ids(pair)
    squareMetres = answer.areas[pair]
    shares = answer.shares(pair)
    self.isSliver = isSliver
  }

  enum CodingKeys: String, CodingKey {
    case first = "a_id"
    case second = "b_id"
    case squareMetres = "area_m2"
    case mu = "area_mu"
    case shareOfFirst = "share_of_a"
    case shareOfSecond = "share_of_b"
    case sliver
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(first, forKey: .first)
    try container.encode(second, forKey: .second)
    try container.encode(squareMetres, forKey: .squareMetres)
    try container.encode(AreaUnit.mu(fromSquareMetres: squareMetres), forKey: .mu)
    try container.encode(shares.first, forKey: .shareOfFirst)
    try container.encode(shares.second, forKey: .shareOfSecond)
    try container.encode(isSliver, forKey: .sliver)
  }
}

/// What a matrix is of, with its margins.
struct MatrixHead: Encodable {
  let head: OverlayHead
  let matrix: LandUseMatrix

  enum CodingKeys: String, CodingKey {
    case rows, columns
  }

  func encode(to encoder: any Encoder) throws {
    try head.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(matrix.rows.map(MatrixUse.init), forKey: .rows)
    try container.encode(matrix.columns.map(MatrixUse.init), forKey: .columns)
  }
}

/// A row or column of a matrix.
private struct MatrixUse: Encodable {
  let use: LandUseMatrix.Use

  enum CodingKeys: String, CodingKey {
    case code, name, features
    case squareMetres = "area_m2"
    case outside = "outside_m2"
    case repeated = "repeated_m2"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(use.code, forKey: .code)
    try container.encodeIfPresent(use.name, forKey: .name)
    try container.encode(use.featureCount, forKey: .features)
    try container.encode(use.squareMetres, forKey: .squareMetres)
    try container.encode(use.outside, forKey: .outside)
    try container.encode(use.repeated, forKey: .repeated)
  }
}

/// A cell of a matrix in long form.
struct MatrixCell: Encodable, Sendable {
  /// What the land of a cell is.
  enum Kind: String, Encodable, Sendable {
    /// Of one use in the first layer and of another in the second.
    case shared
    /// On nothing of the second layer.
    case outside
    /// Counted more than once, and so taken off.
    case repeated
  }

  var firstCode: String?
  var firstName: String?
  var secondCode: String?
  var secondName: String?
  var squareMetres: Double
  /// Percent of the row's land.
  var share: Double?
  var kind: Kind

  enum CodingKeys: String, CodingKey {
    case firstCode = "a_code"
    case firstName = "a_name"
    case secondCode = "b_code"
    case secondName = "b_name"
    case squareMetres = "area_m2"
    case share = "share_of_a"
    case kind
  }

  /// The cells with land in them, row by row.
  static func all(of matrix: LandUseMatrix) -> [MatrixCell] {
    var cells: [MatrixCell] = []
    for (row, use) in matrix.rows.enumerated() {
      func add(_ area: Double, _ column: LandUseMatrix.Use?, _ kind: Kind) {
        guard area != 0 else { return }
        cells.append(
          MatrixCell(
            firstCode: use.code, firstName: use.name, secondCode: column?.code,
            secondName: column?.name, squareMetres: area,
            share: use.squareMetres > 0 ? 100 * area / use.squareMetres : nil, kind: kind))
      }
      for (column, other) in matrix.columns.enumerated() {
        add(matrix[row, column], other, .shared)
      }
      add(use.outside, nil, .outside)
      add(-use.repeated, nil, .repeated)
    }
    return cells
  }
}
