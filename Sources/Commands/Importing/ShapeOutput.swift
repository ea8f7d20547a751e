import Exchange
import Planning
import Registry
import Terms

/// Says what became of files of shapes, to a person.
struct ShapeOutput {
  let isStored: Bool

  /// A table with a row a file; below it the parcels that no document names.
  func lines(_ results: [ShapeImportResult], width: Int?) -> [String] {
    var table = TextTable([
      .words(Wording.target.text), .number(Wording.features.text),
      .text(Wording.coordinateSystem.text),
      .text(Words(property: "quality").text), .number(Wording.joined.text),
      .number(Wording.unmatched.text), .text(Wording.flaws.text), .text(Wording.outcome.text),
      .words(Wording.file.text),
    ])
    for result in results where !result.isRefused {
      let outcome = result.outcome
      let isBoundary = outcome.layer == nil
      let target = outcome.layer.map { Wording.layerNamed($0, outcome.role) }
      table.append([
        (target ?? Wording.boundaries).text, String(outcome.featureCount), outcome.crs,
        outcome.quality.name.text, isBoundary ? String(outcome.joinedCount) : nil,
        isBoundary ? String(outcome.unmatched.count) : nil, Wording.flawed(outcome)?.text,
        Wording.changed(outcome, isStored: isStored).text, outcome.file,
      ])
    }
    return table.lines(width: width)
  }

  /// What is said on standard error: the numbers that no document names.
  func remarks(_ results: [ShapeImportResult]) -> [String] {
    let numbers = results.flatMap(\.outcome.unmatched)
    return numbers.isEmpty ? [] : [Wording.notMatched(numbers, of: numbers.count).text]
  }
}
