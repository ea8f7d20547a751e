internal import Terms
import Characters
import Planning
import Terms

/// A column of an answer: its English name, and a record's cell in it.
struct RecordColumn<Record> {
  let name: String
  let cell: (Record) -> String?

  init(_ name: String, _ cell: @escaping (Record) -> String?) {
    self.name = name
    self.cell = cell
  }
}

/// How values stand in the cells of an answer.
enum Cell {
  static func number(_ value: Double?) -> String? { value.map(NumberText.plain) }

  static func flag(_ value: Bool) -> String { value ? "true" : "false" }

  /// Codes or names of several uses, the main one first: `070102/0702`.
  static func joined(_ uses: [LandUse], _ part: (LandUse) -> String?) -> String? {
    let parts = uses.compactMap(part)
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// Texts as one cell.
  static func listed(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "；")
  }

  /// Named values as one cell: `投资强度=200万元/亩；停车位=0.8`.
  static func pairs(_ values: [String: String]) -> String? {
    guard !values.isEmpty else { return nil }
    return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      .joined(separator: "；")
  }

  /// The indicators in Chinese notation, the open ends told apart: `容积率≤2.6；绿地率≥35%`.
  static func indicators(_ values: [Indicator: Interval]) -> String? {
    let parts = Indicator.allCases.compactMap { indicator in
      values[indicator].map {
        indicator.name[.zh] + $0.notation(of: indicator)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }
}
