import Answers
import Exchange
import Planning
import Terms

/// What differs between two moments, as a person reads it.
struct DifferenceView {
  let width: Int?

  /// A parcel: what became of it, each change with old and new value, and the documents.
  func lines(_ difference: ParcelDifference) -> [String] {
    var block = FieldBlock()
    switch difference.kind {
    case .changed:
      for change in difference.changes.sorted(by: { order($0.property) < order($1.property) }) {
        block.append(Words(property: change.property), step(change))
      }
    case .added, .gone: appendMain(difference, to: &block)
    }
    block.append(Wording.transactions, difference.addedActs.map { "+ " + TransactionText.line($0) })
    block.append(
      Wording.transactions, difference.goneActs.map { "− " + TransactionText.line($0) })
    block.append(Wording.boundary, boundary(difference))
    block.append(Wording.documents, difference.sources.reversed().map { SourceText.line($0) })
    return [heading(difference)] + block.lines(width: width)
  }

  /// What else differs, and how many parcels do.
  func lines(_ difference: RegisterDifference) -> [String] {
    var lines = [Wording.parcelsDiffer(difference).text]
    for document in difference.addedDocuments { lines.append("+ " + SourceText.line(document)) }
    for document in difference.goneDocuments { lines.append("− " + SourceText.line(document)) }
    lines += difference.layers.map { Wording.layerDiffers($0).text }
    lines += difference.townships.map {
      [Wording.townshipsMerged($0).text, SourceText.line($0.source)].joined(separator: "  ")
    }
    return lines.map { DisplayWidth.printable($0) }
  }

  private func heading(_ difference: ParcelDifference) -> String {
    let title = difference.label.isEmpty ? Wording.noNumber.text : difference.label
    let place = [difference.county, difference.plan].compactMap(\.self).joined(separator: " · ")
    return DisplayWidth.printable(
      [title, difference.kind.name.text, place].filter { !$0.isEmpty }
        .joined(separator: "  "))
  }

  /// The main facts of a parcel that came or went, as it is or was.
  private func appendMain(_ difference: ParcelDifference, to block: inout FieldBlock) {
    let isGone = difference.kind == .gone
    for property in ["land_use", "area_m2", Indicator.headline.rawValue, "status"] {
      guard let change = difference.changes.first(where: { $0.property == property }) else {
        continue
      }
      let value = isGone ? change.old : change.new
      let words = Words(property: property)
      block.append(
        words,
        change.old != nil && change.new != nil ? step(change) : text(value, property))
    }
    let kin = isGone ? difference.newKinship.successors : difference.newKinship.predecessors
    block.append(
      isGone ? Wording.became : Wording.cameFrom,
      kin.isEmpty ? nil : kin.joined(separator: Wording.listed.text))
  }

  /// Use, area and indicators come first, in the order in which plans print them.
  private func order(_ property: String) -> (Int, String) {
    let first = ["land_use", "area_m2"] + Indicator.allCases.map(\.rawValue)
    return (first.firstIndex(of: property) ?? first.count, property)
  }

  private func step(_ change: ParcelDifference.Change) -> String {
    "\(text(change.old, change.property)) → \(text(change.new, change.property))"
  }

  private func text(_ value: PropertyValue?, _ property: String) -> String {
    value.map { $0.text(of: property, .current) } ?? "–"
  }

  private func boundary(_ difference: ParcelDifference) -> [String] {
    guard difference.isBoundaryChanged else { return [] }
    func text(_ boundary: ParcelBoundary?) -> String {
      guard let boundary else { return "–" }
      return boundary.squareMetres.map { AreaText.squareMetres($0, .current) }
        ?? boundary.quality.name.text
    }
    var line =
      difference.oldBoundary == nil
      ? text(difference.newBoundary)
      : "\(text(difference.oldBoundary)) → \(text(difference.newBoundary))"
    if let grown = difference.areaDifference {
      line += Wording.comma.text + Wording.areaGrew(grown).text
    }
    if difference.isSchematic { line += Wording.comma.text + Wording.schematicOnly.text }
    return [line]
  }
}
