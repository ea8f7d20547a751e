import Planning
import SimpleFeatures
import Terms

/// Turns the rows of one table into statements.
struct FieldRows {
  let table: FeatureTable
  let fields: ResolvedFields
  let options: BoundaryFields.Options
  var notes: FieldNotes
  var uses: FieldUses
  var intervals: FieldIntervals
  private let file: String
  private let indicators: [(indicator: Indicator, fields: [FieldUse])]
  private let texts: [(meaning: FieldName.Meaning, fields: [FieldUse])]
  private let areas: [FieldUse]
  private let cells: CellReader

  init(
    table: FeatureTable, fields: ResolvedFields, file: String, options: BoundaryFields.Options,
    vocabulary: LandUseVocabulary, useNames: PhraseTable<Token.Kind>
  ) {
    self.table = table
    self.fields = fields
    self.file = file
    self.options = options
    notes = FieldNotes(file: file)
    cells = CellReader(vocabulary: vocabulary, useNames: useNames, date: options.date)
    intervals = FieldIntervals(cells: cells)
    uses = FieldUses(
      fields: fields, options: options, vocabulary: vocabulary, useNames: useNames)
    indicators = Indicator.allCases.compactMap { indicator in
      let found = fields[.indicator(indicator)]
      return found.isEmpty ? nil : (indicator, found)
    }
    texts = [FieldName.Meaning.parcelID, .plan, .name, .location, .document].compactMap {
      fields[$0].isEmpty ? nil : ($0, fields[$0])
    }
    areas = fields[.area]
  }

  /// What one row says.
  mutating func statement(_ row: Int) -> ParcelStatement {
    let place = row < table.places.count ? table.places[row] : row + 1
    var statement = ParcelStatement(
      place: SourcePlace(file: file, lineStart: place, lineEnd: place))
    for text in texts { read(text.meaning, text.fields, row, into: &statement) }
    if !areas.isEmpty { readArea(row, into: &statement) }
    for item in indicators { read(item.indicator, item.fields, row, into: &statement) }
    if !uses.isEmpty { uses.read(row, of: table, into: &statement, &notes) }
    for field in fields.kept { keep(field, row, in: &statement) }
    // A name that only repeats the number (03-01-A地块) is none.
    if let name = statement.name, let number = statement.parcelID,
      PlotKey.ofNumber(name) == PlotKey.ofNumber(number)
    {
      statement.name = nil
    }
    return statement
  }

  /// The value of a field, `nil` where it says nothing.
  func printed(_ field: FieldUse, _ row: Int) -> String? {
    table.fields[field.column].values[row].printed
  }

  /// Keeps a value as it stands under the field's own name.
  func keep(_ field: FieldUse, _ row: Int, in statement: inout ParcelStatement) {
    guard let text = printed(field, row) else { return }
    // That a boundary is an area need not be said of each.
    if field.name == CoordinateTextField.shape.rawValue, text == "面" { return }
    statement.extras[field.name] = text
  }

  func key(_ statement: ParcelStatement) -> String {
    statement.parcelID ?? statement.name ?? "\(statement.place.lineStart)"
  }

  private mutating func notUnderstood(
    _ field: FieldUse, _ value: String, _ statement: ParcelStatement,
    _ severity: Diagnostic.Severity = .warning
  ) {
    notes.addOnce(
      [field.name, value],
      .valueNotUnderstood(of: key(statement), field: field.name, value), severity,
      line: statement.place.lineStart)
  }

  // MARK: Texts

  /// Number, plan, name, place, document: the first field that says anything speaks.
  private mutating func read(
    _ meaning: FieldName.Meaning, _ fields: [FieldUse], _ row: Int,
    into statement: inout ParcelStatement
  ) {
    var spoken: String?
    for field in fields {
      guard let printed = printed(field, row) else { continue }
      let value = normalized(printed, meaning)
      guard let first = spoken else {
        spoken = value
        set(meaning, value, in: &statement)
        continue
      }
      guard value != first else { continue }
      statement.extras[field.name] = printed
      guard !field.isAkin else { continue }
      notes.add(
        .conflictingValues(
          parcel: key(statement), property: meaning.key, first, value), .warning,
        line: statement.place.lineStart)
    }
  }

