internal import Exchange
internal import Planning
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// Writes features of the register in a format of Yulin's own, in constant memory.
  ///
  /// - Parameters:
  ///   - progress: told how many features were written so far.
  ///   - sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func exportShapes(
    _ export: ShapeExport, progress: (Int) -> Void = { _ in }, to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    let (file, layer, title) = try shapeLayer(export.subject)
    let fields = layer.fields.filter { export.subject != .parcels || $0.title != nil }
    let pipeline = try ShapePipeline(export, layer: layer, fields: fields)
    var outcome = ShapeExportOutcome(epsg: pipeline.epsg)
    try sink(pipeline.beginning(name: title))
    do {
      _ = try file.read(
        layer, pipeline.selection, transform: { try pipeline.part(of: $0) },
        { part in
          var part = part
          if let limit = export.limit, let table = part.table {
            let room = limit - outcome.written
            if part.count > room { outcome.isCut = true }
            part.count = min(part.count, room)
            part.text = pipeline.writer.text(
              of: part.count < table.count ? table.selecting(Array(0..<part.count)) : table)
          }
          if part.count > 0 {
            if outcome.written > 0 { try sink(pipeline.writer.separator) }
            try sink(part.text)
          }
          outcome.written += part.count
          outcome.withoutShape += part.withoutShape
          outcome.shapesLost += part.shapesLost
          outcome.isSchematic = outcome.isSchematic || (part.isSchematic && part.count > 0)
          progress(outcome.written)
          if outcome.isCut { throw Enough() }
        })
    } catch is Enough {}
    try sink(pipeline.writer.end(isSchematic: outcome.isSchematic))
    return outcome
  }

  /// The limit is reached.
  private struct Enough: Error {}

  /// The register's file and the layer of a subject in it, with its name for people.
  private func shapeLayer(
    _ subject: ShapeExport.Subject
  ) throws -> (GeoPackageFile, GeoPackageLayer, String) {
    do throws(GeoPackageFault) {
      let file = try GeoPackageFile(register: path)
      guard case .layer(let name) = subject else {
        return (file, try file.layer("parcels"), "parcels")
      }
      let layer = try file.layer(name)
      return (file, layer, layer.title ?? layer.name)
    } catch {
      switch (error.kind, subject) {
      case (.unknownLayer, .parcels): throw ShapeExportFault.noBoundaries
      case (.unknownLayer, .layer(let name)):
        throw ShapeExportFault.unknownLayer(name, known: [])
      default:
        throw RegisterError(.unreadable, path: path, seen: error.detail ?? error.kind.rawValue)
      }
    }
  }
}
