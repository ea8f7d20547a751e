public import Exchange
internal import Planning
internal import Storage

extension LandRegister {
  /// How collections are drawn, by their names; what has no shapes is not drawn.
  public func styles(of collections: [FeatureCollection]) throws -> [String: MapStyle] {
    let uses = try store.read { try $0.landUsesInForce() }.compactMap { use in
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
