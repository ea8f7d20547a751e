internal import Terms
internal import Characters
public import Answers
internal import Exchange
public import Filtering
internal import Foundation
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

/// What leaves a register: shapes in many formats, a clean copy, all its facts.
public struct LandExport: LandQuestions {
  let register: LandRegister

  /// Writes features of the register in a format of Yulin's own, in constant memory.
  ///
  /// - Parameters:
  ///   - progress: told how many features were written so far.
  ///   - sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func shapes(
    _ export: ShapeExport, progress: (Int) -> Void = { _ in }, to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    if case .coordinateText(let dialect, let encoding) = export.format.writing {
      return try coordinateText(export, dialect, encoding, progress: progress, to: sink)
    }
    let subject = try ExportedLayer(export.subject, at: export.moment, in: register)
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

  /// Writes the parcels of an answer as GeoJSON or one feature a line; one without boundary has the
  /// geometry `null`.
  ///
  /// - Parameter sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func features(
    of parcels: [ParcelRecord], asSequence: Bool, to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    try store.read { reader in
      var writer = try ParcelFeatureWriter(reader, asSequence: asSequence)
      try sink(writer.beginning)
      for start in stride(from: 0, to: parcels.count, by: 256) {
        try sink(writer.text(of: Array(parcels[start..<min(start + 256, parcels.count)])))
      }
      try sink(writer.end)
      return writer.outcome
    }
  }

  /// Writes the parcels that a filter admits, some hundred at a time.
  ///
  /// - Parameters:
  ///   - limit: at most so many.
  ///   - sink: takes the bytes in order.
  /// - Returns: what was written, and how many parcels there are.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func features(
    matching filter: RegisterFilter, at moment: Moment, limit: Int?, asSequence: Bool,
    to sink: ([UInt8]) throws -> Void
  ) throws -> (outcome: ShapeExportOutcome, all: Int) {
    try store.read { reader in
      var writer = try ParcelFeatureWriter(reader, asSequence: asSequence)
      var all = 0
      try sink(writer.beginning)
      try register.lists.forEachParcels(matching: filter, at: moment, in: reader) { records in
        all += records.count
        let room = (limit ?? .max) - writer.outcome.written
        try sink(writer.text(of: Array(records.prefix(room))))
      }
      try sink(writer.end)
      return (writer.outcome, all)
    }
  }

  /// Writes a clean single-file GeoPackage of what is in force: the layers with their styles (QML and
  /// SLD, the national colours of land use), descriptions of the columns, and where everything comes
  /// from. It has no history and no side files, and is no register.
  ///
  /// - Parameters:
  ///   - target: the file to write; it appears whole or not at all.
  ///   - overwriting: whether a file that is there is replaced.
  ///   - program: the program and its version, for the metadata.
  /// - Returns: the names of the layers' tables.
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there and is not to be replaced, or
  ///   is the register itself; `notPermitted` where it cannot be written.
  @discardableResult
  public func publish(
    to target: String, overwriting: Bool = false, program: String
  ) throws -> [String] {
    let now = Moment.clockInstant
    return try store.publish(to: target, overwriting: overwriting) { reader in
      let uses = try reader.parcels.landUses().compactMap { use in
        use.code.map { MapStyle.Use(scheme: use.scheme, code: $0, name: use.name) }
      }
      let layers = try reader.tables.shapeLayers()
      let sources = try reader.publicationSources()
      let counties = try reader.counties()
      let isSchematic = sources.contains { $0.quality == .schematic }
      let metadata = PublicationMetadata(
        title: counties.joined(separator: "、") + "土地与规划登记", creator: program, created: now,
        spatial: counties, description: LandExport.note(isSchematic: isSchematic),
        source: sources)
      return Publication(
        styles: layers.compactMap { LandExport.style(of: $0, uses: uses) },
        metadata: String(decoding: try JSONText.line(metadata), as: UTF8.self))
    }
  }

  private static func note(isSchematic: Bool) -> String {
    let note = "现行内容的副本，不含历史；依据以所列文件为准。"
    return isSchematic ? note + "部分图形仅为示意，未经测量，不得作为权属或审批依据。" : note
  }

  private static func style(of layer: ShapeLayer, uses: [MapStyle.Use]) -> Publication.Style? {
    let shape: MapStyle.Shape
    switch layer.geometryType.uppercased() {
    case "POINT", "MULTIPOINT": shape = .point
    case "LINESTRING", "MULTILINESTRING": shape = .line
    case "POLYGON", "MULTIPOLYGON": shape = .polygon
    // One style cannot draw points and areas.
    default: return nil
    }
    let style =
      layer.role.map {
        MapStyle.layer($0, title: layer.title, shape: shape, isSchematic: layer.isSchematic)
      } ?? MapStyle.parcels(uses: uses)
    return Publication.Style(
      table: layer.table, name: style.name, qml: QMLStyle.text(style),
      sld: SLDStyle.text(style, layer: layer.table))
  }

  /// Every version of every document, in the order they were recorded.
  public func facts() throws -> RegisterExport {
    try store.read { reader in
      var versions: [RegisterExport.Version] = []
      try reader.documents.forEachVersion { versions.append($0) }
      return RegisterExport(documentVersions: versions)
    }
  }
}

/// Enough was read.
struct Enough: Error {}

/// Turns tables of features in a register's coordinate system into text in longitude and latitude.
struct DegreesWriter {
  let writer: GeoJSONWriter
  private let transformation: CoordinateTransformation?
  var outcome = ShapeExportOutcome(epsg: 4490)

  /// - Parameter epsg: the coordinate system that the tables are in; `nil` where they have no shapes.
  init(from epsg: Int?, _ options: GeoJSONWriter.Options) throws {
    writer = GeoJSONWriter(options)
    transformation = try epsg.map {
      try Systems.transformation(from: Systems.system($0), to: Systems.system(4490))
    }
  }

  /// The text of the next features, with what separates them from those before.
  mutating func text(of features: FeatureTable) throws -> [UInt8] {
    guard features.count > 0 else { return [] }
    var table = features
    outcome.withoutShape += table.shapes.types.count { $0 == nil }
    if let transformation, try !transformation.transform(&table.shapes).isEmpty {
      outcome.shapesLost += (0..<table.count).count { feature in
        table.shapes.vertices(of: feature).contains { table.shapes.xy[2 * $0].isNaN }
      }
    }
    let separator = outcome.written > 0 ? writer.separator : []
    outcome.written += table.count
    return separator + writer.text(of: table)
  }

  var end: [UInt8] { writer.end(isSchematic: outcome.isSchematic) }
}

/// Turns parcels into the text of features.
private struct ParcelFeatureWriter {
  private let reader: RegisterReader
  private var writer: DegreesWriter
  var outcome: ShapeExportOutcome { writer.outcome }

  init(_ reader: RegisterReader, asSequence: Bool) throws {
    self.reader = reader
    var options = GeoJSONWriter.Options()
    if asSequence { options.layout = .sequence(hasSeparators: false) }
    options.idField = "parcel_id"
    options.flags = StoredParcels.flags
    writer = try DegreesWriter(from: reader.registerEPSG(), options)
  }

  var beginning: [UInt8] { writer.writer.beginning(name: "parcels") }

  var end: [UInt8] { writer.end }

  mutating func text(of records: [ParcelRecord]) throws -> [UInt8] {
    if records.contains(where: { $0.boundary?.isSchematic == true }) {
      writer.outcome.isSchematic = true
    }
    return try writer.text(of: reader.parcels.features(of: records))
  }
}
