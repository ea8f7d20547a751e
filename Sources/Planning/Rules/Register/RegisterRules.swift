/// The register itself: files, boundaries, parcels without.
public struct RegisterRules: Sendable {
  private var files = DocumentFiles()
  private var orphans = OrphanBoundaries()
  private var missing = MissingBoundaries()

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    if findings.book.asks(.boundaryOrphan) {
      orphans.take(parcel, limit: findings.limit(.boundaryOrphan))
    }
    if findings.book.asks(.parcelWithoutBoundary) {
      missing.take(parcel, limit: findings.limit(.parcelWithoutBoundary))
    }
  }

  /// Judges a document.
  public mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector) {
    files.take(document)
    orphans.take(document)
  }

  /// Judges a file that documents, boundaries or a layer were read from, once the documents were
  /// seen. The runner of a check calls it for each file that the register names, with what it has
  /// found where the register says the file is.
  ///
  /// - Parameter subject: what was read from it, where that is no document: a boundary file or a layer.
  public func judge(
    file: SourceFile, state: SourceFileState, subject: FindingSubject? = nil,
    into findings: inout FindingCollector
  ) {
    files.judge(file, state, subject, into: &findings)
  }

  /// Judges what needs all parcels and documents, once they were seen.
  public mutating func finish(into findings: inout FindingCollector) {
    orphans.judge(into: &findings)
    missing.judge(into: &findings)
  }
}

extension FindingCollector {
  /// From how many findings of one file or document on they are told as one.
  fileprivate func limit(_ code: RuleCode) -> Int {
    let limit = book.number(code, "aggregate_above")
    return limit.isFinite ? Int(limit) : 0
  }
}
