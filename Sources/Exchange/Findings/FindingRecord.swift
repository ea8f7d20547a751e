internal import Characters
internal import Planning
internal import SimpleFeatures

/// A finding as JSON: its facts, and its words in both languages.
struct FindingRecord: Encodable, Sendable {
  let finding: Finding
  let rule: Rule?
  let zh: FindingText
  let en: FindingText

  enum CodingKeys: String, CodingKey {
    case id, code, family, severity, responsibility, title, message, advice, subjects, values
    case detail, conclusion
    case squareMetres = "area_m2"
    case mu = "area_mu"
    case share = "share_percent"
    case isSliver = "sliver"
    case isSchematic = "schematic"
    case box = "bbox"
    case isAccepted = "accepted"
    case acceptance, sources
  }

  /// Writes the finding. What is not known is left out; a number that is not finite likewise.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    func words(_ text: (FindingText) -> String) -> LocalText { LocalText(text(zh), text(en)) }
    try container.encode(finding.id, forKey: .id)
    try container.encode(finding.code, forKey: .code)
    try container.encodeIfPresent(rule?.family, forKey: .family)
    try container.encode(finding.severity, forKey: .severity)
    try container.encodeIfPresent(rule?.responsibility, forKey: .responsibility)
    try container.encode(words { $0.title(of: finding.code) }, forKey: .title)
    try container.encode(words { $0.sentence(for: finding) }, forKey: .message)
    try container.encode(words { $0.advice(for: finding) }, forKey: .advice)
    try container.encode(finding.subjects, forKey: .subjects)
    try container.encode(finding.values.mapValues(FindingValueRecord.init), forKey: .values)
    if !finding.detail.isEmpty { try container.encode(finding.detail, forKey: .detail) }
    try container.encodeIfPresent(finding.conclusion, forKey: .conclusion)
    if let area = finding.squareMetres, area.isFinite {
      try container.encode(area, forKey: .squareMetres)
      try container.encode(AreaText.roundedMu(area), forKey: .mu)
    }
    if let share = finding.share, share.isFinite { try container.encode(share, forKey: .share) }
    try container.encode(finding.isSliver, forKey: .isSliver)
    try container.encode(finding.isSchematic, forKey: .isSchematic)
    if let box = finding.shape?.envelope {
      let edges = [box.minX, box.minY, box.maxX, box.maxY]
      if edges.allSatisfy(\.isFinite) { try container.encode(edges, forKey: .box) }
    }
    try container.encode(finding.acceptance != nil, forKey: .isAccepted)
    try container.encodeIfPresent(finding.acceptance, forKey: .acceptance)
    try container.encode(finding.sources, forKey: .sources)
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
