public import Answers
internal import Exchange
internal import Filtering
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
public import Terms

/// The findings of a check as a collection.
public struct FindingPages: Sendable {
  private let report: CheckReport
  private let language: Language

  /// The findings of a report, with the words of a language.
  public init(_ report: CheckReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// What the collection is.
  public var collection: FeatureCollection { FindingPages.collection(of: report) }

  /// What the collection of a register's findings is.
  ///
  /// - Parameter report: `nil` where nothing was checked yet.
  public static func collection(of report: CheckReport?, epsg: Int? = nil) -> FeatureCollection {
    let fields = FindingColumn.all.map { column in
      FeatureCollection.Field(
        column: column.name, name: column.name, title: column.title[.zh],
        kind: FilterKind(columnType: column.kind.rawValue))
    }
    var collection = FeatureCollection(
      subject: .findings, id: "findings", table: "findings", fields: fields)
    collection.epsg = report?.epsg ?? epsg
    collection.count = report?.findings.count
    return collection
  }

  /// Some of the findings: those that a query finds, in the order of the report.
  ///
  /// - Throws: ``ShapeExportFault``.
  public func page(_ query: FeatureQuery) throws -> FeaturePage {
    let reading = try FeatureReading(collection, query) { TownshipNames([], asOf: nil) }
    let text = CheckReportText(report, language)
    return try reading.page { selection, take in
      for start in stride(from: 0, to: report.findings.count, by: 4_096) {
        let range = start..<min(start + 4_096, report.findings.count)
        var table = text.features(of: report.findings[range]).selecting(fields: selection.columns)
        table.places = range.map { $0 + 1 }
        if let rows = selection.rows {
          table = table.selecting(table.places.indices.filter { rows.contains(table.places[$0]) })
        }
        if let wanted = query.feature {
          guard range.contains(wanted - 1) else { continue }
          table = table.selecting([wanted - 1 - start])
        }
        guard try take(table) else { return }
      }
    }
  }

  /// The place of a finding in the report, counted from 1.
  public func number(of id: String) -> Int? {
    report.findings.firstIndex { $0.id == id }.map { $0 + 1 }
  }
}

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
