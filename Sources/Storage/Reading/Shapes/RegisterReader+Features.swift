internal import GRDB
public import Planning
public import SimpleFeatures

extension RegisterReader {
  /// Parcels as features, with the columns of their layer and shapes in the register's coordinate
  /// system; a parcel without boundary has no shape.
  ///
  /// - Parameter areasOnly: whether points and lines are left out, as in the layer.
  public func features(
    of records: [ParcelRecord], areasOnly: Bool = false
  ) throws -> FeatureTable {
    let names = columns.parcels.columns
    let titles = try titles(of: columns.parcels)
    var table = FeatureTable(name: LayerTable.parcels.name)
    table.coordinateSystem.epsg = try registerEPSG()
    table.coordinateSystem.axisOrder = .eastingFirst
    table.fields = names.map { FieldColumn(name: $0, title: titles[$0]) }
    for record in records {
      let row = LayerWriter.values(of: record, nil, columns, key: "", planKey: nil)
      // The row begins with `fid`.
      for (index, value) in row.dropFirst().prefix(names.count).enumerated() {
        table.fields[index].values.append(RegisterReader.fieldValue(value))
      }
      let shape = try record.boundary.flatMap { try boundaryLayerShape($0.id) }
      table.shapes.append(areasOnly && shape?.type.dimension != 2 ? nil : shape)
      table.places.append(table.count)
    }
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
