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
    let columns = LayerTable.parcels.columns
    var table = FeatureTable(name: LayerTable.parcels.name)
    table.coordinateSystem.epsg = try registerEPSG()
    table.coordinateSystem.axisOrder = .eastingFirst
    table.fields = columns.map { FieldColumn(name: $0.name, title: $0.title) }
    for record in records {
      let row = LayerWriter.values(of: record, nil, key: "", planKey: nil)
      // The row begins with `fid`.
      for (index, value) in row.dropFirst().prefix(columns.count).enumerated() {
        table.fields[index].values.append(RegisterReader.fieldValue(value))
      }
      let shape = try record.boundary.flatMap { try boundaryLayerShape($0.id) }
      table.shapes.append(areasOnly && shape?.type.dimension != 2 ? nil : shape)
      table.places.append(table.count)
    }
    return table
  }

  /// The columns of the parcels' layer whose numbers 0 and 1 mean no and yes.
  public static var parcelFlags: Set<String> {
    Set(LayerTable.parcels.columns.filter { $0.type == "BOOLEAN" }.map(\.name))
  }

  private static func fieldValue(_ value: (any DatabaseValueConvertible)?) -> FieldValue {
    switch value?.databaseValue.storage {
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob, .null, nil: .none
    }
  }
}
