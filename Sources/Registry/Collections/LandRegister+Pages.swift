internal import Filtering
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// Some features of a collection: those that a query finds, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - id: `parcels`, `sites`, or the table of a reference layer.
  ///   - known: the collection as it was found before; where the register is still as it was then it
  ///     need not be described anew, which takes longer than to read a page.
  /// - Returns: `nil` where there is no such collection at the moment asked about.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``.
  public func page(
    of id: String, _ query: FeatureQuery, known: FeatureCollection? = nil
  ) throws -> (collection: FeatureCollection, page: FeaturePage)? {
    try store.read { reader in
      let state = FeatureCollection.State(
        revision: try reader.revision(), moment: query.moment)
      let found =
        known?.state == state
        ? known : try LandRegister.collection(id, at: query.moment, in: reader)
      guard let collection = found else { return nil }
      let reading = try FeatureReading(collection, query)
      var page = FeaturePage(
        table: reading.empty, flags: collection.flags, isSchematic: false)
      let selection = reading.selection
      func take(_ table: FeatureTable) throws -> Bool { try reading.take(table, into: &page) }
      switch collection.subject {
      case .parcels:
        try ParcelRows(reader: reader, moment: query.moment).forEach(selection, take)
      default: try reader.forEachRows(selection, take)
      }
      if reading.countsAll { page.matched = collection.count ?? page.matched }
      try reading.finish(&page)
      return (collection, page)
    }
  }
}

/// How a query on a collection is read.
struct FeatureReading {
  let collection: FeatureCollection
  let query: FeatureQuery
  private let condition: FeatureCondition
  private let transformation: CoordinateTransformation?
  /// The columns that are read, and the names of those that are handed out.
  private let read: [FeatureCollection.Field]
  private let wanted: [String]

  private static let schematic = "boundary_schematic"

  /// - Throws: ``ShapeExportFault`` of a field, a condition or a coordinate system.
  init(_ collection: FeatureCollection, _ query: FeatureQuery) throws {
    self.collection = collection
    self.query = query
    condition = try FeatureCondition(
      query.condition,
      on: query.condition == nil ? FilterProperties([]) : collection.properties, boxes: query.boxes,
      boxEPSG: query.boxEPSG,
      layerEPSG: collection.epsg)
    let names = collection.fields.map(\.name)
    wanted =
      try query.fields.map { fields in
        try fields.map { name in
          guard let found = names.first(where: { $0 == name }) else {
            throw ShapeExportFault.unknownField(name, known: names)
          }
          return found
        }
      } ?? names
    let needed = Set(wanted + condition.fields + query.texts.keys + [FeatureReading.schematic])
    read = collection.fields.filter { needed.contains($0.name) }
    transformation = try collection.epsg.map { own in
      try Systems.transformation(
        from: Systems.system(own), to: Systems.system(query.epsg ?? 4490))
    }
  }

  /// Whether the number of all features answers how many are found, so that reading may end early.
  var countsAll: Bool {
    condition.isEmpty && query.texts.isEmpty && query.moment.isNow && query.feature == nil
  }

  var selection: RowSelection {
    var selection = RowSelection(table: collection.table, columns: read.map(\.column))
    selection.hasShapes = collection.epsg != nil
    selection.box = condition.envelope
    selection.row = query.feature.map(Int64.init)
    if countsAll {
      selection.after = query.after.map(Int64.init)
      selection.limit = query.limit + 1
    }
    return selection
  }

  /// A table without features.
  var empty: FeatureTable {
    var table = FeatureTable(name: collection.id)
    table.fields = read.map { FieldColumn(name: $0.name, title: $0.title) }
    return table
  }

  /// Takes what is wanted of some rows, and says whether more are.
  func take(_ table: FeatureTable, into page: inout FeaturePage) throws -> Bool {
    var table = table
    for (index, field) in read.enumerated() { table.fields[index].name = field.name }
    var found = try condition.features(of: table)
    for (name, text) in query.texts {
      let values = table.field(name)?.values ?? []
      found.removeAll { values[$0].text != text }
    }
    page.matched += found.count
    for feature in found where query.after.map({ table.places[feature] > $0 }) ?? true {
      guard page.table.count < query.limit else {
        page.next = page.table.places.last
        return !countsAll
      }
      page.table.shapes.append(table.shapes[feature])
      page.table.places.append(table.places[feature])
      for field in table.fields.indices {
        page.table.fields[field].values.append(table.fields[field].values[feature])
      }
    }
    return true
  }

  /// Moves the shapes to the coordinate system that is wanted.
  func finish(_ page: inout FeaturePage) throws {
    page.isSchematic =
      page.table.count > 0
      && (collection.isSchematic
        || page.table.field(FeatureReading.schematic)?.values.contains(.integer(1)) == true)
    if let transformation { try transformation.transform(&page.table.shapes) }
    page.table.coordinateSystem.epsg = query.epsg ?? 4490
    page.table = page.table.selecting(fields: wanted)
  }
}
