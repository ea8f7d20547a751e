internal import Answers
internal import Planning
internal import SimpleFeatures
internal import Storage

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
    try reader.forEachFeatures(of: layer, in: box) { some in
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
