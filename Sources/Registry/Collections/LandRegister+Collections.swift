internal import Filtering
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// What tells one state of the register from another: whatever is recorded changes it.
  public func revision() throws -> String { try store.read { try $0.revision() } }

  /// The days on which something in the register is dated, in order.
  public func dates() throws -> [CalendarDate] { try store.read { try $0.dates() } }

  /// The collections that can be handed out as of a moment: the parcels, the hazard sites, each
  /// reference layer in force.
  public func collections(at moment: Moment = .now) throws -> [FeatureCollection] {
    try store.read { try LandRegister.collections(at: moment, in: $0) }
  }

  static func collections(
    at moment: Moment, in reader: RegisterReader
  ) throws -> [FeatureCollection] {
    let layers = try reader.layers(at: moment).map { try collection(of: $0, reader) }
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
      try reader.layers(at: moment).first { $0.table == id }.map { try collection(of: $0, reader) }
    }
  }

  private static func sites(_ reader: RegisterReader) throws -> FeatureCollection {
    var sites = FeatureCollection(
      subject: .sites, id: "sites", table: "sites", fields: fields(try reader.siteFields()))
    sites.count = try reader.countRows(of: "sites")
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
      fields: fields(try reader.parcelFields()))
    parcels.count = try reader.countRows(of: "parcels")
    guard let epsg = try reader.registerEPSG() else { return parcels }
    parcels.epsg = epsg
    parcels.dimension = 2
    parcels.extent = try reader.extent().flatMap { try degrees($0, from: epsg) }
    let dates = try reader.dates()
    if let first = dates.first, let last = dates.last { parcels.dates = first...last }
    return parcels
  }

  private static func collection(
    of layer: LayerVersion, _ reader: RegisterReader
  ) throws -> FeatureCollection {
    let types = try reader.columnTypes(of: layer.table)
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
}
