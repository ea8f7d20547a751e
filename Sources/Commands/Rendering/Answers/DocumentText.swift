internal import Terms
import Exchange
import Planning

/// A document as a person reads it.
struct DocumentText {
  let record: DocumentRecord
  let width: Int?
  /// What is told of its file, where the register keeps that itself and it is asked about.
  var original: SourceOriginal.Label?

  func lines() -> [String] {
    let reference = record.reference
    var block = FieldBlock()
    block.append(Wording.title, reference.number == nil ? nil : reference.title)
    block.append(Wording.kind, reference.kind.name.text)
    if reference.force != .decides { block.append(Wording.force, reference.force.name.text) }
    block.append(Wording.ends, record.revokes.joined(separator: "、"))
    block.append(Wording.endedSince, ApartText.end(reference))
    if reference.ending == nil {
      block.append(Wording.inForceUntil, record.inForceUntil?.description)
    }
    block.append(Wording.date, reference.date?.description)
    block.append(Wording.issuer, record.issuer)
    block.append(Wording.addressee, record.addressee)
    block.append(Wording.request, record.requestNumber)
    block.append(
      Wording.holds,
      Wording.counts(
        parcels: record.parcelCount, acts: record.transactionCount, sites: record.siteCount,
        totals: record.totalCount))
    block.append(Wording.source, SourceText.place(reference.place))
    block.append(Wording.original, original.map { Wording.kept($0).text })
    if reference.version > 1 { block.append(Wording.version, String(reference.version)) }
    return [DisplayWidth.printable(reference.name)] + block.lines(width: width)
  }
}
