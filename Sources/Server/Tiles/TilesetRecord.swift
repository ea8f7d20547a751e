internal import Exchange
internal import Registry
internal import SimpleFeatures
internal import Terms
internal import Tiling

/// A set of tiles as OGC API – Tiles and TileJSON describe it, with what lower zooms leave out.
struct TilesetRecord {
  let collection: FeatureCollection
  let base: BaseAddress
  let language: Language

  private var path: String { "/collections/\(collection.id)/tiles" }
  private var title: String { CollectionWords.title(of: collection)[language] }

  /// What is generalised.
  private var note: String {
    let least = MapLayer.wholeZoom
    return Words(
      "\(least) 级起不取舍；以下各级轮廓简化到 1/4096 瓦片，小于 4 平方单位的图形不画；"
        + "小于屏幕 2×2 点的地块在一个瓦片中超过 \(MapLayer.fewGathered) 个时合为同类方块（gathered）；每瓦片至多 \(MapLayer.most) 个要素。"
        + "每个瓦片未画的数目见响应头 Yulin-Tile 和同名 .json",
      "From zoom \(least) on nothing is left out. Below, outlines are simplified to 1/4096 of a tile and "
        + "shapes of less than 4 square units are not drawn; parcels smaller than 2 × 2 dots of the screen, "
        + "where a tile has over \(MapLayer.fewGathered), are gathered into squares of their class; a tile has at most \(MapLayer.most) features. The "
        + "header Yulin-Tile and the .json beside each tile say how much it does not show.")[
        language]
  }

  private var tileLink: Link {
    Link(
      base.text + path + "/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", "item",
      TileRoutes.type)
  }

  /// The list of tile sets.
  var list: JSONValue {
    [
      "links": [Link(base.of(path), "self", Format.json.type).json],
      "tilesets": [
        summary.merging([
          "links": [
            Link(base.of("\(path)/WebMercatorQuad"), "self", Format.json.type).json,
            schemeLink.json, tileLink.json.merging(["templated": true]),
          ]
        ])
      ],
    ]
  }

  private var schemeLink: Link {
    Link(
      base.of("/tileMatrixSets/WebMercatorQuad"),
      "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", Format.json.type)
  }

  private var summary: JSONValue {
    [
      "title": .text(title), "description": .text(note), "dataType": "vector",
      "crs": .text(TileMatrixSet.system), "tileMatrixSetURI": .text(TileMatrixSet.uri),
    ]
  }

  /// The tile set.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "links": [
        Link(base.of("\(path)/WebMercatorQuad"), "self", Format.json.type).json,
        schemeLink.json, tileLink.json.merging(["templated": true]),
        Link(base.of("/tiles/\(collection.id).json"), "describedby", Format.json.type).json,
      ],
      "layers": [
        [
          "id": .text(collection.id), "title": .text(title), "dataType": "vector",
          "geometryDimension": .integer(collection.dimension ?? 2),
          "minTileMatrix": .text("\(TileRoutes.zooms.lowerBound)"),
          "maxTileMatrix": .text("\(TileRoutes.zooms.upperBound)"),
        ]
      ],
    ]
    if let box = collection.extent {
      members["boundingBox"] = [
        "lowerLeft": [.number(box.minX), .number(box.minY)],
        "upperRight": [.number(box.maxX), .number(box.maxY)],
        "crs": .text(SystemReference.crs84.uri),
      ]
      members["tileMatrixSetLimits"] = .list(TileRoutes.zooms.compactMap { limits(box, $0) })
    }
    return summary.merging(.object(members))
  }

  private func limits(_ box: Envelope, _ zoom: Int) -> JSONValue? {
    guard
      let low = TileAddress(zoom: zoom, longitude: box.minX, latitude: box.maxY),
      let high = TileAddress(zoom: zoom, longitude: box.maxX, latitude: box.minY)
    else { return nil }
    return [
      "tileMatrix": .text("\(zoom)"), "minTileRow": .integer(low.y), "maxTileRow": .integer(high.y),
      "minTileCol": .integer(low.x), "maxTileCol": .integer(high.x),
    ]
  }

  /// TileJSON 3.0.0.
  var tileJSON: JSONValue {
    var fields: [String: JSONValue] = [
      "label": "名称", "schematic": "示意", "gathered": "合并的小地块，只有类别",
    ]
    if collection.subject == .findings {
      fields.merge([
        "finding": "问题编号", "rule": "规则代码", "severity": "严重程度", "subject": "对象",
        "state": "状态",
      ]) { $1 }
    } else {
      for field in collection.fields { fields[field.name] = .text(field.title) }
    }
    var members: [String: JSONValue] = [
      "tilejson": "3.0.0", "name": .text(title), "description": .text(note), "scheme": "xyz",
      "version": "1.0.0",
      "tiles": [.text(base.text + "/tiles/\(collection.id)/{z}/{x}/{y}.mvt")],
      "minzoom": .integer(TileRoutes.zooms.lowerBound),
      "maxzoom": .integer(TileRoutes.zooms.upperBound),
      "attribution": .text(collection.isSchematic ? "示意" : ""),
      "vector_layers": [
        [
          "id": .text(collection.id), "description": .text(title), "fields": .object(fields),
          "minzoom": .integer(TileRoutes.zooms.lowerBound),
          "maxzoom": .integer(TileRoutes.zooms.upperBound),
        ]
      ],
    ]
    if let box = collection.extent {
      members["bounds"] = [
        .number(box.minX), .number(box.minY), .number(box.maxX), .number(box.maxY),
      ]
      members["center"] = [
        .number((box.minX + box.maxX) / 2), .number((box.minY + box.maxY) / 2), 12,
      ]
    }
    return .object(members)
  }
}

/// The tile matrix set WebMercatorQuad.
///
/// Source: OGC 17-083r4, annex D.1.
enum TileMatrixSet {
  static let uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
  static let system = "http://www.opengis.net/def/crs/EPSG/0/3857"

  static let json: JSONValue = [
    "id": "WebMercatorQuad", "title": "Google Maps Compatible for the World",
    "uri": .text(uri), "crs": .text(system), "orderedAxes": ["X", "Y"],
    "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
    "tileMatrices": .list(
      TileRoutes.zooms.map { zoom in
        [
          "id": .text("\(zoom)"),
          "scaleDenominator": .number(TileAddress.scaleDenominator(zoom: zoom)),
          "cellSize": .number(TileAddress.cellSize(zoom: zoom)), "cornerOfOrigin": "topLeft",
          "pointOfOrigin": [.number(-WebMercator.halfWidth), .number(WebMercator.halfWidth)],
          "tileWidth": 256, "tileHeight": 256, "matrixWidth": .integer(1 << zoom),
          "matrixHeight": .integer(1 << zoom),
        ]
      }),
  ]
}
