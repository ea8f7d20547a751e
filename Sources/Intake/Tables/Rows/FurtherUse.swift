import Planning
import Terms

/// Rows that give one piece of land another use: its number, place and price stand in the first.
extension TableReader {
  /// Whether a row, as printed, has a use of its own and nothing that would make it other land.
  func isFurtherUse(_ row: [String]) -> Bool {
    guard reading.isList, !reading.drafts.isEmpty, has(.parcelID), !has(.state) else {
      return false
    }
    var hasUse = false
    var hasArea = false
    var hasPrice = false
    for (index, column) in columns.enumerated() where index < row.count {
      guard !Table.isBlank(row[index]), !Table.isDitto(row[index]) else { continue }
      switch column.role {
      case .parcelID, .serial, .name, .location, .party, .alias, .contractNumber,
        .supervisionNumber:
        return false
      case .landUse, .landUseCode: hasUse = hasUse || !column.isBefore
      case .area: hasArea = true
      case .price: hasPrice = hasPrice || !CellReader.isNothing(row[index])
      default: break
      }
    }
    // A road of a plan has no number either, but an area of its own.
    return hasUse && !hasPrice && (!hasArea || profile.approvesActs)
  }

  /// Whether a row of an act prints the number of the row above again, for another use of that land.
  func isSameLand(_ draft: Draft, as last: Draft) -> Bool {
    guard profile.approvesActs, let id = draft.id, id == last.id, !draft.uses.isEmpty,
      !draft.uses.allSatisfy({ use in
        last.uses.contains { $0.name == use.name && $0.code == use.code }
      })
    else { return false }
    return draft.prices.allSatisfy { last.prices.contains($0) } && draft.party == last.party
  }
}

extension Draft {
  /// Takes another use of the same land; what belongs to the land as a whole counts once.
  mutating func add(furtherUse other: Draft) {
    func named(_ draft: Draft) -> [UseTerm] {
      guard draft.terms.count == 1, draft.terms[0].landUseName == nil else { return draft.terms }
      return [UseTerm(landUseName: draft.useText, years: draft.terms[0].years)]
    }
    let isFirst = terms.allSatisfy { $0.landUseName == nil }
    terms = (isFirst ? named(self) : terms) + named(other)
    uses += other.uses.filter { !uses.contains($0) }
    hasCode = hasCode || other.hasCode
    if let further = other.area?.squareMetres, further != area?.squareMetres {
      for part in [self, other] {
        if let use = part.useText, let text = part.area?.text { extras["\(use)面积"] = text }
      }
      let sum = ((area?.squareMetres ?? 0) + further) * 1_000
      area = area == nil ? other.area : StatedArea(squareMetres: sum.rounded() / 1_000)
    }
    useText = [useText, other.useText].compactMap { $0 }.joined(separator: "、")
    if useText?.isEmpty == true { useText = nil }
    for (indicator, interval) in other.indicators {
      indicators[indicator] = indicators[indicator] ?? interval
    }
    for price in other.prices where !prices.contains(where: { $0.kind == price.kind }) {
      prices.append(price)
    }
    amountYuan = amountYuan ?? other.amountYuan
    for (name, text) in other.extras where extras[name] != text {
      extras[name] = extras[name].map { "\($0)；\(text)" } ?? text
    }
  }
}
