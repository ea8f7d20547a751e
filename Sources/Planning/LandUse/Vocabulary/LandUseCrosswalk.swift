/// The rows of Data/vocabularies/crosswalk.csv: each leads from a class of an older or other scheme
/// to MNR-2023.
///
/// Read on first use, apart from the vocabulary: most questions need no crosswalk.
struct LandUseCrosswalk: Sendable {
  static let standard = LandUseCrosswalk()

  struct Row: Sendable {
    let scheme: LandUseScheme
    let code: String
    /// The code in MNR-2023; empty where there is no counterpart.
    let target: String
    let relation: LandUseRelation
    let confidence: LandUseConfidence
    let note: String?
    let noteChinese: String?
  }

  let rows: [Row]
  private let bySource: [String: [Int]]
  private let byTarget: [String: [Int]]

  private init() {
    var rows: [Row] = []
    for fields in CSVText.rows(ofTable: "crosswalk") where fields.count == 11 {
      guard let scheme = LandUseScheme(rawValue: fields[0]),
        let relation = LandUseRelation(rawValue: fields[6]),
        let confidence = LandUseConfidence(rawValue: fields[7])
      else { continue }
      rows.append(
        Row(
          scheme: scheme, code: fields[1], target: fields[4], relation: relation,
          confidence: confidence, note: fields[9].isEmpty ? nil : fields[9],
          noteChinese: fields[10].isEmpty ? nil : fields[10]))
    }
    var bySource: [String: [Int]] = [:]
    var byTarget: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      bySource[row.code, default: []].append(index)
      byTarget[row.target, default: []].append(index)
    }
    self.rows = rows
    self.bySource = bySource
    self.byTarget = byTarget
  }

  /// The rows of meaning that lead from a class; the reuse of digits is no relation of meaning.
  func rows(from item: LandUseClass) -> [Row] {
    (bySource[item.code] ?? []).map { rows[$0] }.filter {
      $0.scheme == item.scheme && $0.relation != .reused && $0.relation != .added
    }
  }

  /// The rows of meaning that lead from a scheme to a code of MNR-2023.
  func rows(to code: String, from scheme: LandUseScheme) -> [Row] {
    (byTarget[code] ?? []).map { rows[$0] }.filter {
      $0.scheme == scheme && $0.relation != .reused && $0.relation != .added
    }
  }
}
