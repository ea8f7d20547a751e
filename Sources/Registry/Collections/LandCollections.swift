internal import Terms
public import Planning
internal import Filtering
internal import Projection
internal import SimpleFeatures
internal import Storage

/// The collections of features that a register hands out, page by page.
public struct LandCollections: LandQuestions {
  let register: LandRegister

  /// The collections that can be handed out as of a moment: the parcels, the hazard sites, each
  /// reference layer in force.
  public func all(at moment: Moment = .now) throws -> [FeatureCollection] {
    try store.read { try LandCollections.all(at: moment, in: $0) }
  }

  static func all(
    at moment: Moment, in reader: RegisterReader
  ) throws -> [FeatureCollection] {
    let layers = try reader.layers.inForce(at: moment).map { try collection(of: $0, reader) }
    var all = [try parcels(reader), try sites(reader)] + layers
    let state = FeatureCollection.State(revision: try reader.revision(), moment: moment)
    for index in all.indices { all[index].state = state }
    return all
  }

  /// The collection of a name; `nil` where there is none.
  static func collection(
    _ id: String, at moment: Moment, in reader: RegisterReader
  ) throws -> FeatureCollection? {
    switch id {
    case "parcels": try parcels(reader)
    case "sites": try sites(reader)
    default:
      try reader.layers.inForce(at: moment).first { $0.table == id }.map {
        try collection(of: $0, reader)
      }
    }
  }

  private static func sites(_ reader: RegisterReader) throws -> FeatureCollection {
    var sites = FeatureCollection(
      subject: .sites, id: "sites", table: "sites", fields: fields(try reader.tables.siteFields()))
    sites.count = try reader.tables.countRows(of: "sites")
    return sites
  }

  private static func fields(_ fields: [RowField]) -> [FeatureCollection.Field] {
    fields.map {
      FeatureCollection.Field(
        column: $0.name, name: $0.name, title: $0.title, kind: FilterKind(columnType: $0.type))
    }
  }

  private static func parcels(_ reader: RegisterReader) throws -> FeatureCollection {
    var parcels = FeatureCollection(
      subject: .parcels, id: "parcels", table: "parcels",
      fields: fields(try reader.tables.parcelFields()))
    parcels.count = try reader.tables.countRows(of: "parcels")
    guard let epsg = try reader.registerEPSG() else { return parcels }
    parcels.epsg = epsg
    parcels.dimension = 2
    parcels.extent = try reader.parcels.extent().flatMap { try degrees($0, from: epsg) }
    let dates = try reader.dates()
    if let first = dates.first, let last = dates.last { parcels.dates = first...last }
    return parcels
  }

  private static func collection(
    of layer: LayerVersion, _ reader: RegisterReader
  ) throws -> FeatureCollection {
    let types = try reader.tables.columnTypes(of: layer.table)
    var taken: Set<String> = ["fault"]
    let own = layer.fields.map { field in
      FeatureCollection.Field(
        column: field.column, name: taken.insert(field.name).inserted ? field.name : field.column,
        title: field.title ?? field.name,
        kind: types[field.column].flatMap { FilterKind(columnType: $0) })
    }
    let fault = FeatureCollection.Field(
      column: "fault", name: "shape_fault", title: "图形错误", kind: .text)
    var found = FeatureCollection(
      subject: .layer(layer), id: layer.table, table: layer.table, fields: own + [fault])
    found.count = layer.featureCount
    found.epsg = layer.source.epsg
    found.dimension = types["geom"].flatMap { type in
      switch type.uppercased() {
      case "POINT", "MULTIPOINT": 0
      case "LINESTRING", "MULTILINESTRING": 1
      case "POLYGON", "MULTIPOLYGON": 2
      default: nil
      }
    }
    found.extent = try layer.envelope.flatMap { try degrees($0, from: layer.source.epsg) }
    found.dates = layer.source.date.map { $0...$0 }
    found.isSchematic = layer.source.quality == .schematic
    return found
  }

  /// A box in longitude and latitude; `nil` of one that cannot be moved there.
  static func degrees(_ box: Envelope, from epsg: Int) throws -> Envelope? {
    let way = try Systems.transformation(from: Systems.system(epsg), to: Systems.system(4490))
    var corners: [Double] = []
    for step in 0...8 {
      let share = Double(step) / 8
      let (x, y) = (
        box.minX + box.width * share, box.minY + box.height * share
      )
      corners += [x, box.minY, x, box.maxY, box.minX, y, box.maxX, y]
    }
    let moved = try way.transform(corners)
    return moved.failures.isEmpty ? Envelope(around: moved.xy) : nil
  }

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
        ? known : try LandCollections.collection(id, at: query.moment, in: reader)
      guard let collection = found else { return nil }
      let reading = try FeatureReading(collection, query) {
        try reader.documents.townshipNames(at: query.moment)
      }
      var rows = ParcelRows(reader: reader, moment: query.moment)
      if !query.moment.isNow, collection.subject == .parcels {
        rows.candidates = try reader.plots.candidates(for: reading.conjuncts, at: query.moment)
      }
      let page = try reading.page { selection, take in
        switch collection.subject {
        case .parcels: try rows.forEach(selection, take)
        default: try reader.tables.forEachRows(selection, take)
        }
      }
      return (collection, page)
    }
  }
}

