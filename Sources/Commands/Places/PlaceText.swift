import Terms
import Answers
import Characters
import Exchange
import Planning

/// What lies at a place as a person reads it: the place, the parcels, the layers, and what could not
/// be looked at.
struct PlaceText {
  let query: String
  let answer: PlaceAnswer
  let width: Int?
  /// So many parcels are told with all that is known of them; more of them as a table.
  private static let most = 3

  init(query: String, answer: PlaceAnswer, width: Int?) {
    self.query = query
    self.answer = answer
    self.width = width
  }

  func lines() -> [String] {
    var sections: [[String]] = [[heading]]
    sections += parcels()
    sections.append(LayerAnswerText(answer: answer, width: width).lines())
    if let zones = answer.zones { sections.append(ZoneText(zones: zones, width: width).lines()) }
    sections.append(remarks())
    if let explanation = answer.explanation {
      sections.append(ExplanationText(explanation: explanation, width: width).lines())
    }
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// The place: its coordinates in the register's system, or its area.
  private var heading: String {
    let asked = answer.asked
    var parts = [DisplayWidth.printable(query)]
    if asked.kind == .shape, !asked.label.isEmpty, asked.label != query {
      parts.append(DisplayWidth.printable(asked.label))
    }
    if let point = asked.point {
      parts.append(
        "\(NumberText.decimal(point.x, places: 3)), \(NumberText.decimal(point.y, places: 3))")
    } else if let area = asked.squareMetres {
      parts.append(
        AreaText.squareMetres(area, .current) + " = " + AreaText.mu(area, .current))
    }
    if let epsg = asked.epsg { parts.append("EPSG:\(epsg)") }
    if asked.isSchematic { parts.append(Wording.schematicOnly.text) }
    return parts.joined(separator: "  ")
  }

  /// The parcels; those that only touch a shape from outside are told in short.
  private func parcels() -> [[String]] {
    let isPoint = answer.asked.kind == .point
    let main = answer.parcels.filter { isPoint || !$0.land.isOnlyBoundary }
    guard main.count <= Self.most, !main.isEmpty else {
      return [PlaceText.table(of: answer.parcels).lines(width: width)]
    }
    let blocks = main.map { found in
      let line = LandText(land: found.land)
        .line(of: answer.asked, search: answer.search, found: Wording.parcel)
      return ParcelText(parcel: found.record, width: width, here: line).lines()
    }
    let others = answer.parcels.filter { !isPoint && $0.land.isOnlyBoundary }
    return others.isEmpty ? blocks : blocks + [PlaceText.table(of: others).lines(width: width)]
  }

  /// Parcels with what they have in common with the place, as a table.
  static func table(of parcels: [FoundParcel]) -> TextTable {
    var table = TextTable([
      .words(Wording.parcel.text), .words(Wording.use.text), .number(Wording.squareMetres.text),
      .number(Wording.mu.text), .number(Wording.ofAsked.text), .number(Wording.ofFound.text),
      .words(Wording.note.text), .words(Wording.plan.text),
    ])
    for found in parcels {
      let uses = found.record.values.landUse
      let text = LandText(land: found.land)
      let schematic =
        found.record.boundary?.isSchematic == true ? Words.schematicShort.text : nil
      table.append(
        [found.record.label, uses.isEmpty ? nil : uses.text] + text.cells + [
          [text.remark, schematic].compactMap(\.self).joined(separator: Wording.comma.text),
          found.record.values.plan,
        ])
    }
    return table
  }

  /// What could not be looked at, and why.
  private func remarks() -> [String] {
    var remarks: [String] = []
    if let reason = answer.asked.reason {
      remarks.append(Wording.placeNotChecked(reason, fault: answer.asked.fault).text)
    } else if let reason = answer.parcelReason, answer.unchecked.isEmpty {
      remarks.append(Wording.parcelsNotChecked(reason).text)
    } else if answer.parcelVerdict == .none {
      remarks.append(
        Wording.noParcelHere(answer.search, isParcel: answer.asked.kind == .parcel).text)
    }
    if answer.parcelCount > answer.parcels.count {
      remarks.append(Wording.shown(answer.parcels.count, of: answer.parcelCount).text)
    }
    for parcel in answer.unchecked {
      remarks.append(
        Wording.parcelUnchecked(parcel.label, LayerAnswerText.reason(parcel.reason)).text)
    }
    if answer.withoutBoundary > 0, answer.parcelReason != .noBoundary {
      remarks.append(Wording.withoutBoundary(answer.withoutBoundary).text)
    }
    if answer.isSchematic { remarks.append(Wording.schematicHere.text) }
    return remarks
  }
}
