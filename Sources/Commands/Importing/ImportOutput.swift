import Characters
import Exchange
import Foundation
import Planning
import Registry
import Terms

/// Says what was read and stored: the result on standard output, diagnostics on standard error.
struct ImportOutput {
  let format: PlainFormat
  let isVerbose: Bool
  let isQuiet: Bool

  /// Writes the result of an import.
  func write(
    _ outcome: FileImport.Outcome, isStored: Bool
  ) throws {
    let (results, shapes, diagnostics) = (outcome.sources, outcome.shapes, outcome.diagnostics)
    switch format {
    case .json:
      try Console.writeJSON(
        ImportRecord(
          report: ImportReport(
            documents: results.flatMap(\.reading.documents), diagnostics: diagnostics,
            language: .current),
          outcomes: isStored ? results.flatMap(\.outcomes) : nil,
          shapes: shapes.isEmpty ? nil : shapes.map(\.outcome)))
    case .table:
      let ofShapes = ShapeOutput(isStored: isStored)
      let lines =
        table(results).lines(width: Terminal.outputColumns)
        + ofShapes.lines(shapes, width: Terminal.outputColumns)
      if !lines.isEmpty { try Console.write(lines.joined(separator: "\n")) }
      say(diagnostics)
      for remark in ofShapes.remarks(shapes) where !isQuiet { Console.say(remark) }
      let isOfShapesAlone = results.isEmpty && !shapes.isEmpty
      if !isOfShapesAlone, let summary = summary(results, diagnostics, isStored: isStored) {
        Console.say(summary.text)
      }
    }
  }

  /// Shows diagnostics to a person: warnings and errors; notes where asked for, and always that a
  /// file gave nothing.
  func say(_ diagnostics: [Diagnostic]) {
    let least: Diagnostic.Severity = isQuiet ? .error : isVerbose ? .info : .warning
    let shown = diagnostics.filter { diagnostic in
      diagnostic.severity >= least || (diagnostic.code == .noLandDocument && !isQuiet)
    }
    let rendering = DiagnosticRendering(.current, width: Terminal.errorColumns ?? 100)
    for diagnostic in shown { Console.say(rendering.text(of: diagnostic)) }
    let hidden = diagnostics.count - shown.count
    if hidden > 0, !isQuiet { Console.say(Wording.notesHidden(hidden).text) }
  }

  private func table(_ results: [FileImport.Source]) -> TextTable {
    var table = TextTable([
      .text(Wording.date.text), .words(Wording.document.text), .text(Wording.kind.text),
      .text(Wording.holds.text), .text(Wording.figures.text), .text(Wording.outcome.text),
      .words(Wording.source.text),
    ])
    for result in results {
      for (index, document) in result.reading.documents.enumerated() {
        table.append([
          document.date?.description, document.number ?? document.title,
          document.kind.name.text,
          Wording.counts(
            parcels: document.parcels.count, acts: document.transactions.count,
            sites: document.sites.count, totals: document.totals.count,
            changes: document.administrativeChanges.count),
          document.figures.flatMap(Wording.figures),
          result.outcomes.indices.contains(index) ? name(result.outcomes[index].change) : nil,
          SourceText.place(document.place),
        ])
      }
    }
    return table
  }

  private func name(_ change: ImportOutcome.Change) -> String {
    switch change {
    case .inserted: Wording.inserted.text
    case .unchanged: Wording.unchanged.text
    case .newVersion(let version): Wording.newVersion(version).text
    }
  }

  /// What happened on the whole; `nil` where it was said already, as of an export.
  private func summary(
    _ results: [FileImport.Source], _ diagnostics: [Diagnostic], isStored: Bool
  ) -> Words? {
    guard isStored else {
      return Wording.found(results.reduce(0) { $0 + $1.reading.documents.count })
    }
    guard !results.isEmpty else { return diagnostics.isEmpty ? nil : Wording.nothingStored }
    var inserted = 0
    var versions = 0
    var unchanged = 0
    for outcome in results.flatMap(\.outcomes) {
      switch outcome.change {
      case .inserted: inserted += 1
      case .newVersion: versions += 1
      case .unchanged: unchanged += 1
      }
    }
    return Wording.imported(inserted: inserted, versions: versions, unchanged: unchanged)
  }
}

/// The JSON of an import: what was read, and what became of it where it was stored.
private struct ImportRecord: Encodable {
  let report: ImportReport
  let outcomes: [ImportOutcome]?
  let shapes: [ShapeImportOutcome]?

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: report)
    try json("outcomes", outcomes)
    try json("shapes", shapes)
  }
}