/// How a query on a collection is read.
struct FeatureReading {
  let collection: FeatureCollection
  let query: FeatureQuery
  private let condition: FeatureCondition
  private let order: FilterOrder?
  private let transformation: CoordinateTransformation?
  /// The columns that are read, and the names of those that are handed out.
  private let read: [FeatureCollection.Field]
  private let wanted: [String]

  private static let schematic = "boundary_schematic"

  /// - Throws: ``ShapeExportFault`` of a field, a condition or a coordinate system.
  init(
    _ collection: FeatureCollection, _ query: FeatureQuery, townships: () throws -> TownshipNames
  ) throws {
    self.collection = collection
    self.query = query
    let properties =
      query.conditions.isEmpty && query.order == nil
      ? FilterProperties([]) : collection.properties
    let expression: FilterExpression?
    do throws(FilterError) {
      expression = try FilterExpression(parsing: query.conditions, properties: properties)
      order = try FilterOrder(parsing: query.order, properties: properties)
    } catch {
      throw ShapeExportFault.condition(error)
    }
    condition = try FeatureCondition(
      expression, on: properties, boxes: query.boxes, boxEPSG: query.boxEPSG,
      layerEPSG: collection.epsg, townships: townships)
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
    let needed = Set(
      wanted + condition.fields + (order?.columns ?? []) + query.texts.keys
        + [FeatureReading.schematic])
    read = collection.fields.filter { needed.contains($0.name) }
    transformation = try collection.epsg.map { own in
      try Systems.transformation(
        from: Systems.system(own), to: Systems.system(query.epsg ?? 4490))
    }
  }

  /// What must hold each for itself.
  var conjuncts: [FilterExpression] { condition.conjuncts }

  /// Whether the number of all features answers how many are found, so that reading may end early.
  var countsAll: Bool {
    condition.isEmpty && query.texts.isEmpty && query.moment.isNow && query.feature == nil
      && order == nil
  }

  /// The page, from the rows that a reader hands over.
  func page(
    from rows: (RowSelection, (FeatureTable) throws -> Bool) throws -> Void
  ) throws -> FeaturePage {
    var page = FeaturePage(table: empty, flags: collection.flags)
    if let order {
      try sort(by: order, &page, from: rows)
    } else {
      try rows(selection) { try take($0, into: &page) }
    }
    if countsAll { page.matched = collection.count ?? page.matched }
    try finish(&page)
    return page
  }

  /// Reads what features are sorted by, then the features of the page alone.
  private func sort(
    by order: FilterOrder, _ page: inout FeaturePage,
    from rows: (RowSelection, (FeatureTable) throws -> Bool) throws -> Void
  ) throws {
    var found: [(number: Int, values: [FilterDatum])] = []
    var all = selection
    all.hasShapes = all.hasShapes && condition.needsShapes
    try rows(all) { table in
      let table = named(table)
      for feature in try features(of: table) {
        found.append((table.places[feature], order.values(of: feature, in: table)))
      }
      return true
    }
    let sorted = order.sorted(found.map(\.values)).map { found[$0].number }
    let start = query.after.flatMap { sorted.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let shown = sorted[start...].prefix(query.limit)
    page.matched = sorted.count
    page.next = start + shown.count < sorted.count ? shown.last : nil
    var some = selection
    some.rows = Set(shown)
    var table = empty
    try rows(some) { part in
      table.append(named(part))
      return true
    }
    let places = Dictionary(table.places.enumerated().map { ($1, $0) }) { first, _ in first }
    page.table = table.selecting(shown.compactMap { places[$0] })
  }

  private var selection: RowSelection {
    var selection = RowSelection(table: collection.table, columns: read.map(\.column))
    selection.hasShapes = collection.epsg != nil
    selection.box = condition.envelope
    selection.row = query.feature.map(Int64.init)
    switch collection.subject {
    case .parcels: selection.narrow(by: condition.conjuncts)
    case .sites, .findings, .layer: break
    }
    if countsAll {
      selection.after = query.after.map(Int64.init)
      selection.limit = query.limit + 1
    }
    return selection
  }

  /// A table without features.
  private var empty: FeatureTable {
    var table = FeatureTable(name: collection.id)
    table.fields = read.map { FieldColumn(name: $0.name, title: $0.title) }
    return table
  }

  /// Rows under the names that are handed out.
  private func named(_ table: FeatureTable) -> FeatureTable {
    var table = table
    for (index, field) in read.enumerated() { table.fields[index].name = field.name }
    return table
  }

  /// The features that are found among some.
  private func features(of table: FeatureTable) throws -> [Int] {
    var found = try condition.features(of: table)
    for (name, text) in query.texts {
      let values = table.field(name)?.values ?? []
      found.removeAll { values[$0].text != text }
    }
    return found
  }

  /// Takes what is wanted of some rows, and says whether more are.
  private func take(_ rows: FeatureTable, into page: inout FeaturePage) throws -> Bool {
    let table = named(rows)
    let found = try features(of: table)
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
  private func finish(_ page: inout FeaturePage) throws {
    page.isSchematic =
      page.table.count > 0
      && (collection.isSchematic
        || page.table.field(FeatureReading.schematic)?.values.contains(.integer(1)) == true)
    if let transformation { try transformation.transform(&page.table.shapes) }
    page.table.coordinateSystem.epsg = query.epsg ?? 4490
    page.table = page.table.selecting(fields: wanted)
  }
}