  private func normalized(_ printed: String, _ meaning: FieldName.Meaning) -> String {
    switch meaning {
    case .parcelID:
      // Of most numbers the bytes tell that they have no space.
      printed.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        ? printed : printed.filter { !$0.isWhitespace }
    case .document: DocumentNumber(printed)?.description ?? printed
    default: printed
    }
  }

  private func set(
    _ meaning: FieldName.Meaning, _ value: String, in statement: inout ParcelStatement
  ) {
    switch meaning {
    case .parcelID: statement.parcelID = value
    case .plan: statement.plan = value
    case .name: statement.name = value
    case .location: statement.location = value
    case .document: statement.document = value
    default: break
    }
  }

  // MARK: Area

  private mutating func readArea(_ row: Int, into statement: inout ParcelStatement) {
    for field in areas {
      let value = table.fields[field.column].values[row]
      guard let printed = value.printed else { continue }
      guard let area = area(value, printed, field, statement) else {
        statement.extras[field.name] = printed
        continue
      }
      guard let first = statement.area else {
        statement.area = area
        continue
      }
      let difference = abs(first.squareMetres - area.squareMetres)
      guard difference > max(1, first.squareMetres * 0.001) else { continue }
      statement.extras[field.name] = printed
      guard !field.isAkin else { continue }
      notes.add(
        .conflictingValues(
          parcel: key(statement), property: "area_m2", "\(first.squareMetres)",
          "\(area.squareMetres)"), .warning, line: statement.place.lineStart)
    }
  }

  /// An area; 0 says that none is known, and what has no unit is kept and told.
  private mutating func area(
    _ value: FieldValue, _ printed: String, _ field: FieldUse, _ statement: ParcelStatement
  ) -> StatedArea? {
    let number = value.number ?? Double(printed)
    if number == 0 { return nil }
    if let number, !(number > 0 && number < 1e13) {
      notUnderstood(field, printed, statement)
      return nil
    }
    if number != nil, field.areaUnit == nil {
      notes.addOnce(
        [field.name], .unitMissing(printed), .warning, line: statement.place.lineStart)
      return nil
    }
    if let number, let unit = field.areaUnit {
      guard unit != .squareMetre || value.number == nil else {
        return StatedArea(squareMetres: number)
      }
      let factor = unit.squareMetres
      return StatedArea(digits: printed, unit: unit)
        ?? StatedArea(
          squareMetres: number * factor.numerator / factor.denominator,
          text: "\(printed)\(unit.rawValue)")
    }
    if let area = cells.area(printed, unit: field.areaUnit) { return area }
    notUnderstood(field, printed, statement)
    return nil
  }

  // MARK: Indicators

  private mutating func read(
    _ indicator: Indicator, _ fields: [FieldUse], _ row: Int,
    into statement: inout ParcelStatement
  ) {
    var merged = IndicatorMerge()
    for field in fields {
      let value = table.fields[field.column].values[row]
      guard let printed = value.printed else { continue }
      switch intervals.reading(value, printed, of: indicator, field) {
      case .nothing: statement.extras[field.name] = printed
      case .notUnderstood:
        statement.extras[field.name] = printed
        notUnderstood(field, printed, statement)
      case .zero:
        statement.extras[field.name] = printed
        notUnderstood(field, printed, statement, .info)
      case .interval(let interval):
        guard let contradicted = merged.take(interval, of: field) else { continue }
        statement.extras[field.name] = printed
        guard contradicted, !field.isAkin else { continue }
        notes.add(
          .conflictingValues(
            parcel: key(statement), property: indicator.rawValue,
            IntervalText.text(merged.interval), IntervalText.text(interval)),
          .warning, line: statement.place.lineStart)
      }
    }
    let interval = merged.interval
    guard interval.lower != nil || interval.upper != nil else { return }
    statement.indicators[indicator] = interval
    judge(interval, of: indicator, statement)
  }

  private mutating func judge(
    _ interval: Interval, of indicator: Indicator, _ statement: ParcelStatement
  ) {
    let (low, high) = (interval.lower?.value, interval.upper?.value)
    if indicator.isPercentage, let value = [low, high].compactMap({ $0 }).max(), value > 100 {
      notes.add(
        .ratioOver100(parcel: key(statement), indicator, value), .error,
        line: statement.place.lineStart)
    }
    if interval.isEmpty, let low, let high {
      notes.add(
        .emptyInterval(parcel: key(statement), indicator, lower: low, upper: high), .error,
        line: statement.place.lineStart)
    }
  }
}
