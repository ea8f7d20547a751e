public import Exchange
public import Answers
public import Planning
internal import SimpleFeatures
internal import Storage

/// What a map shows of a register.
public struct LandMap: LandQuestions {
  let register: LandRegister

  /// A collection as the map shows it, as of a moment, with its state of the register.
  ///
  /// - Returns: `nil` where there is no such collection at the moment, or it has no shapes.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``.
  public func layer(_ id: String, at moment: Moment = .now) throws -> MapLayer? {
    try store.read { reader in
      guard let collection = try LandCollections.collection(id, at: moment, in: reader),
        let epsg = collection.epsg
      else { return nil }
      let fields = LandMap.mapFields(of: collection)
      let fault = collection.id == "parcels" ? "boundary_fault" : "fault"
      let columns = fields.map(\.column) + [fault]
      var selection = RowSelection(table: collection.table, columns: columns)
      selection.hasShapes = true
      // One buffer of the whole size: a county's vertices would else be there twice while it is filled.
      var table = LandMap.empty(columns)
      table.shapes.reserve(
        features: collection.count ?? 0,
        vertices: try reader.tables.mostVertices(of: collection.table))
      func take(_ some: FeatureTable) -> Bool {
        // A parcel without boundary is not on the map.
        let shown = (0..<some.count).filter { some.shapes.types[$0] != nil }
        table.append(shown.count < some.count ? some.selecting(shown) : some)
        return true
      }
      switch collection.subject {
      case .parcels: try ParcelRows(reader: reader, moment: moment).forEach(selection, take)
      default: try reader.tables.forEachRows(selection, take)
      }
      let faults = table.fields.removeLast().values
      for (index, field) in fields.enumerated() { table.fields[index].name = field.name }
      if collection.id != "parcels" {
        LandMap.addMarks(to: &table, isSchematic: collection.isSchematic)
      }
      let classField: String? =
        collection.id == "parcels" ? "land_use_code" : nil
      return try MapLayer(
        id: id, table, flags: collection.flags.union(["schematic"]), epsg: epsg,
        invalid: faults.indices.filter { faults[$0] != .none }, classField: classField)
    }
  }

  private static func empty(_ columns: [String]) -> FeatureTable {
    var table = FeatureTable(name: "")
    table.fields = columns.map { FieldColumn(name: $0) }
    return table
  }

  /// The attributes of a tile: what a map shows and asks by. A reference layer has its first twelve.
  private static func mapFields(of collection: FeatureCollection) -> [FeatureCollection.Field] {
    guard collection.subject == .parcels else {
      return Array(collection.fields.filter { $0.column != "fault" }.prefix(12))
    }
    let names = [
      "parcel_id", "name", "plan", "county", "land_use_code", "land_use_name", "status",
      "boundary_schematic",
    ]
    return collection.fields.filter { names.contains($0.name) }
  }

  /// Adds what a reference layer's feature is called, and whether it only shows roughly where it lies.
  private static func addMarks(to table: inout FeatureTable, isSchematic: Bool) {
    let labels = (0..<table.count).map { row -> FieldValue in
      let attributes = table.fields.map {
        FoundFeature.Attribute(name: $0.name, value: $0.values[row])
      }
      let label = attributes.label
      return label.isEmpty ? .none : .text(label)
    }
    table.fields.append(FieldColumn(name: "label", values: labels))
    table.fields.append(
      FieldColumn(
        name: "schematic", values: labels.map { _ in .integer(isSchematic ? 1 : 0) }))
  }

  /// The findings of a check as the map shows them.
  ///
  /// - Returns: `nil` where the register has no shapes.
  public func layer(of report: CheckReport) throws -> MapLayer? {
    guard let epsg = report.epsg else { return nil }
    let shown = report.findings.indices.filter { report.findings[$0].shape != nil }
    var table = FeatureTable(name: "findings")
    for index in shown { table.shapes.append(report.findings[index].shape?.ofOneKind) }
    table.places = shown.map { $0 + 1 }
    func texts(_ name: String, _ value: (Finding) -> String?) {
      table.fields.append(
        FieldColumn(
          name: name,
          values: shown.map { value(report.findings[$0]).map(FieldValue.text) ?? .none }))
    }
    texts("finding") { $0.id }
    texts("rule") { $0.code.rawValue }
    texts("severity") { $0.severity.rawValue }
    texts("subject") { $0.subjects.first?.label }
    texts("state") { $0.acceptance == nil ? "open" : "accepted" }
    table.fields.append(
      FieldColumn(
        name: "schematic",
        values: shown.map { .integer(report.findings[$0].isSchematic ? 1 : 0) }))
    return try MapLayer(
      id: "findings", table, flags: ["schematic"], epsg: epsg, invalid: nil,
      classField: "severity")
  }

  /// How collections are drawn, by their names; what has no shapes is not drawn.
  public func styles(of collections: [FeatureCollection]) throws -> [String: MapStyle] {
    let uses = try store.read { try $0.parcels.landUses() }.compactMap { use in
      use.code.map { MapStyle.Use(scheme: use.scheme, code: $0, name: use.name) }
    }
    var styles: [String: MapStyle] = [:]
    for collection in collections where collection.epsg != nil {
      let shape: MapStyle.Shape =
        switch collection.dimension {
        case 0: .point
        case 1: .line
        default: .polygon
        }
      switch collection.subject {
      case .parcels: styles[collection.id] = MapStyle.parcels(uses: uses)
      case .findings: styles[collection.id] = MapStyle.findings(.polygon)
      case .layer(let layer):
        styles[collection.id] = MapStyle.layer(
          layer.source.role, title: layer.source.name, shape: shape,
          isSchematic: collection.isSchematic)
      case .sites: continue
      }
    }
    return styles
  }
}
