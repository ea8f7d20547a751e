internal import Filtering
internal import Terms
internal import Planning
internal import SimpleFeatures
internal import Storage

/// A layer of the register that is exported: the parcels, or a reference layer.
struct ExportedLayer {
  private let register: LandRegister
  private let moment: Moment
  private let file: GeoPackageFile
  let layer: GeoPackageLayer
  /// The name for people.
  let title: String
  /// The attributes that are written.
  let fields: [GeoPackageLayer.Field]
  /// The names that attributes had in their file, by their columns.
  let names: [String: String]
  /// Whether all of it only shows roughly where something lies.
  let isSchematic: Bool

  /// A reference layer is found by the name it was imported under, else by its table.
  ///
  /// - Throws: ``ShapeExportFault`` `noBoundaries` and `unknownLayer`, ``RegisterError``.
  init(_ subject: ShapeExport.Subject, at moment: Moment, in register: LandRegister) throws {
    self.register = register
    self.moment = moment
    do throws(GeoPackageFault) {
      file = try GeoPackageFile(register: register.path)
    } catch {
      throw ExportedLayer.unreadable(error, register)
    }
    guard case .layer(let name) = subject else {
      guard let parcels = try? file.layer("parcels") else { throw ShapeExportFault.noBoundaries }
      layer = parcels
      title = ReservedLayerName.parcels
      fields = parcels.fields.filter { $0.title != nil }
      names = [:]
      isSchematic = false
      return
    }
    let known = try register.store.read { try $0.layers.inForce(at: moment) }
    guard let version = known.named(name) else {
      throw ShapeExportFault.unknownLayer(
        name, known: [ReservedLayerName.parcels] + known.map(\.source.name))
    }
    // An earlier version of a layer is kept, but no longer listed to other programs.
    layer = (try? file.layer(version.table)) ?? GeoPackageLayer(version)
    title = version.source.name
    fields = layer.fields
    names = ExportedLayer.names(of: version)
    isSchematic = version.source.quality == .schematic
  }

  /// Reads the features, batch by batch, and works on each. What is in force now stands in a table
  /// that several threads read; parcels of another moment are folded from the history.
  func read<Result: Sendable>(
    _ selection: LayerSelection, transform: @escaping @Sendable (FeatureTable) throws -> Result,
    _ receive: (Result) throws -> Void
  ) throws {
    guard layer.name == "parcels", !moment.isNow else {
      _ = try file.read(layer, selection, transform: transform, receive)
      return
    }
    let filter = RegisterFilter(subject: .parcels)
    try register.store.read { reader in
      try register.lists.forEachParcels(matching: filter, at: moment, in: reader) { records in
        let table = try reader.parcels.features(of: records, areasOnly: true)
        try receive(transform(selection.fields.map { table.selecting(fields: $0) } ?? table))
      }
    }
  }

  /// What a filter may ask for: what is known of parcels, and the columns; those of a layer also by
  /// the names that are written.
  func properties(names: [String: String]) -> FilterProperties {
    let isParcels = layer.name == "parcels"
    return (isParcels ? FilterProperties.parcels : FilterProperties([])).adding(
      fields.map { field in
        (
          field.name, FilterKind(columnType: field.type),
          [isParcels ? field.title : names[field.name]].compactMap(\.self)
        )
      }, hasShape: true)
  }

  /// The townships as of the moment.
  func townships() throws -> TownshipNames {
    try register.store.read { try $0.documents.townshipNames(at: moment) }
  }

  /// The columns' names in the file that was imported; one that stands twice is told by its column.
  private static func names(of version: LayerVersion) -> [String: String] {
    var names: [String: String] = [:]
    // The layer's own column, which a field of the file may be called as well.
    if version.fields.contains(where: { $0.name == "fault" }) { names["fault"] = "shape_fault" }
    var taken = Set(names.values)
    for field in version.fields where taken.insert(field.name).inserted {
      names[field.column] = field.name
    }
    return names
  }

  private static func unreadable(
    _ fault: GeoPackageFault, _ register: LandRegister
  ) -> RegisterError {
    RegisterError(.unreadable, path: register.path, seen: fault.detail ?? fault.kind.rawValue)
  }
}
