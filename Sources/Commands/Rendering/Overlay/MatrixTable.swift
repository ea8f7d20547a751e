import Answers
import Characters
import Exchange
import Planning
import Terms

/// A matrix of uses as a person reads it: crosswise in 亩 where that fits, else a row a cell.
struct MatrixTable {
  let matrix: LandUseMatrix
  let width: Int?

  func lines() -> [String] {
    let cross = crosswise().lines(width: nil)
    let widest = cross.map { DisplayWidth.of($0) }.max() ?? 0
    guard let width, widest > width else { return cross }
    return cellByCell().lines(width: width)
  }

  private func crosswise() -> TextTable {
    var table = TextTable(
      [.text(Wording.inMu.text)]
        + matrix.columns.map { .number($0.code ?? Wording.withoutCode.text) } + [
          .number(Wording.outsideColumn.text), .number(Wording.repeatedColumn.text),
          .number(Wording.total.text),
        ])
    for (row, use) in matrix.rows.enumerated() {
      table.append(
        [name(use)] + matrix.columns.indices.map { mu(matrix[row, $0]) }
          + [mu(use.outside), mu(-use.repeated), mu(use.squareMetres)])
    }
    let rows = matrix.rows
    table.append(
      [Wording.total.text]
        + matrix.columns.indices.map { column in
          mu(ExactSum.of(rows.indices.map { matrix[$0, column] }))
        } + [
          mu(ExactSum.of(rows.map(\.outside))), mu(-ExactSum.of(rows.map(\.repeated))),
          mu(ExactSum.of(rows.map(\.squareMetres))),
        ])
    return table
  }

  private func cellByCell() -> TextTable {
    var table = TextTable([
      .words(Wording.fromUse.text), .words(Wording.toUse.text),
      .number(Wording.areaInSquareMetres.text), .number(Wording.areaInMu.text),
      .number(Wording.shareOfRow.text),
    ])
    func add(_ use: LandUseMatrix.Use, _ to: String, _ area: Double) {
      guard let text = mu(area) else { return }
      table.append([
        name(use), to, NumberText.decimal(area, places: 2, keep: 2), text,
        use.squareMetres > 0
          ? NumberText.decimal(100 * area / use.squareMetres, places: 2, keep: 2) + "%" : nil,
      ])
    }
    for (row, use) in matrix.rows.enumerated() {
      for (column, other) in matrix.columns.enumerated() {
        add(use, name(other), matrix[row, column])
      }
      add(use, Wording.outsideColumn.text, use.outside)
      add(use, Wording.repeatedColumn.text, -use.repeated)
      add(use, Wording.total.text, use.squareMetres)
    }
    return table
  }

  private func name(_ use: LandUseMatrix.Use) -> String {
    [use.code, use.name].compactMap(\.self).joined(separator: " ").nilIfEmpty
      ?? Wording.withoutCode.text
  }

  /// 亩 to the hundredth; nothing where that is none.
  private func mu(_ area: Double) -> String? {
    let mu = AreaUnit.mu(fromSquareMetres: area)
    return abs(mu) < 0.005 ? nil : NumberText.decimal(mu, places: 2, keep: 2)
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
