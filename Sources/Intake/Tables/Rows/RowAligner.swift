import Foundation
/// Puts the cells of a row that lost some blanks under the columns they fit.
///
/// Where a row has as many cells as the heading, they stand as they are. Where it has fewer, the
/// cells keep their order and each goes where its kind of value belongs; the assignment with the
/// best fit is found by dynamic programming.
enum RowAligner {
  /// The row with one cell a column.
  static func align(_ cells: [String], to columns: [ColumnMeaning]) -> [String] {
    var cells = cells
    while cells.count > columns.count, cells.last?.isEmpty == true { cells.removeLast() }
    if cells.count == columns.count { return cells }
    // A sum's row keeps its blanks: `合计||||13.50||||`.
    let label = (cells.first ?? "").filter { !$0.isWhitespace }
    if cells.count < columns.count, ["合计", "小计", "总计", "共计"].contains(label), cells.contains("") {
      return cells + [String](repeating: "", count: columns.count - cells.count)
    }
    if cells.count > columns.count { return Array(cells.prefix(columns.count)) }
    return best(cells, columns)
  }

  private static func best(_ cells: [String], _ columns: [ColumnMeaning]) -> [String] {
    let rows = cells.count
    let width = columns.count
    var score = [[Double]](
      repeating: [Double](repeating: -.infinity, count: width + 1), count: rows + 1)
    var takes = [[Bool]](repeating: [Bool](repeating: false, count: width + 1), count: rows + 1)
    for column in 0...width { score[0][column] = 0 }
    for row in stride(from: 1, through: rows, by: 1) {
      for column in stride(from: 1, through: width, by: 1) {
        let skip = score[row][column - 1]
        let take = score[row - 1][column - 1] + fit(cells[row - 1], columns[column - 1].role)
        // Ties go to the left: a row usually loses its last cells.
        if take > skip {
          score[row][column] = take
          takes[row][column] = true
        } else {
          score[row][column] = skip
        }
      }
    }
    var aligned = [String](repeating: "", count: width)
    var row = rows
    var column = width
    while row > 0, column > 0 {
      if takes[row][column] {
        aligned[column - 1] = cells[row - 1]
        row -= 1
      }
      column -= 1
    }
    return aligned
  }

  /// How well a cell fits a column: 2 a sure fit, 0 could be, below it does not.
  static func fit(_ cell: String, _ role: ColumnMeaning.Role) -> Double {
    if Table.isBlank(cell) { return 0.1 }
    let plain = SourceLine(number: 1, text: cell).compact
    let isNumber = Double(plain.filter { $0 != "," }) != nil
    let isInteger = Int(plain) != nil
    let hasDigit = plain.unicodeScalars.contains(where: \.isDigit)
    let isWords = !hasDigit && plain.unicodeScalars.contains(where: \.isHan)
    switch role {
    case .serial: return isInteger ? 2 : -3
    case .parcelID: return LandParcelShape.isLikely(plain) && !isNumber ? 2 : isWords ? -1 : 0
    case .fieldNumber: return isFieldNumber(plain) ? 3 : -4
    case .area, .areaPart, .price:
      return isNumber ? 2 : hasDigit && !isFieldNumber(plain) ? 0.5 : -3
    case .indicator: return hasDigit ? 1.5 : -2
    case .landUseCode: return LandUseCode.codes(in: plain).isEmpty ? -2 : 2
    case .hazardType: return HazardTableReader.isType(plain) ? 3 : -4
    case .people, .property: return isNumber ? 2 : -2
    case .risk: return plain.has("人") && plain.has("万") ? 4 : -3
    case .township, .responsibleTownship:
      return plain.ends(withAnyOf: "镇 乡 街道") && plain.count <= 8 ? 3 : -1
    case .location:
      return plain.mentions(anyOf: "镇 乡 街道 村 路 街") ? 1.2 : isWords ? 0.2 : -1
    case .tick: return CellReader.isTick(cell) != nil ? 2 : -3
    case .day: return Numerals.firstDate(in: plain) != nil ? 2 : -1
    case .term: return hasDigit ? 1 : -1
    case .level: return hasDigit ? 1 : -2
    case .alias, .supervisionNumber, .contractNumber: return hasDigit && !isNumber ? 1 : -2
    case .outcome: return CellReader.stage(plain) != nil ? 2 : -1
    case .conditions: return plain.count > 8 ? 1 : 0
    case .mode: return CellReader.mode(plain) != nil ? 2 : -1
    case .name, .landUse, .party, .group, .exposed, .cause, .department:
      return isNumber ? -2 : isFieldNumber(plain) ? -1 : 0.5
    case .boundary, .purpose, .note, .state, .kept, .unknown: return 0.1
    }
  }

  /// A field number such as ZY-0033 or XZ001.
  static func isFieldNumber(_ text: String) -> Bool {
    let letters = text.unicodeScalars.prefix { $0.isLatin }
    let rest = text.unicodeScalars.dropFirst(letters.count)
    return (1...5).contains(letters.count) && !rest.isEmpty && rest.count <= 6
      && rest.allSatisfy { $0.isDigit || $0 == "-" }
  }
}
