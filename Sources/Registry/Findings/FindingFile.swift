public import Answers
internal import Characters
internal import Exchange
internal import Foundation
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
public import Terms

/// Writes the findings of a check as one GeoPackage that QGIS opens with styles.
public struct FindingFile: Sendable {
  /// How many findings a file has.
  public struct Outcome: Hashable, Sendable {
    /// The tables of the layers that were written.
    public var layers: [String] = []
    /// All findings.
    public var written = 0
    /// Of those, findings without a shape.
    public var withoutShape = 0
  }

  private let text: CheckReportText
  private let program: String

  /// The findings of a report, with the words of a language.
  ///
  /// - Parameter program: the program and its version, for the metadata.
  public init(_ report: CheckReport, _ language: Language, program: String) {
    text = CheckReportText(report, language)
    self.program = program
  }

  /// Writes the file: `findings_areas`, `findings_lines` and `findings_points` where there are such
  /// shapes, `findings_without_shape`, and `checked_rules` with what was not checked and why.
  ///
  /// - Parameters:
  ///   - target: the file to write; it appears whole or not at all.
  ///   - overwriting: whether a file that is there is replaced.
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there and is not to be replaced, or
  ///   is the register itself; `notPermitted` where it cannot be written; ``ShapeExportFault``.
  @discardableResult
  public func write(to target: String, overwriting: Bool = false) throws -> Outcome {
    let report = text.report
    let all = text.features(of: report.findings[...])
    var outcome = Outcome(written: all.count)
    var layers: [LayerFile.Layer] = []
    var styles: [Publication.Style] = []
    for kind in FindingFile.kinds {
      let features = all.shapes.types.indices.filter {
        all.shapes.types[$0]?.dimension == kind.dimension
      }
      // A layer of areas is there in any case: an empty one says that nothing was found.
      guard !features.isEmpty || (kind.dimension == 2 && report.epsg != nil) else { continue }
      layers.append(layer(kind, all.selecting(features)))
      guard let shape = kind.shape else {
        outcome.withoutShape = features.count
        continue
      }
      let style = MapStyle.findings(shape)
      styles.append(
        Publication.Style(
          table: kind.table, name: style.name, qml: QMLStyle.text(style),
          sld: SLDStyle.text(style, layer: kind.table)))
    }
    layers.append(rules)
    outcome.layers = layers.map(\.table)
    let system = try report.epsg.map { epsg in
      let system = try Systems.system(epsg)
      return CoordinateSystemDefinition(
        epsg: epsg, name: system.name, wellKnownText: system.wellKnownText1)
    }
    let file = LayerFile(
      layers: layers, system: system,
      publication: Publication(styles: styles, metadata: try metadata))
    try file.write(to: target, overwriting: overwriting, register: report.register)
    return outcome
  }

  private struct Kind {
    var table: String
    var title: Words
    var dimension: Int?
    var shape: MapStyle.Shape?
  }

  private static let kinds = [
    Kind(
      table: "findings_areas", title: Words("检查问题（面）", "findings (areas)"), dimension: 2,
      shape: .polygon),
    Kind(
      table: "findings_lines", title: Words("检查问题（线）", "findings (lines)"), dimension: 1,
      shape: .line),
    Kind(
      table: "findings_points", title: Words("检查问题（点）", "findings (points)"), dimension: 0,
      shape: .point),
    Kind(
      table: "findings_without_shape", title: Words("检查问题（无图形）", "findings without shape")),
  ]

  private func layer(_ kind: Kind, _ features: FeatureTable) -> LayerFile.Layer {
    LayerFile.Layer(
      table: kind.table, title: kind.title[text.language],
      description: features.field("schematic")?.values.contains(.integer(1)) == true
        ? Words("部分图形仅为示意，不得作为审批依据", "some shapes are schematic: no basis for decisions")[
          text.language] : "",
      columns: FindingColumn.all.map {
        LayerFile.Column(
          name: $0.name, type: $0.kind.rawValue, title: $0.title[text.language],
          note: $0.note?[text.language])
      }, features: features, hasShapes: kind.shape != nil)
  }

  private var rules: LayerFile.Layer {
    LayerFile.Layer(
      table: "checked_rules", title: Words("检查规则", "checked rules")[text.language],
      description: Words("各规则的检查数、问题数和未检查的原因", "what was asked of each rule")[text.language],
      columns: OutcomeTable.columns.map {
        LayerFile.Column(name: $0.name, type: $0.type, title: $0.title[text.language])
      }, features: OutcomeTable.rows(of: text.report, text.language), hasShapes: false)
  }

  /// The report without its findings, as JSON beside the names of Dublin Core.
  private var metadata: String {
    get throws {
      let (report, language) = (text.report, text.language)
      let now = Moment.clockInstant
      let title = Words("土地与规划检查问题", "findings of a check")[language]
      let sources = report.layers.map {
        PublicationSource(
          kind: .layer, identifier: $0.source.name, date: $0.source.date?.description,
          version: $0.version, quality: $0.source.quality, file: $0.source.file.name,
          sha256: $0.source.file.sha256, extractor: $0.source.file.extractor,
          recordedAt: $0.recordedAt)
      }
      let note = Words(
        "规则集 \(report.profile.name) \(report.profile.version)（SHA-256 \(report.profile.digest)）",
        "rules \(report.profile.name) \(report.profile.version) (SHA-256 \(report.profile.digest))")
      let metadata = PublicationMetadata(
        title: report.counties.joined(separator: "、") + title, creator: program, created: now,
        spatial: report.counties, description: note[language], source: sources)
      return String(decoding: try JSONText.line(metadata), as: UTF8.self)
    }
  }
}
