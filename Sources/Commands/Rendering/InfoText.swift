import Exchange
import Planning

/// What a register holds, as a person reads it.
struct InfoText {
  let info: RegisterInfo
  let width: Int?

  func lines() -> [String] {
    var block = FieldBlock()
    block.append(Wording.counties, info.counties.joined(separator: "、"))
    block.append(Wording.documentsHeld, documents)
    block.append(Wording.dates, span(info.firstDate?.description, info.lastDate?.description))
    block.append(Wording.parcels, "\(info.parcels)")
    block.append(Wording.statements, "\(info.statements)")
    block.append(Wording.acts, "\(info.transactions)")
    block.append(Wording.totals, "\(info.totals)")
    block.append(Wording.sites, "\(info.sites)")
    block.append(Wording.recorded, span(info.firstRecordedAt, info.lastRecordedAt))
    block.append(Wording.schema, "\(info.schemaVersion)")
    block.append(
      Wording.files,
      info.files.map { file in
        let digest = file.sha256.map { "sha256 \($0.prefix(12))…" }
        let count = Wording.documentCount(file.documents).text
        return [file.name, count, digest].compactMap { $0 }.joined(separator: "  ")
      })
    return [DisplayWidth.printable(info.path)] + block.lines(width: width)
  }

  private var documents: String {
    info.documentVersions > info.documents
      ? "\(info.documents) " + Wording.inVersions(info.documentVersions).text : "\(info.documents)"
  }

  private func span(_ first: String?, _ last: String?) -> String? {
    guard let first, let last else { return first ?? last }
    return first == last ? first : Wording.fromTo(first, last).text
  }
}
