import Planning
import SimpleFeatures

/// Reads land uses from fields of codes, names, schemes and days.
///
/// The scheme of a code is, in this order: the option's, the field's, that of the row's own scheme
/// field, that in force on the row's or the option's day, the only one in which code and name agree.
/// The digits alone never decide.
struct FieldUses {
  private struct Key: Hashable {
    let code: String?
    let name: String?
    let scheme: String?
    let date: String?
  }

  private struct Reading {
    var uses: [LandUse] = []
    /// Whether the printed code was changed, or could not be read.
    var keepsCode = false
    var keepsName = false
  }

  private let options: BoundaryFields.Options
  private let vocabulary: LandUseVocabulary
  private let useNames: PhraseTable<Token.Kind>
  private let codes: [FieldUse]
  private let names: [FieldUse]
  private let schemes: [FieldUse]
  private let dates: [FieldUse]
  private var known: [Key: Reading] = [:]

  init(
    fields: ResolvedFields, options: BoundaryFields.Options, vocabulary: LandUseVocabulary,
    useNames: PhraseTable<Token.Kind>
  ) {
    self.options = options
    self.vocabulary = vocabulary
    self.useNames = useNames
    codes = fields[.landUseCode]
    names = fields[.landUseName]
    schemes = fields[.landUseScheme]
    dates = fields[.documentDate]
  }

  var isEmpty: Bool { codes.isEmpty && names.isEmpty && schemes.isEmpty && dates.isEmpty }

  mutating func read(
    _ row: Int, of table: FeatureTable, into statement: inout ParcelStatement,
    _ notes: inout FieldNotes
  ) {
    let code = first(of: codes, row, table, "land_use_code", &statement, &notes)
    let name = first(of: names, row, table, "land_use_name", &statement, &notes)
    let scheme = first(of: schemes, row, table, "land_use_scheme", &statement, &notes)
    let date = first(of: dates, row, table, "document_date", &statement, &notes)
    if let date {
      statement.extras[date.field.name] = date.text
      if FieldUses.day(date.text) == nil {
        notes.addOnce(
          [date.field.name, date.text],
          .valueNotUnderstood(
            of: statement.parcelID ?? "\(statement.place.lineStart)", field: date.field.name,
            date.text), .warning, line: statement.place.lineStart)
      }
    }
    if let scheme, LandUseScheme(rawValue: scheme.text) == nil {
      statement.extras[scheme.field.name] = scheme.text
    }
    guard code != nil || name != nil else { return }
    let key = Key(code: code?.text, name: name?.text, scheme: scheme?.text, date: date?.text)
    let reading: Reading
    if let read = known[key] {
      reading = read
    } else {
      reading = self.reading(key, code?.field, statement, &notes)
      known[key] = reading
    }
    statement.landUse = reading.uses
    if reading.keepsCode, let code { statement.extras[code.field.name] = code.text }
    if reading.keepsName, let name { statement.extras[name.field.name] = name.text }
  }

  /// The first field that says anything; another that says something else is kept.
  private func first(
    of fields: [FieldUse], _ row: Int, _ table: FeatureTable, _ meaning: String,
    _ statement: inout ParcelStatement, _ notes: inout FieldNotes
  ) -> (field: FieldUse, text: String)? {
    var found: (field: FieldUse, text: String)?
    for field in fields {
      guard let text = table.fields[field.column].values[row].printed else { continue }
      guard let first = found else {
        found = (field, text)
        continue
      }
      guard first.text != text else { continue }
      statement.extras[field.name] = text
      guard !field.isAkin else { continue }
      notes.add(
        .conflictingValues(
          parcel: statement.parcelID ?? "\(statement.place.lineStart)", property: meaning,
          first.text, text), .warning, line: statement.place.lineStart)
    }
    return found
  }

  // MARK: One pair of code and name

