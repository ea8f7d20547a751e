/// The thresholds of ``AreaComparison``, from Data/vocabularies/area-comparison.csv.
struct AreaComparisonRules: Sendable {
  private var thresholds: [String: Double] = [:]
  private var unitRatios: [(value: Double, label: String)] = []

  /// Those that the program carries.
  static let standard = AreaComparisonRules()

  private init() {
    for fields in CSVText.rows(ofTable: "area-comparison") where fields.count >= 3 {
      guard let value = Double(fields[1]) else { continue }
      if fields[0] == "unit_ratio" {
        unitRatios.append((value, fields[2]))
      } else {
        thresholds[fields[0]] = value
      }
    }
  }

  private func threshold(_ rule: String) -> Double { thresholds[rule] ?? 0 }

  /// How a stated area stands to a computed one, both in square metres.
  func outcome(stated: Double, computed: Double) -> AreaComparison.Outcome {
    let difference = abs(stated - computed)
    if difference <= threshold("equal_up_to") { return .equal }
    if difference <= threshold("info_up_to") { return .differs(.info) }
    if computed > 0 {
      let tolerance = threshold("ratio_tolerance")
      let betrayed = unitRatios.first { abs(stated / computed / $0.value - 1) <= tolerance }
      if let betrayed { return .unitSuspect(ratio: betrayed.label) }
    }
    if difference <= threshold("warning_up_to_share") * computed { return .differs(.info) }
    return .differs(
      difference <= threshold("error_above_share") * computed ? .warning : .error)
  }
}
