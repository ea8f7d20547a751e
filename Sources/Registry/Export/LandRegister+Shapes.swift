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
    if case .coordinateText(let dialect, let encoding) = export.format {
      return try exportCoordinateText(export, dialect, encoding, progress: progress, to: sink)
    }
    let subject = try ExportedLayer(export.subject, at: export.moment, in: self)
    let pipeline = try ShapePipeline(export, of: subject)
    var outcome = ShapeExportOutcome(epsg: pipeline.epsg)
    try sink(pipeline.beginning(name: subject.title))
    do {
      try pipeline.forEachPart(
        of: subject, transform: { try pipeline.part(of: $0) },
        { part in
          var part = part
          if let table = part.table {
            let room = (export.limit ?? .max) - outcome.written
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
    outcome.isSchematic = outcome.isSchematic || (subject.isSchematic && outcome.written > 0)
    try sink(pipeline.writer.end(isSchematic: outcome.isSchematic))
    return outcome
  }
}

/// Enough was read.
struct Enough: Error {}
