import Foundation
import Planning
import Terms

/// Reads one document: its tables, then its prose, then what does not fit together.
struct DocumentReader {
  let raw: RawDocument
  let file: String
  let vocabulary: LandUseVocabulary
  let useNames: PhraseTable<Token.Kind>
  /// Headings that the user maps to others.
  var overrides: [String: String] = [:]
  /// What the user says the document is.
  var statedKind: DocumentKind?

  init(
    _ raw: RawDocument, file: String, vocabulary: LandUseVocabulary,
    useNames: PhraseTable<Token.Kind>
  ) {
    self.raw = raw
    self.file = file
    self.vocabulary = vocabulary
    self.useNames = useNames
  }

  /// What the document says; of one that is not about land its head.
  func read() -> (document: LandDocument, diagnostics: [Diagnostic]) {
    let found = TableFinder.tables(in: raw.body)
    let taken = Set(
      found.filter { found in found.table.rows.contains { $0.filled.count >= 2 } }
        .flatMap { Array($0.lines) })
    let lines = raw.body.indices.filter { !taken.contains($0) }.map { raw.body[$0] }
    let sentences = DocumentSentences(lines, signedLine: raw.signedLine)
    let gate = DocumentGate(
      title: raw.title, sentences: sentences,
      columns: found.compactMap { TableHeader($0.table.rows, overrides: overrides)?.columns },
      hasForm: raw.hasForm || !found.isEmpty)
    let verdict = gate.verdict()
    var profile = DocumentProfile(title: raw.title, verdict: verdict)
    if let statedKind {
      profile.kind = statedKind
      profile.isPolicy = false
    }
    profile.force =
      ForceReader(
        title: raw.title, kind: profile.kind, isGeneral: profile.isPolicy, sentences: sentences
      ).force()
      ?? (profile.kind == .rule ? .rules : gate.hasForm ? .decides : .reports)
    profile.stage = DocumentProfile.stage(profile.kind, profile.force, title: raw.title)
    var builder = DocumentBuilder(raw, file: file, profile: profile, vocabulary: vocabulary)
    builder.expectsFacts =
      verdict.expectsFacts && profile.force.statesFacts && profile.force != .promises
    let life = DocumentLife(
      title: raw.title, own: raw.number, date: raw.date, sentences: sentences)
    let endsOthers = profile.force == .revokes || profile.force == .repeals
    builder.revokes = life.revokes(
      cells: endsOthers ? found.flatMap { $0.table.rows.flatMap(\.filled) } : [])
    builder.inForceUntil = life.inForceUntil()
    let prose = Prose(lines)
    builder.requestNumber = RequestNumber.find(
      in: String(prose.plain.prefix(400)), own: raw.number)
    if profile.force.statesFacts || statedKind != nil {
      read(found.map(\.table), profile: profile, into: &builder)
      readProse(prose, profile: profile, isCertain: verdict.isByTitle, into: &builder)
    }
    if raw.title.mentions(anyOf: "区划 撤并 撤乡 并入 撤销 合并") {
      builder.administrativeChanges = AdministrativeChangeReader.changes(in: prose)
    }
    builder.readFloorShares()
    var read = builder.build()
    read.diagnostics += FigureLedger.balance(
      &read.document, body: raw.body, tables: found, unit: unit, profile: profile,
      grammar: grammar)
    return read
  }

  private func read(
    _ tables: [Table], profile: DocumentProfile, into builder: inout DocumentBuilder
  ) {
    let cells = CellReader(vocabulary: vocabulary, useNames: useNames, date: raw.date)
    for table in tables {
      var tableProfile = profile
      switch profile.kind {
      case .other where isDevelopmentTable(table): tableProfile.kind = .developmentScheme
      // Areas beside names of projects or cases are no land that is settled.
      case .rule, .case, .projectList: tableProfile.kind = .other
      default: break
      }
      var reader = TableReader(cells: cells, profile: tableProfile, unit: unit(around: table))
      guard let reading = reader.read(table, overrides: overrides), !reading.isEmpty else {
        continue
      }
      if tableProfile.kind == .developmentScheme { builder.kind = .developmentScheme }
      builder.add(reading)
    }
  }

  private func isDevelopmentTable(_ table: Table) -> Bool {
    table.rows.prefix(3).contains { row in
      row.cells.contains { $0.contains("成片") || $0.contains("片区") }
    }
  }

  /// `单位：公顷` above or inside the table.
  private func unit(around table: Table) -> AreaUnit? {
    let lines = [raw.title] + table.caption + table.rows.prefix(2).flatMap(\.cells)
    for text in lines.reversed() {
      guard let range = text.range(of: "单位") else { continue }
      if let unit = ColumnMeaning.areaUnit(String(text[range.upperBound...])) { return unit }
    }
    return nil
  }

  /// Reads the running text as its kind asks. Where body and tables, not the title, told the kind,
  /// the facts must bear it out; else it is a letter, which may state the land that a project takes.
  private func readProse(
    _ prose: Prose, profile: DocumentProfile, isCertain: Bool, into builder: inout DocumentBuilder
  ) {
    guard !profile.isPolicy else { return }
    switch profile.kind {
    case .hazardList, .rule, .projectList, .case: return
    case .developmentScheme where !raw.title.has("规划"): return
    case .other where !profile.approvesActs: readLetter(prose, into: &builder)
    case .planApproval, .reserve, .supply, .supplyPlan, .reclaim, .conversion, .developmentScheme,
      .other:
      var reader = StatementReader(
        grammar(of: prose), profile: profile, plan: PlanNames.plan(in: raw.title))
      // Where a table numbers the land, the text around it makes no nameless piece.
      reader.hasNumbers = reader.hasNumbers || builder.parcels.contains { $0.parcelID != nil }
      reader.readTitle(raw.title)
      reader.read()
      let hasRows = !builder.parcels.isEmpty || !builder.transactions.isEmpty
      guard isCertain || statedKind != nil || hasRows || bearsOut(profile, reader) else {
        builder.kind = .other
        builder.profile.kind = .other
        readLetter(prose, into: &builder)
        return
      }
      builder.add(reader)
    }
  }

  private func bearsOut(_ profile: DocumentProfile, _ reader: StatementReader) -> Bool {
    guard profile.kind == .planApproval else {
      return reader.drafts.contains { $0.id != nil || $0.party != nil || $0.area != nil }
    }
    return reader.drafts.contains { $0.id != nil && (!$0.indicators.isEmpty || !$0.uses.isEmpty) }
  }

  private func readLetter(_ prose: Prose, into builder: inout DocumentBuilder) {
    guard TitleWords.isReply(raw.title) else { return }
    let letter = LetterReader(grammar: grammar(of: prose), title: raw.title, file: file)
    builder.parcels += letter.parcels()
  }

  private func grammar(of prose: Prose) -> Grammar {
    Grammar(prose, vocabulary: vocabulary, useNames: useNames, date: raw.date)
  }
}
