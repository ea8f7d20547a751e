internal import Planning

/// Counts what became of the boundaries of a file, and says what needs a look.
struct BoundaryJoins {
  private let placesAreLines: Bool
  private(set) var diagnostics: DiagnosticTally

  init(file: String, placesAreLines: Bool) {
    self.placesAreLines = placesAreLines
    diagnostics = DiagnosticTally(file: file)
  }

  /// Takes what became of some boundaries.
  mutating func take(
    _ joins: [BoundaryJoin], of statements: [ParcelStatement],
    _ outcome: inout ShapeImportOutcome
  ) {
    for (join, said) in zip(joins, statements) {
      let name = said.parcelID ?? said.name ?? "#\(said.place.lineStart)"
      let line = placesAreLines ? said.place.lineStart : nil
      if said.parcelID == nil, said.name == nil {
        diagnostics.add(
          .boundaryWithoutNumber, .warning, line: line, [String(said.place.lineStart)])
      }
      switch join.parcel {
      case .joined: outcome.joinedCount += 1
      case .unmatched:
        outcome.unmatched.append(name)
        diagnostics.add(.boundaryUnmatched, .info, line: line, [name])
      case .ambiguous(let plans):
        outcome.ambiguous.append(name)
        diagnostics.add(
          .boundaryAmbiguous, .warning, line: line, [name, plans.joined(separator: "、")])
      }
      switch join.change {
      case .inserted: outcome.insertedCount += 1
      case .unchanged: outcome.unchangedCount += 1
      case .newVersion(let version):
        outcome.newVersionCount += 1
        diagnostics.add(
          .boundaryNewVersion, join.isRepeated ? .warning : .info, line: line,
          [name, String(version)])
      }
    }
  }
}
