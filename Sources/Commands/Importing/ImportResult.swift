import Planning

/// What importing one file did.
struct ImportResult {
  let source: ReadSource
  /// What became of each document, in their order; empty where nothing was stored.
  let outcomes: [ImportOutcome]

  /// What to know of the documents' versions.
  var diagnostics: [Diagnostic] {
    outcomes.compactMap { outcome in
      let place = outcome.place
      switch outcome.change {
      case .inserted: return nil
      case .unchanged:
        return Diagnostic(
          .documentUnchanged(outcome.document), .info, file: place.file, line: place.lineStart)
      case .newVersion(let version):
        return Diagnostic(
          .documentNewVersion(outcome.document, version), .warning, file: place.file,
          line: place.lineStart)
      }
    }
  }
}
