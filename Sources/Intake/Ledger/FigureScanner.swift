import Planning
import Terms

/// Finds every number with a land unit or an indicator that a document prints, whatever the readers
/// made of it: in running text by the words around it, in tables by the heading of its column.
struct FigureScanner {
  let grammar: (Prose) -> Grammar
  private(set) var figures: [Figure] = []
  private var group = 0

  init(grammar: @escaping (Prose) -> Grammar) { self.grammar = grammar }

  // MARK: Running text

  /// Takes the figures of some running text.
  mutating func scan(_ prose: Prose) {
    let grammar = grammar(prose)
    var indicator: Indicator?
    var index = 0
    while index < grammar.tokens.count {
      switch grammar.tokens[index].kind {
      case .sentenceEnd, .paragraph:
        group += 1
        indicator = nil
      case .indicator(let named): indicator = named
      case .otherIndicator, .areaLabel, .keyword(.useLabel), .keyword(.locatedAt): indicator = nil
      case .number, .dashed: take(index, of: grammar, indicator)
      default: break
      }
      if let phrase = grammar.parcels(at: index), phrase.isCertain {
        for id in phrase.ids { appendNumber(id, line: grammar.line(index)) }
        index = max(index + 1, phrase.end)
      } else {
        index += 1
      }
    }
    group += 1
  }

  private mutating func appendNumber(_ id: String, line: Int) {
    figures.append(
      Figure(
        measure: .number, value: 0, printed: 0, tolerance: 0, line: line, text: id, clause: "",
        group: group))
  }

  private mutating func take(_ index: Int, of grammar: Grammar, _ indicator: Indicator?) {
    if let unit = areaUnit(behind: index, grammar) {
      for digits in grammar.plain(index).split(separator: "-") {
        add(String(digits), unit: unit, at: index, of: grammar)
      }
      return
    }
    if case .number(let value) = grammar.kind(index) {
      let behind = grammar.skippingBreaks(index + 1)
      if case .money(let unit) = grammar.kind(behind) {
        append(.money, value * unit, printed: value, 0.5, at: index, of: grammar)
        return
      }
      if grammar.text(behind) == "年", value <= 99,
        grammar.text(max(0, index - 12)..<index).mentions(anyOf: "年限 年期 使用期 出让期")
      {
        append(.years, value, printed: value, 0, at: index, of: grammar)
        return
      }
    }
    guard let indicator, fits(indicator, index, grammar) else { return }
    for digits in grammar.plain(index).split(separator: "-") {
      guard let value = Double(digits) else { continue }
      append(.indicator(indicator), value, printed: value, 0.000_001, at: index, of: grammar)
    }
  }

  /// The unit behind a number, or at the end of the list that it stands in: `1.2、2.3公顷`.
  private func areaUnit(behind index: Int, _ grammar: Grammar) -> AreaUnit? {
    var place = grammar.skippingBreaks(index + 1)
    for _ in 0..<20 {
      switch grammar.kind(place) {
      case .area(let unit): return unit
      case .listComma, .keyword(.and), .tilde, .keyword(.through):
        let next = grammar.skippingBreaks(place + 1)
        guard case .number = grammar.kind(next) else { return nil }
        place = grammar.skippingBreaks(next + 1)
      default: return nil
      }
    }
    return nil
  }

  /// Whether the unit behind a number is one of the indicator.
  private func fits(_ indicator: Indicator, _ index: Int, _ grammar: Grammar) -> Bool {
    let behind = grammar.kind(grammar.skippingBreaks(index + 1))
    switch behind {
    case .percent: return indicator.measure == .share
    case .metre: return indicator.measure == .height
    case .places: return indicator.measure == .places
    case .money, .area, .keyword(.counter), .keyword(.parcel), .keyword(.number): return false
    case .other: return !"年月日人户层亿个百分第章条".contains(grammar.text(index + 1).prefix(1))
    default: return true
    }
  }

  private mutating func add(
    _ digits: String, unit: AreaUnit, at index: Int, of grammar: Grammar
  ) {
    let digits = digits.filter { $0 != "," }
    guard let area = StatedArea(digits: digits, unit: unit), area.squareMetres > 0 else { return }
    append(
      .area, area.squareMetres, printed: Double(digits) ?? 0,
      FigureScanner.tolerance(of: digits, unit), at: index, of: grammar)
  }

