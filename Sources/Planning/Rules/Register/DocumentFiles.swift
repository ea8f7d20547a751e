/// The files that the register was filled from, with the documents of each.
struct DocumentFiles {
  private var documents: [String: [DocumentReference]] = [:]

  mutating func take(_ document: CheckedDocument) {
    documents[document.file.name, default: []].append(document.reference)
  }

  /// A file that is gone or is another now: one finding, whatever the number of its documents.
  func judge(
    _ file: SourceFile, _ state: SourceFileState, _ subject: FindingSubject?,
    into findings: inout FindingCollector
  ) {
    let code = RuleCode.documentFileMissing
    guard findings.book.asks(code) else { return }
    guard file.sha256 != nil else { return findings.notChecked(code, .notStated) }
    let reason: LocalText
    switch state {
    case .elsewhere: return findings.notChecked(code, .fileElsewhere)
    case .present: return findings.checked(code)
    case .missing: reason = LocalText("找不到了", "is not there any longer")
    case .changed: reason = LocalText("内容已不是入库时的内容", "has other content than when it was read")
    }
    findings.checked(code)
    let read = (documents[file.name] ?? []).sorted(by: DocumentReference.precedes)
    let subjects =
      read.isEmpty
      ? [subject ?? FindingSubject(kind: .register, key: file.name, label: file.name)]
      : read.prefix(3).map { FindingSubject($0) }
    findings.add(
      code, at: .approved, subjects: subjects,
      values: [
        "file": .text(file.name), "reason": .words(reason),
        "documents": .texts(read.isEmpty ? subjects.map(\.label) : read.map(\.name)),
      ]
    ) { finding in
      finding.detail = file.name
      finding.sources = read
    }
  }
}
