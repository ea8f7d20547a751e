import Terms
import Answers
import Characters
import Exchange
import Planning
import Terms

/// The zones of a parcel as a table: the shares, and why each is assigned.
struct ZoneText {
  let zones: ZoneAssignment
  let width: Int?

  func lines() -> [String] {
    var table = TextTable([
      .words(Wording.zone.text), .number(Wording.squareMetres.text), .number(Wording.mu.text),
      .number(Wording.ofParcel.text), .number(Wording.ofZone.text), .words(Wording.assigned.text),
    ])
    for zone in zones.zones {
      let share = zone.share
      table.append([
        share.label.isEmpty ? "#\(share.feature)" : share.label,
        NumberText.decimal(share.squareMetres, places: 2, keep: 2),
        NumberText.decimal(AreaUnit.mu(fromSquareMetres: share.squareMetres), places: 2, keep: 2),
        LandText.percent(share.ofParcel), LandText.percent(share.ofZone),
        zone.basis.map { Wording.basis($0, isTied: zone.isTied, zones.rule).text }
          ?? Wording.notAssigned.text,
      ])
    }
    var lines = [Wording.zonesOf(zones.layer, zones.rule).text]
    lines += zones.zones.isEmpty ? ["  " + Words.checkedNone.text] : table.lines(width: width)
    if !zones.unchecked.isEmpty {
      lines.append(
        Wording.couldNotCheck(
          zones.unchecked.map { "#\($0)" }.joined(separator: Wording.listed.text)
        ).text)
    }
    return lines
  }
}
