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

  /// What the document says, `nil` where it is not about land.
  mutating func read() -> (document: LandDocument, diagnostics: [Diagnostic])? {
    var profile = DocumentProfile(title: raw.title)
    if let statedKind { profile.kind = statedKind }
    guard profile.kind != .other || mayStateLand else { return nil }
    let found = TableFinder.tables(in: raw.body)
    var builder = DocumentBuilder(raw, file: file, profile: profile, vocabulary: vocabulary)
    let cells = CellReader(vocabulary: vocabulary, useNames: useNames, date: raw.date)
    var taken = Set<Int>()
    for table in found {
      let unit = unit(around: table)
      var tableProfile = profile
      if profile.kind == .other, isDevelopmentTable(table.table) {
        tableProfile.kind = .developmentScheme
      }
      var reader = TableReader(cells: cells, profile: tableProfile, unit: unit)
      guard let reading = reader.read(table.table, overrides: overrides), !reading.isEmpty else {
        if table.table.rows.contains(where: { $0.filled.count >= 2 }) {
          taken.formUnion(table.lines)
        }
        continue
      }
      taken.formUnion(table.lines)
      if tableProfile.kind != profile.kind { builder.kind = tableProfile.kind }
      builder.add(reading)
    }
    let prose = Prose(raw.body.indices.filter { !taken.contains($0) }.map { raw.body[$0] })
    readProse(prose, profile: profile, into: &builder)
    guard var read = builder.build() else { return nil }
    read.diagnostics += FigureLedger.balance(
      &read.document, body: raw.body, tables: found, unit: unit, profile: profile,
      grammar: grammar)
    return read
  }

  /// Whether a document that its title does not announce as one about land may still state land.
  private var mayStateLand: Bool {
    let words = wordList(
      """
      地块 宗地 占地 用地 成片 行政区划 土地 公顷
      """)
    return raw.body.contains { line in
      line.plain.count > 2 && words.contains { line.compact.has($0) }
    }
  }

  private func isDevelopmentTable(_ table: Table) -> Bool {
    table.rows.prefix(3).contains { row in
      row.cells.contains { $0.contains("成片") || $0.contains("片区") }
    }
  }

  /// `单位：公顷` above or inside the table.
  private func unit(around found: TableFinder.Found) -> AreaUnit? {
    let lines = found.table.caption + found.table.rows.prefix(2).flatMap(\.cells)
    for text in lines.reversed() {
      guard let range = text.range(of: "单位") else { continue }
      if let unit = ColumnMeaning.areaUnit(String(text[range.upperBound...])) { return unit }
    }
    return nil
  }

  private func readProse(
    _ prose: Prose, profile: DocumentProfile, into builder: inout DocumentBuilder
  ) {
    builder.requestNumber = RequestNumber.find(in: String(prose.plain.prefix(400)), own: raw.number)
    if raw.title.mentions(anyOf: "区划 撤并 撤乡 并入 撤销 合并") {
      builder.administrativeChanges = AdministrativeChangeReader.changes(in: prose)
    }
    switch profile.kind {
    case _ where profile.isPolicy: return
    case .hazardList, .rule: return
    case .developmentScheme where !raw.title.has("规划"): return
    case .other where !profile.approvesActs:
      if readUnannounced(prose, into: &builder) { return }
      guard TitleWords.isReply(raw.title) else { return }
      let letter = LetterReader(grammar: grammar(of: prose), title: raw.title, file: file)
      builder.parcels += letter.parcels()
    case .planApproval, .reserve, .supply, .supplyPlan, .reclaim, .conversion, .developmentScheme,
      .other, .projectList, .case:
      var reader = StatementReader(
        grammar(of: prose), profile: profile, plan: PlanNames.plan(in: raw.title))
      // Where a table numbers the land, the text around it makes no nameless piece.
      reader.hasNumbers = reader.hasNumbers || builder.parcels.contains { $0.parcelID != nil }
      reader.readTitle(raw.title)
      reader.read()
      builder.add(reader)
    }
  }

  /// Minutes and the like, whose title does not say that they settle parcels: read as a plan where
  /// they give numbered parcels uses and indicators.
  private func readUnannounced(_ prose: Prose, into builder: inout DocumentBuilder) -> Bool {
    let text = String(prose.plain)
    guard text.has("地块"),
      text.has("用地性质") || Indicator.telling.contains(where: { text.has($0.name[.zh]) })
    else { return false }
    var profile = DocumentProfile(title: raw.title)
    profile.kind = .planApproval
    var reader = StatementReader(grammar(of: prose), profile: profile, plan: nil)
    guard reader.hasNumbers else { return false }
    reader.read()
    let isPlan = reader.drafts.contains {
      $0.id != nil && !$0.indicators.isEmpty && !$0.uses.isEmpty
    }
    guard isPlan else { return false }
    builder.kind = .planApproval
    builder.profile.kind = .planApproval
    builder.add(reader)
    return true
  }

  private func grammar(of prose: Prose) -> Grammar {
    Grammar(prose, vocabulary: vocabulary, useNames: useNames, date: raw.date)
  }
}
