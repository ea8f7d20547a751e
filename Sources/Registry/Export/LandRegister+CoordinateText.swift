internal import Exchange
internal import Judging
internal import Planning
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// Writes parcels as a coordinate text. The file says before its parcels whether any shape is
  /// schematic, so they are gone through twice.
  func exportCoordinateText(
    _ asked: ShapeExport, _ dialect: CoordinateTextDialect,
    _ encoding: CoordinateTextOptions.Encoding, progress: (Int) -> Void,
    to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    guard asked.subject == .parcels else { throw ShapeExportFault.textOfLayer }
    let subject = try ExportedLayer(.parcels, at: asked.moment, in: self)
    var export = asked
    export.fields = CoordinateTextColumns.fields
    export.includesShapeless = false
    export.hasShapes = true
    export.epsg = try LandRegister.system(for: dialect, asked: asked.epsg, subject.layer)
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
