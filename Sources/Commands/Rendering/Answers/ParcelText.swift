import Exchange
import Planning
import Terms

/// A parcel as a person reads it: what it is, what may be built, what was done with it, and the
/// documents and lines that say so.
struct ParcelText {
  let parcel: ParcelRecord
  let width: Int?
  /// What it has in common with the place that was asked about.
  var here: String?

  /// The lines: the parcel's number, then its fields.
  func lines() -> [String] {
    [heading] + fields.lines(width: width)
  }

  private var heading: String {
    let values = parcel.values
    let place = [parcel.county, values.plan].compactMap { $0 }.joined(separator: " · ")
    let title = parcel.label.isEmpty ? Wording.noNumber.text : parcel.label
    return DisplayWidth.printable([title, place].filter { !$0.isEmpty }.joined(separator: "  "))
  }

  private var fields: FieldBlock {
    let values = parcel.values
    var block = FieldBlock()
    block.append(Wording.here, here)
    if values.parcelID != nil { block.append(Words(property: "name"), values.name) }
    block.append(Words(property: "land_use"), landUse)
    block.append(
      Words(property: "area_m2"), values.area.map { AreaText.full($0, .current) })
    for indicator in Indicator.allCases {
      block.append(
        indicator.name,
        values.indicators[indicator].map { $0.notation(of: indicator) })
    }
    for (name, value) in values.extras.sorted(by: { $0.key < $1.key }) {
      block.append(name, value)
    }
    if values.keepsCurrentUse {
      block.append(Words(property: "keeps_current_use"), Wording.yes.text)
    }
    block.append(Words(property: "location"), values.location)
    block.append(Words(property: "boundary_description"), values.boundaryDescription)
    block.append(Words(property: "conditions"), values.conditions)
    block.append(Words(property: "aliases"), values.aliases.joined(separator: "、"))
    block.append(Words(property: "vertical_range"), values.verticalRange.map(Wording.range))
    block.append(Words(property: "status"), parcel.status.name.text)
    block.append(Wording.kinship, kinship)
    block.append(Wording.boundary, boundary)
    block.append(Wording.transactions, parcel.transactions.flatMap { TransactionText.lines($0) })
    block.append(Wording.proposals, parcel.proposals.map { ApartText.line($0) })
    block.append(Wording.ended, parcel.ended.map { ApartText.line($0) })
    block.append(
      Wording.ambiguousPlans,
      parcel.ambiguousPlans.isEmpty ? nil : parcel.ambiguousPlans.joined(separator: "、"))
    block.append(Wording.documents, parcel.documents.reversed().map { SourceText.line($0) })
    return block
  }

  private var landUse: String? {
    let uses = parcel.values.landUse
    guard !uses.isEmpty else { return nil }
    var schemes: [String] = []
    for use in uses where use.scheme != .unknown && use.code != nil {
      if !schemes.contains(use.scheme.rawValue) { schemes.append(use.scheme.rawValue) }
    }
    let inferred = uses.contains(where: \.codeInferred) ? [Wording.codeInferred.text] : []
    let notes = (schemes + inferred).joined(separator: Wording.comma.text)
    return uses.text + (notes.isEmpty ? "" : Wording.inBrackets(notes).text)
  }

  private var kinship: [String] {
    let kin = parcel.kinship
    return [
      (Wording.splitFrom, kin.splitFrom), (Wording.splitInto, kin.splitInto),
      (Wording.mergedFrom, kin.mergedFrom), (Wording.mergedInto, kin.mergedInto),
      (Wording.renumberedFrom, kin.renumberedFrom), (Wording.renumberedTo, kin.renumberedTo),
    ].compactMap { words, numbers in
      numbers.isEmpty ? nil : "\(words.text) \(numbers.joined(separator: "、"))"
    }
  }

  private var boundary: [String] {
    parcel.boundary.map { BoundaryText(boundary: $0).lines() } ?? [Wording.noBoundary.text]
  }
}
