internal import Answers
internal import Planning
internal import SimpleFeatures
internal import Storage

/// The parcels of a register as of a moment, to be asked for by a box: of what is in force now by the
/// R-tree of their layer, of another moment by looking through the boundaries' headers.
struct ParcelSource {
  /// By what the parcel of a shape is told.
  enum Item {
    /// Its place in the layer of what is in force.
    case place(ParcelPlace)
    /// The key of its plot and the version of its boundary.
    case boundary(plotKey: String, id: Int64)
  }

  let reader: RegisterReader
  let moment: Moment
  /// Boundaries that are not asked: the asked parcel's own.
  let excluded: Set<Int64>
  /// Which plots the excluded boundaries belong to.
  let excludedKeys: Set<String>

  /// The name of the table, and of the R-tree where there is one.
  var table: String { moment.isNow ? "parcels" : "boundary_shape" }
  var index: String? { moment.isNow ? StoredParcels.index : nil }

  func source(count: Int) throws -> PlaceSource<Item> {
    PlaceSource(
      count: count, extent: try reader.parcels.extent(), candidates: { try candidates(in: $0) },
      all: { try candidates(in: nil) },
      shape: { candidate in
        if case .boundary(_, let id) = candidate.item {
          return try reader.boundaries.layerShape(id)
        }
        return try record(of: candidate)?.boundary.flatMap {
          try reader.boundaries.layerShape($0.id)
        }
      })
  }

  private func candidates(in box: Envelope?) throws -> [PlaceCandidate<Item>] {
    var found: [PlaceCandidate<Item>] = []
    guard moment.isNow else {
      try reader.boundaries.forEach(at: moment, in: box) { batch in
        for index in batch.ids.indices where !excluded.contains(batch.ids[index]) {
          let id = batch.ids[index]
          found.append(
            PlaceCandidate(
              id: id, fault: batch.areValid[index] ? nil : "invalid",
              shape: box == nil ? nil : batch.shapes[index],
              item: .boundary(plotKey: batch.plotKeys[index], id: id)))
        }
      }
      return found
    }
    try reader.parcels.forEach(in: box) { parcel in
      let candidate = PlaceCandidate(
        id: parcel.row, fault: parcel.fault, shape: parcel.shape,
        item: Item.place(parcel.place))
      if excludedKeys.contains(parcel.place.plotKey),
        let id = try record(of: candidate)?.boundary?.id, excluded.contains(id)
      {
        return
      }
      found.append(candidate)
    }
    return found
  }

  /// The parcel of a candidate, folded from all that is said of its plot.
  func record(of candidate: PlaceCandidate<Item>) throws -> ParcelRecord? {
    switch candidate.item {
    case .boundary(let key, let id):
      return PlotFolding.records(of: try reader.plots.facts(of: key, at: moment)).first {
        $0.boundary?.id == id
      }
    case .place(let place):
      let records = PlotFolding.records(of: try reader.plots.facts(of: place.plotKey, at: moment))
        .filter { $0.boundary != nil && ParcelPlace(of: $0, plotKey: place.plotKey) == place }
      guard records.count > 1, let shape = candidate.shape else { return records.first }
      // Two of one county, plan and number: their shapes tell them apart.
      return try records.first { record in
        try record.boundary.flatMap { try reader.boundaries.layerShape($0.id) } == shape
      } ?? records.first
    }
  }

  /// What a candidate is called, without folding.
  func name(of item: Item) throws -> (label: String, plan: String?) {
    switch item {
    case .place(let place): return (place.label, place.plan)
    case .boundary(let key, let id):
      let record = PlotFolding.records(of: try reader.plots.facts(of: key, at: moment)).first {
        $0.boundary?.id == id
      }
      return (record?.label ?? key, record?.values.plan)
    }
  }
}

/// The features of a layer's version, to be asked for by a box.
struct LayerFeatureSource {
  typealias Item = [FoundFeature.Attribute]

  let reader: RegisterReader
  let layer: LayerVersion

  func source() -> PlaceSource<Item> {
    PlaceSource(
      count: layer.featureCount, extent: layer.envelope, candidates: { try features(in: $0) },
      all: { try features(in: nil) }, shape: { $0.shape })
  }

  private func features(in box: Envelope?) throws -> [PlaceCandidate<Item>] {
    var found: [PlaceCandidate<Item>] = []
    try reader.layers.forEachFeatures(of: layer, in: box) { some in
      for feature in 0..<some.table.count where some.table.shapes.types[feature] != nil {
        found.append(
          PlaceCandidate(
            id: Int64(some.table.places[feature]), fault: some.faults[feature],
            shape: some.table.shapes[feature], item: some.attributes(of: feature)))
      }
    }
    return found
  }
}

extension LayerFeatures {
  /// The attributes of a feature that have a value.
  func attributes(of feature: Int) -> [FoundFeature.Attribute] {
    table.fields.compactMap { field in
      let value = field.values[feature]
      return value == .none ? nil : FoundFeature.Attribute(name: field.name, value: value)
    }
  }
}
