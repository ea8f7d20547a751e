internal import Characters
internal import Planning
internal import SimpleFeatures
internal import Terms

/// A finding as JSON: its facts, and its words in both languages.
struct FindingRecord: Encodable, Sendable {
  let finding: Finding
  let rule: Rule?
  let zh: FindingText
  let en: FindingText

  /// Writes the finding. What is not known is left out; a number that is not finite likewise.
  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    func words(_ text: (FindingText) -> String) -> LocalText { LocalText(text(zh), text(en)) }
    try json("id", finding.id)
    try json("code", finding.code)
    try json("family", rule?.family)
    try json("severity", finding.severity)
    try json("responsibility", rule?.responsibility)
    try json("title", words { $0.title(of: finding.code) })
    try json("message", words { $0.sentence(for: finding) })
    try json("advice", words { $0.advice(for: finding) })
    try json("subjects", finding.subjects)
    try json("values", finding.values.mapValues(FindingValueRecord.init))
    try json.filled("detail", finding.detail)
    try json("conclusion", finding.conclusion)
    if let area = finding.squareMetres, area.isFinite {
      try json("area_m2", area)
      try json("area_mu", AreaText.roundedMu(area))
    }
    if let share = finding.share, share.isFinite { try json("share_percent", share) }
    try json("sliver", finding.isSliver)
    try json("schematic", finding.isSchematic)
    if let box = finding.shape?.envelope {
      let edges = [box.minX, box.minY, box.maxX, box.maxY]
      if edges.allSatisfy(\.isFinite) { try json("bbox", edges) }
    }
    try json("accepted", finding.acceptance != nil)
    try json("acceptance", finding.acceptance)
    try json("sources", finding.sources)
  }
}

/// A value of a finding as JSON: plain numbers in square metres, metres and percent, keys for what
/// has keys, an object for a land use, an interval and words.
struct FindingValueRecord: Encodable {
  let value: FindingValue

  init(_ value: FindingValue) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .text(let text), .shapeReason(let text): try container.encode(text)
    case .texts(let texts): try container.encode(texts)
    case .count(let count): try container.encode(count)
    case .number(let number), .squareMetres(let number), .metres(let number),
      .percent(let number):
      if number.isFinite { try container.encode(number) } else { try container.encodeNil() }
    case .date(let date): try container.encode(date)
    case .landUse(let use): try container.encode(use)
    case .indicator(let indicator): try container.encode(indicator.rawValue)
    case .indicators(let indicators): try container.encode(indicators.map(\.rawValue))
    case .interval(let interval, _): try container.encode(interval)
    case .act(let kind): try container.encode(kind.rawValue)
    case .layerRole(let role): try container.encode(role.rawValue)
    case .words(let words): try container.encode(words)
    }
  }
}

extension AreaText {
  /// An area in 亩, to a ten-thousandth (seven square decimetres); of less, to two digits.
  static func roundedMu(_ area: Double) -> Double {
    Double(NumberText.significant(AreaUnit.mu(fromSquareMetres: area), places: 4))
      ?? AreaUnit.mu(fromSquareMetres: area)
  }
}