  private mutating func append(
    _ measure: Figure.Measure, _ value: Double, printed: Double, _ tolerance: Double, at index: Int,
    of grammar: Grammar
  ) {
    var start = index
    while start > 0, index - start < 16 {
      switch grammar.kind(start - 1) {
      case .comma, .sentenceEnd, .paragraph, .listComma: break
      default:
        start -= 1
        continue
      }
      break
    }
    let end = min(grammar.skippingBreaks(index + 1) + 1, grammar.tokens.count)
    figures.append(
      Figure(
        measure: measure, value: value, printed: printed, tolerance: tolerance,
        line: grammar.line(index),
        text: grammar.text(start..<end), clause: grammar.text(start..<index), group: group))
  }

  /// Half of the last printed digit, but at least half a square metre.
  private static func tolerance(of digits: String, _ unit: AreaUnit) -> Double {
    let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
    var step = unit.squareMetres.numerator / unit.squareMetres.denominator
    for _ in 0..<decimals { step /= 10 }
    return max(0.5, step * 0.51)
  }

  // MARK: Tables

  /// Takes the figures of a table.
  ///
  /// - Parameter unit: the unit that is printed for the whole table.
  mutating func scan(_ table: Table, unit: AreaUnit?) {
    let header = TableHeader(table.rows)
    let first = header?.firstRow ?? 1
    let columns = header?.columns ?? []
    let headings = table.rows.prefix(first)
    let units = columnUnits(headings, columns, unit: unit)
    for row in table.rows.dropFirst(header == nil ? 0 : first) {
      for (column, cell) in row.cells.enumerated() where !Table.isBlank(cell) {
        scan(cell, line: row.line, meaning: columns[safe: column], unit: units[safe: column] ?? nil)
      }
      group += 1
    }
  }

  /// The unit of area that the numbers of each column have, `nil` where they are no areas.
  private func columnUnits(
    _ headings: ArraySlice<Table.Row>, _ columns: [ColumnMeaning], unit: AreaUnit?
  ) -> [AreaUnit?] {
    let width = max(columns.count, headings.map(\.cells.count).max() ?? 0)
    return (0..<width).map { column in
      switch columns[safe: column]?.role {
      case .area(let printed), .areaPart(let printed): return printed ?? unit
      case .unknown, .kept, nil:
        let words = columns[safe: column]?.heading ?? headings.map { $0.text(column) }.joined()
        let text = SourceLine(number: 0, text: words).compact
        guard !text.mentions(anyOf: "元 万元 建筑面积 每 /") else { return nil }
        return HeadingWords.areaUnit(text)
      default: return nil
      }
    }
  }

  private mutating func scan(
    _ cell: String, line: Int, meaning: ColumnMeaning?, unit: AreaUnit?
  ) {
    let source = SourceLine(number: line, text: cell)
    let plain = source.compact
    guard plain.unicodeScalars.contains(where: \.isDigit) else { return }
    if let value = Double(plain.filter { $0 != "," }) {
      let digits = plain.filter { $0 != "," }
      if let unit, let area = StatedArea(digits: digits, unit: unit), area.squareMetres > 0 {
        append(
          .area, area.squareMetres, printed: value, FigureScanner.tolerance(of: digits, unit),
          plain,
          line, meaning)
      } else if case .indicator(let indicator, _) = meaning?.role {
        append(.indicator(indicator), value, printed: value, 0.000_001, plain, line, meaning)
      } else if case .term = meaning?.role {
        append(.years, value, printed: value, 0, plain, line, meaning)
      }
      return
    }
    if meaning?.role == .parcelID, LandParcelShape.isLikely(plain) {
      appendNumber(cell, line: line)
      return
    }
    // Words in a cell of facts about land; numbers, places and names have no figures.
    switch meaning?.role {
    case .parcelID, .landUseCode, .serial, .location, .boundary, .name, .township: return
    default: break
    }
    let before = figures.count
    let grammar = grammar(Prose([source]))
    var indicator: Indicator?
    if case .indicator(let named, _) = meaning?.role { indicator = named }
    for index in grammar.tokens.indices {
      switch grammar.tokens[index].kind {
      case .indicator(let named): indicator = named
      case .otherIndicator: indicator = nil
      case .number, .dashed: take(index, of: grammar, indicator)
      default: break
      }
    }
    for place in before..<figures.count { figures[place].group = group }
  }

  private mutating func append(
    _ measure: Figure.Measure, _ value: Double, printed: Double, _ tolerance: Double,
    _ text: String, _ line: Int, _ meaning: ColumnMeaning?
  ) {
    let heading = meaning?.heading ?? ""
    figures.append(
      Figure(
        measure: measure, value: value, printed: printed, tolerance: tolerance, line: line,
        text: heading.isEmpty ? text : "\(heading) \(text)", clause: heading, group: group))
  }
}
