public import Answers
internal import Exchange
internal import Planning
internal import Projection
internal import SimpleFeatures
public import Terms

/// Writes the findings of a check as GeoJSON, one feature each.
public struct FindingFeatures: Sendable {
  private let text: CheckReportText
  private let transformation: CoordinateTransformation?

  /// The findings of a report, with the words of a language.
  ///
  /// - Throws: ``ShapeExportFault`` where the shapes cannot be moved to longitude and latitude.
  public init(_ report: CheckReport, _ language: Language) throws {
    text = CheckReportText(report, language)
    transformation = try report.epsg.map { epsg in
      try Systems.transformation(from: Systems.system(epsg), to: Systems.system(4490))
    }
  }

  /// Writes all findings, in longitude and latitude of CGCS2000; one without shape has the geometry
  /// `null`.
  ///
  /// - Parameters:
  ///   - asSequence: whether a feature stands on each line, else in one `FeatureCollection`.
  ///   - sink: takes the bytes in order.
  /// - Throws: what `sink` throws, and `ProjectionError` where PROJ cannot be set up.
  public func write(
    asSequence: Bool, to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    var options = GeoJSONWriter.Options()
    if asSequence { options.layout = .sequence(hasSeparators: false) }
    options.idField = "id"
    options.flags = FindingColumn.flags
    let writer = GeoJSONWriter(options)
    var outcome = ShapeExportOutcome(epsg: 4490)
    try sink(writer.beginning(name: "findings"))
    let findings = text.report.findings
    for start in stride(from: 0, to: findings.count, by: 4096) {
      let some = findings[start..<min(start + 4096, findings.count)]
      var table = text.features(of: some)
      outcome.withoutShape += table.shapes.types.count { $0 == nil }
      if let transformation, try !transformation.transform(&table.shapes).isEmpty {
        outcome.shapesLost += (0..<table.count).count { feature in
          table.shapes.vertices(of: feature).contains { table.shapes.xy[2 * $0].isNaN }
        }
      }
      outcome.isSchematic = outcome.isSchematic || some.contains(where: \.isSchematic)
      try sink((outcome.written > 0 ? writer.separator : []) + writer.text(of: table))
      outcome.written += some.count
    }
    try sink(writer.end(isSchematic: outcome.isSchematic))
    return outcome
  }
}
