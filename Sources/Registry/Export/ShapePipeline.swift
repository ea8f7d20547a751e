internal import Exchange
internal import Filtering
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

/// From the rows of a layer to the text of its features. What it does with one batch runs on the
/// thread that has read the batch, so reading, moving and writing overlap on all cores.
struct ShapePipeline: Sendable {
  /// What became of a batch.
  struct Part: Sendable {
    var text: [UInt8] = []
    /// The features, where they are still to be cut or sorted, and written.
    var table: FeatureTable?
    /// The values that its features are sorted by.
    var order: [[FilterDatum]] = []
    var count = 0
    var withoutShape = 0
    var shapesLost = 0
    var isSchematic = false
  }

  private let export: ShapeExport
  private let condition: FeatureCondition
  private let transformation: CoordinateTransformation
  private let fields: [String]
  /// What the features are sorted by.
  let order: FilterOrder?
  let writer: any FeatureWriter
  /// The coordinate system of the coordinates.
  let epsg: Int
  /// What is read.
  let selection: LayerSelection

  init(_ export: ShapeExport, of subject: ExportedLayer) throws {
    var export = export
    export.names.merge(subject.names) { given, _ in given }
    self.export = export
    let (layer, all) = (subject.layer, subject.fields)
    guard let own = layer.coordinateSystem.epsg else {
      throw ShapeExportFault.noSystem(layer.title ?? layer.name)
    }
    let isGeographic = export.format.isGeographic && !export.isIntermediate
    if isGeographic, let wanted = export.epsg, wanted != 4490, wanted != 4326 {
      throw ShapeExportFault.notForGeoJSON(wanted)
    }
    epsg = isGeographic ? 4490 : export.epsg ?? own
    let source = try Systems.system(own)
    let target = try Systems.system(epsg)
    transformation = try Systems.transformation(from: source, to: target)
    fields =
      try export.fields.map { names in
        try names.map { name in
          let found =
            all.first { $0.name == name } ?? all.first { $0.title == name }
            ?? all.first { export.names[$0.name] == name }
            ?? all.first { $0.name.lowercased() == name.lowercased() }
          guard let found else {
            throw ShapeExportFault.unknownField(
              name, known: all.map { export.names[$0.name] ?? $0.name })
          }
          return found.name
        }
      } ?? all.map(\.name)
    let properties = subject.properties(names: export.names)
    let expression: FilterExpression?
    do throws(FilterError) {
      expression = try FilterExpression(parsing: export.conditions, properties: properties)
      order = try FilterOrder(parsing: export.order, properties: properties)
    } catch {
      throw ShapeExportFault.condition(error)
    }
    condition = try FeatureCondition(
      expression, on: properties, boxes: export.box.map { [$0] } ?? [], boxEPSG: export.boxEPSG,
      layerEPSG: own, townships: subject.townships)
    writer = export.writer(
      flags: Set(all.filter(\.isFlag).map(\.name)), usualPlaces: target.isProjected ? 4 : 9)
    var selection = LayerSelection()
    let schematic = all.map(\.name).filter { $0 == ShapePipeline.schematicField }
    var read = fields
    for name in condition.fields + schematic + (order?.columns ?? []) where !read.contains(name) {
      read.append(name)
    }
    selection.fields = read
    selection.box = condition.envelope
    self.selection = selection
  }

  private static let schematicField = "boundary_schematic"

  /// What stands before the first feature.
  func beginning(name: String) -> [UInt8] {
    writer.beginning(name: name, fields: fields.map { export.names[$0] ?? $0 })
  }

  /// Reads the features batch by batch, or, where they are sorted, all at once.
  func forEachPart(
    of subject: ExportedLayer, transform: @escaping @Sendable (FeatureTable) throws -> Part,
    _ receive: (Part) throws -> Void
  ) throws {
    guard let order else { return try subject.read(selection, transform: transform, receive) }
    var all = Part()
    try subject.read(selection, transform: transform) { part in
      guard let table = part.table else { return }
      if all.table?.append(table) == nil { all.table = table }
      all.order += part.order
      all.count += part.count
      all.withoutShape += part.withoutShape
      all.shapesLost += part.shapesLost
      all.isSchematic = all.isSchematic || part.isSchematic
    }
    guard let table = all.table else { return }
    all.table = table.selecting(order.sorted(all.order))
    try receive(all)
  }

  /// Chooses the features of a batch and writes them; those that are still to be cut or sorted stay a
  /// table.
  func part(of batch: FeatureTable) throws -> Part {
    var part = try selection(of: batch)
    if export.limit == nil, order == nil, let table = part.table {
      part.text = writer.text(of: table)
      part.table = nil
    }
    return part
  }

  /// Chooses the features of a batch and moves them to the coordinate system that is written.
  func selection(of batch: FeatureTable) throws -> Part {
    var part = Part()
    var features = try condition.features(of: batch)
    if !export.includesShapeless && export.hasShapes {
      let all = features.count
      features.removeAll { batch.shapes.types[$0] == nil }
      part.withoutShape = all - features.count
    }
    var table = features.count == batch.count ? batch : batch.selecting(features)
    part.count = table.count
    if let order { part.order = (0..<table.count).map { order.values(of: $0, in: table) } }
    if let schematic = table.field(ShapePipeline.schematicField) {
      part.isSchematic = schematic.values.contains(.integer(1))
    }
    table = table.selecting(fields: fields)
    for index in table.fields.indices {
      if let name = export.names[table.fields[index].name] { table.fields[index].name = name }
    }
    if export.hasShapes {
      let failures = try transformation.transform(&table.shapes)
      if !failures.isEmpty {
        part.shapesLost = (0..<table.count).count { feature in
          table.shapes.vertices(of: feature).contains { table.shapes.xy[2 * $0].isNaN }
        }
      }
    }
    table.coordinateSystem.epsg = epsg
    part.table = table
    return part
  }
}

extension ShapeExport {
  /// What writes batches of features. Coordinate text has a writer of its own, for the whole.
  fileprivate func writer(flags: Set<String>, usualPlaces: Int) -> any FeatureWriter {
    switch format.writing {
    case .features(let make): make(self, flags, usualPlaces)
    case .coordinateText: GeoJSONWriter()
    }
  }
}
