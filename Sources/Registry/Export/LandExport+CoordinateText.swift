internal import Exchange
internal import Judging
internal import Planning
internal import SimpleFeatures
internal import Storage

extension LandExport {
  /// Writes parcels as a coordinate text. The file says before its parcels whether any shape is
  /// schematic, so they are gone through twice.
  func coordinateText(
    _ asked: ShapeExport, _ dialect: CoordinateTextDialect,
    _ encoding: CoordinateTextOptions.Encoding, progress: (Int) -> Void,
    to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    guard asked.subject == .parcels else { throw ShapeExportFault.textOfLayer }
    let subject = try ExportedLayer(.parcels, at: asked.moment, in: register)
    var export = asked
    export.fields = CoordinateTextColumns.fields
    export.includesShapeless = false
    export.hasShapes = true
    export.epsg = try LandExport.system(for: dialect, asked: asked.epsg, subject.layer)
    let pipeline = try ShapePipeline(export, of: subject)
    var options = CoordinateTextOptions(dialect)
    options.encoding = encoding
    options.decimals = export.places
    if try hasSchematic(pipeline, of: subject) {
      options.header.sections = [
        CoordinateTextHeader.Section(
          name: "项目信息", entries: [CoordinateTextHeader.Entry("图形性质", "示意")])
      ]
      options.header["数据产生单位"] = "示意图形（非测绘成果）"
    }
    var outcome = ShapeExportOutcome(epsg: pipeline.epsg)
    var labels: Set<String> = []
    do {
      try withoutActuallyEscaping(sink) { sink in
        var writer = CoordinateTextWriter(options, sink: sink)
        do {
          try pipeline.forEachPart(
            of: subject, transform: { try pipeline.selection(of: $0) },
            { part in
              guard var table = part.table else { return }
              let room = (export.limit ?? .max) - outcome.written
              if table.count > room {
                outcome.isCut = true
                table = table.selecting(Array(0..<room))
              }
              outcome.withoutShape += part.withoutShape
              outcome.isSchematic = outcome.isSchematic || (part.isSchematic && table.count > 0)
              if table.count > 0 {
                for label in CoordinateTextColumns.labels(of: table)
                where !labels.insert(label).inserted { outcome.sameNames += 1 }
                try writer.write(CoordinateTextColumns.renamed(table, for: dialect))
              }
              outcome.written += table.count
              progress(outcome.written)
              if outcome.isCut { throw Enough() }
            })
        } catch is Enough {}
        try writer.finish()
        outcome.changedAttributes = writer.changedAttributes
      }
    } catch let fault as CoordinateTextFault {
      throw ShapeExportFault.text(fault)
    }
    return outcome
  }

  /// The coordinate system that a dialect is written in: degrees, or a Gauss-Krüger grid.
  private static func system(
    for dialect: CoordinateTextDialect, asked: Int?, _ layer: GeoPackageLayer
  ) throws -> Int? {
    if dialect.isInDegrees {
      guard asked == nil || asked == 4490 else {
        throw ShapeExportFault.notForText(dialect, asked ?? 4490)
      }
      return 4490
    }
    let epsg = asked ?? layer.coordinateSystem.epsg
    guard let epsg, GaussKrugerGrid(epsg: epsg) != nil else {
      throw ShapeExportFault.notForText(dialect, epsg ?? 0)
    }
    return epsg
  }

  /// Whether any of the shapes that will be written is schematic.
  private func hasSchematic(_ pipeline: ShapePipeline, of subject: ExportedLayer) throws -> Bool {
    do {
      try subject.read(
        pipeline.selection, transform: { try pipeline.selection(of: $0) },
        { part in if part.isSchematic && part.count > 0 { throw Enough() } })
      return false
    } catch is Enough {
      return true
    }
  }
}

/// Which columns of the parcels' layer go into which fields of a coordinate text.
enum CoordinateTextColumns {
  private static let pairs: [(column: String, field: CoordinateTextField)] = [
    ("parcel_id", .number), ("name", .name), ("area_m2", .area), ("land_use_name", .use),
    ("land_use_code", .landClass),
  ]

  /// The columns.
  static var fields: [String] { pairs.map(\.column) }

  /// By what a reader of the text tells each feature: its number, else its name.
  static func labels(of table: FeatureTable) -> [String] {
    let (numbers, names) = (table.field("parcel_id")?.values, table.field("name")?.values)
    return (0..<table.count).map { numbers?[$0].text ?? names?[$0].text ?? "" }
  }

  /// Features with the fields of a dialect. Areas are in hectares there. A parcel's number stands
  /// for its name where it has none, or where the dialect has no place for numbers: without it
  /// nobody could tell the parcel.
  static func renamed(
    _ table: FeatureTable, for dialect: CoordinateTextDialect
  ) -> FeatureTable {
    var table = table
    let numbers = table.field("parcel_id")?.values ?? []
    let hasNumbers = dialect.headingFields.contains(.number)
    for index in table.fields.indices {
      guard let field = pairs.first(where: { $0.column == table.fields[index].name })?.field else {
        continue
      }
      table.fields[index].name = field.rawValue
      switch field {
      case .area:
        table.fields[index].values = table.fields[index].values.map { value in
          value.number.map { .real($0 / 10_000) } ?? .none
        }
      case .name:
        for (feature, number) in numbers.enumerated()
        where number != .none && (!hasNumbers || table.fields[index].values[feature] == .none) {
          table.fields[index].values[feature] = number
        }
      default: break
      }
    }
    return table
  }
}
