internal import Characters
internal import Dialogue
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms
internal import Tiling

/// Vector tiles: OGC API – Tiles, and the addresses that web maps use.
///
/// Source: OGC 20-057 (OGC API – Tiles, part 1), OGC 17-083r4 (tile matrix sets), TileJSON 3.0.0.
struct TileRoutes: Sendable {
  /// The zooms that tiles are made for.
  static let zooms = 0...18
  static let type = "application/vnd.mapbox-vector-tile"

  let state: LandState
  let layers: MapLayers
  let workbench: Workbench
  let store: TileStore
  let language: Language
  let address: String?

  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    router.get("tileMatrixSets") { request, _ in try matrixSets(request) }
    router.get("tileMatrixSets/WebMercatorQuad") { request, _ in
      _ = try Parameters(of: request, formats: [.json])
      return Answer.json(TileMatrixSet.json)
    }
    router.get("collections/:id/tiles") { request, context in
      try tilesets(request, context.parameters.require("id"))
    }
    router.get("collections/:id/tiles/WebMercatorQuad") { request, context in
      try tileset(request, context.parameters.require("id"))
    }
    router.get("collections/:id/tiles/WebMercatorQuad/:z/:y/:x") { request, context in
      try await tile(
        request, context.parameters.require("id"), context.parameters.require("z"),
        context.parameters.require("x"), context.parameters.require("y"))
    }
    router.get("tiles/:id") { request, context in
      let name = try context.parameters.require("id")
      guard name.hasSuffix(".json") else { throw HTTPError(.notFound) }
      return try tileJSON(request, String(name.dropLast(5)))
    }
    router.get("tiles/:id/:z/:x/:name") { request, context in
      let name = try context.parameters.require("name")
      let (id, z, x) = (
        try context.parameters.require("id"), try context.parameters.require("z"),
        try context.parameters.require("x")
      )
      if name.hasSuffix(".json") {
        return try await loss(request, id, z, x, String(name.dropLast(5)))
      }
      guard name.hasSuffix(".mvt") else { throw HTTPError(.notFound) }
      return try await tile(request, id, z, x, String(name.dropLast(4)))
    }
  }

  private func base(_ request: Request) -> BaseAddress {
    BaseAddress(of: request, fixed: address)
  }

  private func matrixSets(_ request: Request) throws -> Response {
    _ = try Parameters(of: request, formats: [.json])
    let base = base(request)
    return Answer.json(
      [
        "tileMatrixSets": [
          [
            "id": "WebMercatorQuad", "title": "Google Maps Compatible for the World",
            "uri": .text(TileMatrixSet.uri), "crs": .text(TileMatrixSet.system),
            "links": [
              Link(base.of("/tileMatrixSets/WebMercatorQuad"), "self", Format.json.type).json
            ],
          ]
        ]
      ] as JSONValue)
  }

  private func drawn(_ id: String, _ moment: Moment) throws -> FeatureCollection {
    let collection = try state.collection(id, at: moment)
    guard collection.epsg != nil else {
      throw Failure(
        "no_tiles", Words("“\(id)”没有图形，不能绘图", "“\(id)” has no shapes, so no tiles"), kind: .notFound
      )
    }
    return collection
  }

  private func record(_ request: Request, _ id: String) throws -> TilesetRecord {
    let parameters = try Parameters(of: request, Parameters.moment, formats: [.json])
    return TilesetRecord(
      collection: try drawn(id, try parameters.moment()), base: base(request),
      language: Language(of: request, usual: language))
  }

  private func tilesets(_ request: Request, _ id: String) throws -> Response {
    Answer.json(try record(request, id).list)
  }

  private func tileset(_ request: Request, _ id: String) throws -> Response {
    Answer.json(try record(request, id).json)
  }

  private func tileJSON(_ request: Request, _ id: String) throws -> Response {
    Answer.json(try record(request, id).tileJSON)
  }

  private func tile(
    _ request: Request, _ id: String, _ z: String, _ x: String, _ y: String
  ) async throws -> Response {
    let (tile, tag) = try await made(request, id, z, x, y)
    return Answer.unlessKnown(request, tag) {
      var response =
        tile.bytes.isEmpty
        ? Response(status: .noContent) : Answer.bytes(tile.bytes, type: TileRoutes.type)
      if let name = HTTPField.Name("Yulin-Tile") { response.headers[name] = tile.summary }
      return response
    }
  }

  /// What a tile does not show.
  private func loss(
    _ request: Request, _ id: String, _ z: String, _ x: String, _ y: String
  ) async throws -> Response {
    let (tile, _) = try await made(request, id, z, x, y)
    return Answer.json(tile.json)
  }

  private func made(
    _ request: Request, _ id: String, _ z: String, _ x: String, _ y: String
  ) async throws -> (MapTile, String) {
    let parameters = try Parameters(of: request, Parameters.moment, formats: [.json, .tile])
    let moment = try parameters.moment()
    guard let zoom = Int(z), let column = Int(x), let row = Int(y),
      TileRoutes.zooms.contains(zoom),
      let address = TileAddress(zoom: zoom, x: column, y: row)
    else {
      throw Failure(
        "no_such_tile", Words("没有瓦片 \(z)/\(x)/\(y)", "there is no tile \(z)/\(x)/\(y)"),
        kind: .notFound)
    }
    let (own, layer) = try await layers.layer(id, at: moment)
    let key = TileStore.Key(state: own, layer: id, address: address)
    if let found = store.tile(key) { return found }
    // A tile of a few features is made at once; one of many apart from quick requests.
    let made =
      zoom >= MapLayer.wholeZoom
      ? try layer.tile(address) : try await workbench.run { try layer.tile(address) }
    let tag = "\"\(ContentDigest.hexadecimal(of: made.bytes).prefix(20))\""
    store.keep(key, made, tag: tag)
    return (made, tag)
  }
}

extension MapTile {
  /// What it shows and does not, for a header.
  fileprivate var summary: String {
    "features=\(count), gathered=\(gathered), too-small=\(loss.featuresTooSmall), "
      + "over-limit=\(loss.featuresOverLimit), vertices-removed=\(loss.verticesRemoved)"
  }

  fileprivate var json: JSONValue {
    [
      "features": .integer(count), "gathered": .integer(gathered),
      "too_small": .integer(loss.featuresTooSmall), "over_limit": .integer(loss.featuresOverLimit),
      "not_finite": .integer(loss.featuresNotFinite),
      "parts_too_small": .integer(loss.partsTooSmall),
      "vertices_removed": .integer(loss.verticesRemoved), "bytes": .integer(bytes.count),
    ]
  }
}
