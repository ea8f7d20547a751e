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

  /// What is asked.
  var questions: [Question] {
    let set = "/collections/{collection}/tiles/WebMercatorQuad"
    let tile = "/tiles/{collection}/{tileMatrix}/{tileCol}/{tileRow}"
    return [
      Question(
        id: "tileMatrixSets", path: "/tileMatrixSets", kind: .tiles,
        summary: Words("瓦片方案", "The tile matrix sets"), answer: matrixSets),
      Question(
        id: "webMercatorQuad", path: "/tileMatrixSets/WebMercatorQuad", kind: .tiles,
        summary: Words("瓦片方案 WebMercatorQuad", "The tile matrix set WebMercatorQuad")
      ) { _ in Answer.json(TileMatrixSet.json) },
      Question(
        id: "tilesets", path: "/collections/{collection}/tiles", kind: .tiles,
        summary: Words("瓦片集", "tile sets"), parameters: QuestionParameter.moment
      ) { try Answer.json(record($0).list) },
      Question(
        id: "tileset", path: set, kind: .tiles, summary: Words("瓦片集", "the tile set"),
        parameters: QuestionParameter.moment
      ) { try Answer.json(record($0).json) },
      Question(
        id: "tile", path: "\(set)/{tileMatrix}/{tileRow}/{tileCol}", kind: .tiles,
        summary: Words("矢量瓦片", "a vector tile"), parameters: QuestionParameter.tile,
        formats: [.tile], answer: self.tile),
      Question(
        id: "xyz", path: "\(tile).mvt", kind: .tiles,
        summary: Words("矢量瓦片，列在行前", "a vector tile, column before row"),
        parameters: QuestionParameter.tile, formats: [.tile], answer: self.tile),
      Question(
        id: "loss", path: "\(tile).json", kind: .tiles,
        summary: Words("瓦片未画的", "what a vector tile does not show"),
        parameters: QuestionParameter.tile
      ) { try await Answer.json(made($0).0.json) },
      Question(
        id: "tilejson", path: "/tiles/{collection}.json", kind: .tiles,
        summary: Words("TileJSON 3.0", "TileJSON 3.0"), parameters: QuestionParameter.moment
      ) { try Answer.json(record($0).tileJSON) },
    ]
  }

  private func base(_ request: Request) -> BaseAddress {
    BaseAddress(of: request, fixed: address)
  }

  private func matrixSets(_ asked: Asked) throws -> Response {
    let base = base(asked.request)
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
      throw Failure.noTiles(id)
    }
    return collection
  }

  private func record(_ asked: Asked) throws -> TilesetRecord {
    TilesetRecord(
      collection: try drawn(asked.collection, asked.parameters.moment()),
      base: base(asked.request), language: Language(of: asked.request, usual: language))
  }

  private func tile(_ asked: Asked) async throws -> Response {
    let (tile, tag) = try await made(asked)
    return Answer.unlessKnown(asked.request, tag) {
      var response =
        tile.bytes.isEmpty
        ? Response(status: .noContent) : Answer.bytes(tile.bytes, type: TileRoutes.type)
      if let name = HTTPField.Name("Yulin-Tile") { response.headers[name] = tile.summary }
      return response
    }
  }

  private func made(_ asked: Asked) async throws -> (MapTile, String) {
    let (id, moment) = (try asked.collection, try asked.parameters.moment())
    let (z, x, y) = (
      try asked.part("tileMatrix"), try asked.part("tileCol"), try asked.part("tileRow")
    )
    guard let zoom = Int(z), let column = Int(x), let row = Int(y),
      TileRoutes.zooms.contains(zoom),
      let address = TileAddress(zoom: zoom, x: column, y: row)
    else {
      throw Failure.noTile(z, x, y)
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
