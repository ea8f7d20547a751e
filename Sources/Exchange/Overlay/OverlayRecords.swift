import Answers
import Characters
import Planning
import Terms

/// What an overlay is of, without its pairs.
struct OverlayHead: Encodable {
  let answer: OverlayAnswer
  let hasPairs: Bool

  init(_ answer: OverlayAnswer, hasPairs: Bool = true) {
    self.answer = answer
    self.hasPairs = hasPairs
  }

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("answer", answer.verdict)
    try json("as_of", answer.moment.asOf)
    try json("known_at", answer.moment.knownAt)
    try json("crs", "EPSG:\(answer.epsg)")
    try json("a", answer.first)
    try json("b", answer.second)
    try json("left_to_geos", answer.fallbackCount)
    try json("not_measured", answer.failures)
    guard hasPairs else { return }
    try json("min_area_m2", answer.minimumArea)
    try json("pair_count", answer.count)
    try json("sliver_count", answer.slivers.count)
    try json("area_m2", ExactSum.of(answer.areas))
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

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("a_id", first)
    try json("b_id", second)
    try json("area_m2", squareMetres)
    try json("area_mu", AreaUnit.mu(fromSquareMetres: squareMetres))
    try json("share_of_a", shares.first)
    try json("share_of_b", shares.second)
    try json("sliver", isSliver)
  }
}

/// What a matrix is of, with its margins.
struct MatrixHead: Encodable {
  let head: OverlayHead
  let matrix: LandUseMatrix

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: head)
    try json("rows", matrix.rows.map(MatrixUse.init))
    try json("columns", matrix.columns.map(MatrixUse.init))
  }
}

/// A row or column of a matrix.
private struct MatrixUse: Encodable {
  let use: LandUseMatrix.Use

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("code", use.code)
    try json("name", use.name)
    try json("features", use.featureCount)
    try json("area_m2", use.squareMetres)
    try json("outside_m2", use.outside)
    try json("repeated_m2", use.repeated)
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
