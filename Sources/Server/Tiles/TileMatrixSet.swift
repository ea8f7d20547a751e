internal import Tiling

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
