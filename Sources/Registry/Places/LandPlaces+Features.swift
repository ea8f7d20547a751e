internal import Terms
internal import Judging
public import Answers
internal import Exchange
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

extension LandPlaces {
  /// Writes what was found at places as GeoJSON or one feature a line: the parcels, then the features
  /// of each layer, in longitude and latitude. `record` tells parcels from features of layers.
  ///
  /// - Parameter sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func write(
    _ answers: [LookupAnswer], asSequence: Bool, to sink: ([UInt8]) throws -> Void
  ) throws -> ShapeExportOutcome {
    var options = GeoJSONWriter.Options()
    if asSequence { options.layout = .sequence(hasSeparators: false) }
    options.flags = StoredParcels.flags.union(["is_sliver", "only_boundary"])
    return try store.read { reader in
      var writer = try DegreesWriter(from: LandPlaces.extent(reader)?.epsg, options)
      func write(_ table: FeatureTable) throws {
        let text = try writer.text(of: table)
        if !text.isEmpty { try sink(text) }
      }
      try sink(writer.writer.beginning(name: "lookup"))
      for answer in answers {
        guard let here = answer.here else {
          try write(reader.parcels.features(of: answer.parcels))
          continue
        }
        if here.isSchematic { writer.outcome.isSchematic = true }
        try write(try LandPlaces.table(of: here.parcels, answer.query, reader))
        for layer in here.layers { try write(LandPlaces.table(of: layer, answer.query)) }
      }
      try sink(writer.end)
      return writer.outcome
    }
  }

  private static func table(
    of parcels: [FoundParcel], _ query: String, _ reader: RegisterReader
  ) throws -> FeatureTable {
    var table = try reader.parcels.features(of: parcels.map(\.record))
    let own = [("record", "parcel"), ("query", query)].map { name, value in
      FieldColumn(name: name, values: parcels.map { _ in .text(value) })
    }
    table.fields = own + table.fields + columns(of: parcels.map(\.land), "share_of_parcel")
    return table
  }

  private static func table(of layer: LayerAnswer, _ query: String) -> FeatureTable {
    var table = FeatureTable(name: layer.layer?.source.name ?? "")
    let features = layer.features
    for feature in features { table.shapes.append(feature.shape) }
    table.places = features.map(\.number)
    let own = [
      ("record", "layer_feature"), ("query", query), ("layer", table.name),
      ("role", layer.role.rawValue),
    ].map { name, value in
      FieldColumn(name: name, values: features.map { _ in .text(value) })
    }
    let number = FieldColumn(
      name: "feature", values: features.map { .integer(Int64($0.number)) })
    table.fields = own + [number] + columns(of: features.map(\.land), "share_of_feature")
    let taken = Set(table.fields.map(\.name))
    var names: [String] = []
    for attribute in features.flatMap(\.attributes) where !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    for name in names {
      table.fields.append(
        FieldColumn(
          name: taken.contains(name) ? "\(name)_" : name,
          values: features.map { feature in
            feature.attributes.first { $0.name == name }?.value ?? .none
          }))
    }
    return table
  }

  private static func columns(of land: [SharedLand], _ share: String) -> [FieldColumn] {
    func numbers(_ name: String, _ value: (SharedLand) -> Double?) -> FieldColumn {
      FieldColumn(name: name, values: land.map { value($0).map(FieldValue.real) ?? .none })
    }
    func flags(_ name: String, _ value: (SharedLand) -> Bool) -> FieldColumn {
      FieldColumn(name: name, values: land.map { .integer(value($0) ? 1 : 0) })
    }
    return [
      numbers("shared_area_m2") { $0.squareMetres }, numbers("share_of_asked") { $0.shareOfAsked },
      numbers(share) { $0.shareOfFound }, numbers("distance_m") { $0.distance },
      flags("is_sliver") { $0.isSliver }, flags("only_boundary") { $0.isOnlyBoundary },
    ]
  }
}
