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
          .boundaryWithoutNumber(record: said.place.lineStart), .warning, line: line)
      }
      switch join.parcel {
      case .joined: outcome.joinedCount += 1
      case .unmatched:
        outcome.unmatched.append(name)
        diagnostics.add(.boundaryUnmatched(name), .info, line: line)
      case .ambiguous(let plans):
        outcome.ambiguous.append(name)
        diagnostics.add(.boundaryAmbiguous(name, plans: plans), .warning, line: line)
      }
      switch join.change {
      case .inserted: outcome.insertedCount += 1
      case .unchanged: outcome.unchangedCount += 1
      case .newVersion(let version):
        outcome.newVersionCount += 1
        diagnostics.add(
          .boundaryNewVersion(name, version), join.isRepeated ? .warning : .info, line: line)
      }
    }
  }
}
