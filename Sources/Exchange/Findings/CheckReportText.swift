public import Answers
internal import Characters
public import Planning
public import SimpleFeatures
public import Terms

/// A report of a check as text for programs: JSON, JSON Lines, CSV, and a table of features.
///
/// All findings are written, accepted ones too, in the order of the report; they are written part by
/// part, so that a report of any length needs the memory of a part.
public struct CheckReportText: Sendable {
  /// The report.
  public let report: CheckReport
  /// The language of words, where a format has one language only.
  public let language: Language
  /// Findings written at a time.
  private static let stretch = 4096

  /// A report to be written.
  public init(_ report: CheckReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  private var records: (Finding) -> FindingRecord {
    let zh = FindingText(report.profile, .zh)
    let en = FindingText(report.profile, .en)
    let rules = report.profile.rules
    return { FindingRecord(finding: $0, rule: rules[$0.code], zh: zh, en: en) }
  }

  private func forEachStretch(_ body: (ArraySlice<Finding>) throws -> Void) rethrows {
    let findings = report.findings
    for start in stride(from: 0, to: findings.count, by: CheckReportText.stretch) {
      try body(findings[start..<min(start + CheckReportText.stretch, findings.count)])
    }
  }

  /// Writes one indented JSON object. Keys are in alphabetical order but for `findings`, which come
  /// last because they may be many.
  public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
    let head = try JSONText.pretty(CheckReportRecord(report: report))
    try sink(Array(head.dropLast("\n}".utf8.count)) + Array(",\n  \"findings\" : ".utf8))
    var list = JSONListText(indentation: 2)
    let record = records
    try forEachStretch { try sink(Array(try list.part($0.map(record)))) }
    try sink(Array(list.end()) + Array("\n}\n".utf8))
  }

  /// Writes one finding a line, each a JSON object.
  public func writeLines(to sink: ([UInt8]) throws -> Void) throws {
    let record = records
    try forEachStretch { findings in
      var bytes: [UInt8] = []
      for finding in findings {
        bytes += try JSONText.line(record(finding))
        bytes.append(UInt8(ascii: "\n"))
      }
      try sink(bytes)
    }
  }

  /// Writes one finding a row under a header. Text that a spreadsheet would take for a formula is
  /// neutralised.
  public func writeCSV(
    byteOrderMark: Bool = false, to sink: ([UInt8]) throws -> Void
  ) throws {
    var options = ShapeCSVWriter.Options()
    options.hasShapes = false
    options.byteOrderMark = byteOrderMark
    options.flags = FindingColumn.flags
    let writer = ShapeCSVWriter(options)
    try sink(writer.beginning(fields: FindingColumn.all.map(\.name)))
    try forEachStretch { try sink(writer.text(of: features(of: $0, hasShapes: false))) }
  }

  /// Findings as features with the columns of ``FindingColumn``, in the coordinate system of the
  /// report.
  public func features(of findings: ArraySlice<Finding>, hasShapes: Bool = true) -> FeatureTable {
    let text = FindingText(report.profile, language)
    var table = FeatureTable(name: "findings")
    table.coordinateSystem.epsg = report.epsg
    let rows = findings.map {
      FindingRow(finding: $0, rule: report.profile.rules[$0.code], text: text)
    }
    for column in FindingColumn.all {
      table.fields.append(
        FieldColumn(
          name: column.name, title: column.title[language], values: rows.map(column.value)))
    }
    for finding in findings {
      table.shapes.append(hasShapes ? finding.shape?.ofOneKind : nil)
    }
    return table
  }
}

extension Geometry {
  /// The shape without the parts of fewer dimensions, which an intersection may have beside areas:
  /// no layer holds both. `nil` where nothing is left.
  public var ofOneKind: Geometry? {
    guard !isEmpty else { return nil }
    guard type == .geometryCollection else { return self }
    let leaves = leaves.filter { !$0.isEmpty }
    let most = leaves.compactMap(\.type.dimension).max()
    let kept = leaves.filter { $0.type.dimension == most }
    guard let type = kept.first?.type.multipleType else { return nil }
    var shape = Geometry(empty: type)
    for leaf in kept {
      for part in 0..<leaf.partCount {
        shape.appendPart(
          rings: leaf.rings(ofPart: part).map { ring in
            let vertices = leaf.vertices(ofRing: ring)
            return Array(leaf.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
          })
      }
    }
    return shape
  }

  private var leaves: [Geometry] {
    type == .geometryCollection ? members.flatMap(\.leaves) : [self]
  }
}
