import Characters
import Foundation
import Planning
import Terms

/// Reads the text or the table of one file.
struct FileReading {
  let name: String
  let vocabulary: LandUseVocabulary
  let useNames: PhraseTable<Token.Kind>
  let options: DocumentIntake.Options

  /// The land documents of a text.
  func text(_ lines: [SourceLine]) -> IntakeResult {
    var result = IntakeResult(documents: [], diagnostics: [], sha256: "")
    for raw in DocumentSplitter.documents(in: lines, file: name) { read(raw, into: &result) }
    result.texts = [SourceText(lines.lazy.map { ($0.number, $0.text) })]
    return result
  }

  private func read(_ raw: RawDocument, into result: inout IntakeResult) {
    var reader = DocumentReader(raw, file: name, vocabulary: vocabulary, useNames: useNames)
    reader.statedKind = options.kind(of: raw.number)
    reader.overrides = options.columns
    let read = reader.read()
    result.documents.append(read.document)
    result.diagnostics += read.diagnostics
  }

  /// The document that a table file is: lines above its heading are its head, lines below notes.
  func table(
    _ rows: [SeparatedRows.Row], title: String
  ) throws(IntakeError) -> IntakeResult {
    var result = IntakeResult(documents: [], diagnostics: [], sha256: "")
    let filled = rows.map(Self.row).filter { !$0.isBlank }
    if let cut = rows.last, cut.isCut { throw IntakeError(.openQuote(line: cut.line), file: name) }
    let readable = StatedHeadings.applied(options.columns, to: filled)
    guard let (headStart, columns) = heading(of: readable) else { return result }
    let above = filled[..<headStart]
    let head = above.flatMap { $0.filled }.filter { !$0.isEmpty }
    var raw = RawDocument(
      number: nil, title: tableTitle(head, fallback: title), firstLine: filled.first?.line ?? 1,
      lastLine: filled.last?.line ?? 1, body: [])
    raw.number = head.lazy.compactMap(Self.number).first
    raw.date =
      head.lazy.compactMap { Numerals.firstDate(in: SourceLine(number: 0, text: $0).compact) }.first
    raw.issuer = TitleWords.issuer(of: raw.title)
    raw.body = filled.map { SourceLine(number: $0.line, text: $0.cells.joined(separator: "\t")) }
    let sentences = DocumentSentences(
      (above + filled.suffix(4)).flatMap { row in
        row.filled.map { SourceLine(number: row.line, text: $0) }
      })
    let verdict = DocumentGate(
      title: raw.title, sentences: sentences, columns: [columns], hasForm: true
    ).verdict()
    var profile = DocumentProfile(title: raw.title, verdict: verdict)
    if let kind = options.kind(of: raw.number) { profile.kind = kind }
    profile.isPolicy = false
    profile.force =
      ForceReader(title: raw.title, kind: profile.kind, isGeneral: false, sentences: sentences)
      .force() ?? .decides
    profile.stage = DocumentProfile.stage(profile.kind, profile.force, title: raw.title)
    var builder = DocumentBuilder(raw, file: name, profile: profile, vocabulary: vocabulary)
    let cells = CellReader(vocabulary: vocabulary, useNames: useNames, date: raw.date)
    var reader = TableReader(
      cells: cells, profile: profile, unit: unit(head + filled.suffix(4).flatMap(\.filled)))
    var table = Table(rows: Array(readable[headStart...]))
    table.caption = head
    guard let reading = reader.read(table, overrides: options.columns) else { return result }
    builder.add(reading)
    var read = builder.build()
    let unit = unit(head + filled.suffix(4).flatMap(\.filled))
    read.diagnostics += FigureLedger.balance(
      &read.document, body: raw.body,
      tables: [TableFinder.Found(table: table, lines: raw.body.indices)], unit: { _ in unit },
      profile: profile
    ) { prose in
      Grammar(prose, vocabulary: vocabulary, useNames: useNames, date: raw.date)
    }
    // A table of something else is no document.
    guard read.document.hasFacts else { return result }
    result.documents.append(read.document)
    result.diagnostics += read.diagnostics
    return result
  }

  /// A row with its cells as printed: what stands on several lines is one text.
  private static func row(_ row: SeparatedRows.Row) -> Table.Row {
    Table.Row(
      cells: row.ends.indices.map { column in
        TableFinder.trimmed(
          Table.text(ofLines: row.text(column).split(whereSeparator: \.isNewline)).unicodeScalars)
      }, line: row.line)
  }

  /// Where a table begins below its title, and what its columns hold.
  private func heading(of rows: [Table.Row]) -> (start: Int, columns: [ColumnMeaning])? {
    if let cards = CardTurner.cards(in: rows) {
      return (cards.start, TableHeader(cards.table.rows)?.columns ?? [])
    }
    if let header = TableHeader(rows, overrides: options.columns) {
      return (header.rows.lowerBound, header.columns)
    }
    return sideways(rows) ?? CrossTableReader(rows).map { ($0.rows.lowerBound, []) }
  }

  /// A table whose headings stand in the first column.
  private func sideways(_ rows: [Table.Row]) -> (start: Int, columns: [ColumnMeaning])? {
    let cells = CellReader(vocabulary: vocabulary, useNames: useNames, date: nil)
    for start in rows.indices.prefix(4) where rows[start].filled.count >= 2 {
      let table = TableTurner.turned(Table(rows: Array(rows[start...])), cells: cells)
      if let header = TableHeader(table.rows) { return (start, header.columns) }
    }
    return nil
  }

  private func tableTitle(_ head: [String], fallback: String) -> String {
    let words = wordList(
      """
      计划 方案 表 规划 储备 供应 清单 台账
      """)
    let title =
      head.first { cell in words.contains { cell.has($0) } && cell.count >= 6 } ?? head.first
    let name = fallback.split(separator: "/").last.map(String.init) ?? fallback
    return (title ?? name).filter { !$0.isWhitespace }
  }

  private static func number(_ cell: String) -> String? {
    let text = SourceLine(number: 0, text: cell).compact
    if let whole = DocumentNumber(text) { return whole.description }
    var rest = Substring(text)
    while let end = rest.firstIndex(of: "号") {
      let piece = rest[...end]
      for start in piece.indices
      where start == piece.startIndex || "(:： 、,;".contains(piece[piece.index(before: start)]) {
        if let number = DocumentNumber(piece[start...]) { return number.description }
      }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }

  private func unit(_ texts: [String]) -> AreaUnit? {
    for text in texts {
      guard let range = text.range(of: "单位") else { continue }
      if let unit = HeadingWords.areaUnit(
        SourceLine(number: 0, text: String(text[range.upperBound...])).compact)
      {
        return unit
      }
    }
    return nil
  }
}
