internal import GRDB
public import Planning
public import SimpleFeatures

extension RegisterReader {
  /// Parcels as features, with the columns of their layer and shapes in the register's coordinate
  /// system; a parcel without boundary has no shape.
  ///
  /// - Parameters:
  ///   - areasOnly: whether points and lines are left out, as in the layer.
  ///   - hasShapes: whether shapes are read at all.
  public func features(
    of records: [ParcelRecord], areasOnly: Bool = false, hasShapes: Bool = true
  ) throws -> FeatureTable {
    var table = RegisterReader.table(
      columns.parcels,
      rows: records.map { LayerWriter.values(of: $0, nil, columns, key: "", planKey: nil) })
    let titles = try titles(of: columns.parcels)
    for index in table.fields.indices {
      table.fields[index].title = titles[table.fields[index].name]
    }
    table.coordinateSystem.epsg = try registerEPSG()
    table.coordinateSystem.axisOrder = .eastingFirst
    for (index, record) in records.enumerated() where hasShapes {
      let shape = try record.boundary.flatMap { try boundaryLayerShape($0.id) }
      table.shapes.append(areasOnly && shape?.type.dimension != 2 ? nil : shape)
      table.places[index] = index
    }
    if !hasShapes { for _ in records { table.shapes.append(nil) } }
    return table
  }

  /// Documents as features without shape, with the columns of their layer.
  public func features(of records: [DocumentRecord]) -> FeatureTable {
    RegisterReader.table(.documents, rows: records.map { LayerWriter.values(of: $0, nil) })
  }

  /// Acts as features without shape, with the columns of their layer, and the code that the name of
  /// their land use settles.
  public func features(of records: [TransactionRecord]) -> FeatureTable {
    var table = RegisterReader.table(
      .transactions,
      rows: records.map { LayerWriter.values(of: $0.fact, $0.source, $0.county, nil) })
    let codes = records.map { record -> FieldValue in
      record.fact.landUseName.flatMap { LandUse(named: $0, on: record.source.date).code }
        .map(FieldValue.text) ?? .none
    }
    table.fields.append(FieldColumn(name: "land_use_code", values: codes))
    return table
  }

  /// Hazard sites as features without shape, with the columns of their layer.
  public func features(of records: [SiteRecord]) -> FeatureTable {
    RegisterReader.table(
      .sites, rows: records.map { LayerWriter.values(of: $0.fact, $0.source, $0.county, nil) })
  }

  /// Rows of a layer, which begin with `fid`.
  private static func table(_ layer: LayerTable, rows: [LayerWriter.Values]) -> FeatureTable {
    var table = FeatureTable(name: layer.name)
    table.fields = layer.columns.enumerated().map { index, name in
      FieldColumn(name: name, values: rows.map { fieldValue($0[index + 1]) })
    }
    table.places = Array(rows.indices)
    return table
  }

  /// The columns of the parcels' layer whose numbers 0 and 1 mean no and yes.
  public static let parcelFlags: Set<String> = ["keeps_current_use", "boundary_schematic"]

  private static func fieldValue(_ value: (any DatabaseValueConvertible)?) -> FieldValue {
    switch value?.databaseValue.storage {
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob, .null, nil: .none
    }
  }
}