  private func reading(
    _ key: Key, _ field: FieldUse?, _ statement: ParcelStatement, _ notes: inout FieldNotes
  ) -> Reading {
    var (code, name) = (key.code, key.name)
    if code == nil, let text = name, !LandUseCode.codes(in: text).isEmpty {
      (code, name) = (text, nil)
    }
    let date = key.date.flatMap(FieldUses.day) ?? options.date
    var reading = Reading()
    var codes = code.map { LandUseCodes.split($0) } ?? []
    if codes.contains(where: { $0.unicodeScalars.contains(where: \.isHan) }) {
      // Words in the field of codes: 居住用地, 二类居住用地(R2).
      if name == nil { name = code } else { reading.keepsCode = true }
      codes = []
    }
    let stated =
      options.scheme ?? field?.scheme ?? key.scheme.flatMap(LandUseScheme.init(rawValue:))
    let scheme = stated ?? self.scheme(of: codes, name, date, isOfGuide: field?.isOfGuide == true)
    if let restored = restored(codes, scheme) {
      notes.addOnce(
        [field?.name ?? "", codes[0]],
        .leadingZeroRestored(field: field?.name ?? "", codes[0], restored: restored), .info,
        line: statement.place.lineStart)
      codes = [restored]
      reading.keepsCode = true
    }
    reading.uses = uses(codes, name, scheme, date)
    // A name that was taken apart or shared by several codes is kept whole.
    let shown = reading.uses.compactMap(\.name).joined()
    reading.keepsName = name != nil && name != shown && key.name != nil
    for use in reading.uses {
      for finding in vocabulary.findings(on: use, date: date) {
        notes.addOnce(
          finding.fact.arguments, finding.fact, finding.severity,
          line: statement.place.lineStart)
      }
    }
    return reading
  }

  private func uses(
    _ codes: [String], _ name: String?, _ scheme: LandUseScheme, _ date: CalendarDate?
  ) -> [LandUse] {
    // A scheme that is known otherwise stands for a day on which it was in force.
    let day =
      switch scheme {
      case .mnr2023: CalendarDate(year: 2023, month: 11, day: 22)
      case .mnr2020: CalendarDate(year: 2020, month: 11, day: 17)
      default: date
      }
    let cells = CellReader(vocabulary: vocabulary, useNames: useNames, date: day)
    guard !codes.isEmpty else {
      guard let name else { return [] }
      return cells.uses(name: name, code: "")?.uses ?? [LandUse(scheme: .unknown, name: name)]
    }
    return cells.uses(names: name.map { [$0] } ?? [], codes: codes).map { use in
      var use = use
      guard let code = use.code else { return use }
      use.scheme = FieldUses.isLettered(code) && vocabulary[scheme, code] == nil ? .gb50137 : scheme
      return use
    }
  }

  private func scheme(
    of codes: [String], _ name: String?, _ date: CalendarDate?, isOfGuide: Bool
  ) -> LandUseScheme {
    guard let code = codes.first else { return .unknown }
    if FieldUses.isLettered(code) { return .gb50137 }
    let inForce = LandUseScheme.ofNumericCodes(on: date)
    guard inForce == .unknown, codes.count == 1, let name else { return inForce }
    let candidates: [LandUseScheme] =
      isOfGuide ? [.mnr2023, .mnr2020] : [.mnr2023, .mnr2020, .gbt21010, .survey3]
    let agreeing = candidates.filter { scheme in
      [code, "0" + code].contains { code in
        vocabulary[scheme, code] != nil
          && vocabulary.findings(on: LandUse(scheme: scheme, code: code, name: name)).isEmpty
      }
    }
    return agreeing.count == 1 ? agreeing[0] : .unknown
  }

  /// The code with the zero that a spreadsheet ate, where the scheme has only that one.
  private func restored(_ codes: [String], _ scheme: LandUseScheme) -> String? {
    guard codes.count == 1, scheme != .unknown, [1, 3, 5].contains(codes[0].utf8.count),
      codes[0].utf8.allSatisfy({ (48...57).contains($0) }), vocabulary[scheme, codes[0]] == nil,
      vocabulary[scheme, "0" + codes[0]] != nil
    else { return nil }
    return "0" + codes[0]
  }

  private static func isLettered(_ code: String) -> Bool {
    code.unicodeScalars.first.map { !$0.isDigit } ?? false
  }

  /// A day as databases have it: `2025-06-30`, `2025/06/30 00:00:00`, `20250630`.
  private static func day(_ text: String) -> CalendarDate? {
    let head = text.prefix { $0 != "T" && $0 != " " }
    if let date = CalendarDate(typed: head) { return date }
    guard head.utf8.count == 8, let number = Int(head) else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
