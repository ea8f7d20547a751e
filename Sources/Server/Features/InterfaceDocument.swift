internal import Terms
internal import Dialogue
internal import Exchange
internal import Registry

/// The definition of the interface, as OpenAPI 3.0.
///
/// Source: OpenAPI Specification 3.0.3; OGC 17-069r4, /req/oas30.
struct InterfaceDocument {
  let collections: [FeatureCollection]
  let base: BaseAddress
  let title: String

  var json: JSONValue {
    [
      "openapi": "3.0.3",
      "info": [
        "title": .text(title), "version": .text(Version.number),
        "description":
          .text(InterfaceDocument.about),
        "license": ["name": "MIT"],
      ],
      "servers": [["url": .text(base.text)]],
      "tags": [
        ["name": "features", "description": "OGC API – Features"],
        ["name": "tiles", "description": "OGC API – Tiles"],
        ["name": "questions", "description": "What yulin answers on the command line"],
        ["name": "service", "description": "State of the service"],
      ],
      "paths": .object(Dictionary(uniqueKeysWithValues: paths.map { ($0.path, $0.item) })),
      "components": [
        "parameters": .object(InterfaceParameters.all), "schemas": schemas,
        "responses": [
          "Problem": [
            "description": "Why the request is not answered",
            "content": [
              "application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]
            ],
          ]
        ],
      ],
    ]
  }

  private static let about =
    "Land parcels, approvals, reference layers and findings of a county: OGC API – Features, "
    + "OGC API – Tiles, and the questions of the command line. Read-only."

  /// The addresses with what each is, for people.
  var summaries: [(path: String, summary: String)] {
    paths.map { path in
      guard case .object(let item) = path.item, case .object(let operation)? = item["get"],
        case .text(let summary)? = operation["summary"]
      else { return (path.path, "") }
      return (path.path, summary)
    }
  }

  private static let jsonOrPage = ["application/json", "text/html"]
  private static let time = ["datetime", "known-at"]
  private static let moment = ["as-of", "known-at"]

  private var paths: [(path: String, item: JSONValue)] {
    let both = InterfaceDocument.jsonOrPage
    let moment = InterfaceDocument.moment
    let checked = ["scope", "rule", "family", "parcels", "layer", "severity"] + moment
    var paths: [(String, JSONValue)] = [
      ("/", get("landing", "features", "Landing page; the map for browsers", [], types: both)),
      ("/conformance", get("conformance", "features", "Conformance classes", [], types: both)),
      (
        "/api",
        get("api", "features", "This definition", [], types: [Format.openAPI.type, "text/html"])
      ),
      (
        "/collections",
        get(
          "collections", "features", "The collections", InterfaceDocument.time, types: both)
      ),
    ]
    for collection in collections { paths += self.paths(of: collection) }
    paths += [
      ("/tileMatrixSets", get("tileMatrixSets", "tiles", "The tile matrix sets", [])),
      (
        "/tileMatrixSets/WebMercatorQuad",
        get("webMercatorQuad", "tiles", "The tile matrix set WebMercatorQuad", [])
      ),
      ("/lookup", lookup),
      (
        "/history/{parcel}",
        get(
          "history", "questions", "What changed on a parcel, when, by which document",
          ["parcel"] + moment)
      ),
      (
        "/check",
        get(
          "check", "questions", "The register held against the rules", checked,
          types: ["application/json", "text/csv", "application/geo+json", "text/html"])
      ),
      (
        "/lines",
        get(
          "lines", "questions", "Lines of a document that a fact comes from",
          ["file", "start", "end"])
      ),
      ("/map.json", get("map", "service", "What the map page shows", moment)),
      ("/health", get("health", "service", "Whether the register can be read", [])),
      (
        "/metrics",
        get(
          "metrics", "service", "Numbers of requests and times, for Prometheus", [],
          types: ["text/plain"])
      ),
    ]
    return paths
  }

  private func paths(of collection: FeatureCollection) -> [(String, JSONValue)] {
    let id = collection.id
    let path = "/collections/\(id)"
    let name = CollectionWords.title(of: collection)[.en]
    let features = ["application/geo+json", "text/html"]
    func named(_ part: String) -> String { "\(name): \(part)" }
    let all: [(String, JSONValue)] = [
      (
        path,
        get(
          "\(id).collection", "features", named("the collection"), InterfaceDocument.time,
          types: InterfaceDocument.jsonOrPage)
      ),
      (
        "\(path)/queryables",
        get(
          "\(id).queryables", "features", named("what a filter may ask for"), [],
          types: ["application/schema+json"])
      ),
      (
        "\(path)/items",
        get(
          "\(id).items", "features", named("features"),
          [
            "bbox", "bbox-crs", "crs", "limit", "after", "filter", "filter-lang", "filter-crs",
            "sortby", "properties",
          ] + InterfaceDocument.time, types: features, schema: "featureCollection",
          own: ItemsRequest.askable(on: collection).map(InterfaceParameters.property))
      ),
      (
        "\(path)/items/{featureId}",
        get(
          "\(id).item", "features", named("one feature"),
          ["featureId", "crs"] + InterfaceDocument.time, types: features, schema: "feature")
      ),
    ]
    return collection.epsg == nil ? all : all + tilePaths(id, path, named)
  }

  private func tilePaths(
    _ id: String, _ path: String, _ named: (String) -> String
  ) -> [(String, JSONValue)] {
    let tile = ["tileMatrix", "tileRow", "tileCol"] + InterfaceDocument.moment
    return [
      ("\(path)/tiles", get("\(id).tilesets", "tiles", named("tile sets"), [])),
      (
        "\(path)/tiles/WebMercatorQuad",
        get("\(id).tileset", "tiles", named("the tile set"), [])
      ),
      (
        "\(path)/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}",
        get("\(id).tile", "tiles", named("a vector tile"), tile, types: [TileRoutes.type])
      ),
      (
        "/tiles/\(id)/{tileMatrix}/{tileCol}/{tileRow}.mvt",
        get(
          "\(id).xyz", "tiles", named("a vector tile, column before row"), tile,
          types: [TileRoutes.type])
      ),
      ("/tiles/\(id).json", get("\(id).tilejson", "tiles", named("TileJSON 3.0"), [])),
    ]
  }

  private var lookup: JSONValue {
    let asked = get(
      "lookup", "questions",
      "What a parcel, a document, a place or a point is, and what lies there",
      ["q"] + InterfaceDocument.lookupOptions,
      types: ["application/json", "application/geo+json", "text/csv", "text/html"])
    guard case .object(var item) = asked, case .object(var post)? = item["get"] else {
      return asked
    }
    post["operationId"] = "lookupShape"
    post["summary"] = "What lies in a shape that is sent"
    if case .list(let all)? = post["parameters"] {
      // All but what is asked: that is the body.
      post["parameters"] = .list(Array(all.dropFirst()))
    }
    if case .object(var responses)? = post["responses"] {
      for status in ["413", "422"] {
        responses[status] = ["$ref": "#/components/responses/Problem"]
      }
      post["responses"] = .object(responses)
    }
    post["requestBody"] = [
      "required": true,
      "content": [
        "application/geo+json": ["schema": ["type": "object"]],
        "text/plain": ["schema": ["type": "string"]],
      ],
    ]
    item["post"] = .object(post)
    return .object(item)
  }

  private static let lookupOptions = [
    "as-of", "known-at", "relation", "within", "nearest", "layers", "zones", "lookupLimit",
    "givenCRS", "explain",
  ]

  private func references(_ names: [String]) -> JSONValue {
    .list(names.map { ["$ref": .text("#/components/parameters/\($0)")] })
  }

  /// An operation that reads.
  private func get(
    _ id: String, _ tag: String, _ summary: String, _ parameters: [String],
    types: [String] = ["application/json"], schema: String? = nil, own: [JSONValue] = []
  ) -> JSONValue {
    guard case .list(var references) = references(parameters + ["lang"]) else { return .null }
    if let format = InterfaceParameters.format(types) { references.append(format) }
    var content: [String: JSONValue] = [:]
    for type in types {
      let isObject = type.contains("json")
      content[type] = [
        "schema": schema.flatMap { isObject ? ["$ref": .text("#/components/schemas/\($0)")] : nil }
          ?? (isObject ? ["type": "object"] : ["type": "string"])
      ]
    }
    return [
      "get": [
        "operationId": .text(id), "tags": [.text(tag)], "summary": .text(summary),
        "parameters": .list(references + own),
        "responses": [
          "200": ["description": "The answer", "content": .object(content)],
          "204": ["description": "Nothing is there: a tile without features"],
          "400": ["$ref": "#/components/responses/Problem"],
          "404": ["$ref": "#/components/responses/Problem"],
          "500": ["$ref": "#/components/responses/Problem"],
        ],
      ]
    ]
  }

  private var schemas: JSONValue {
    [
      "problem": [
        "type": "object", "required": ["title", "status"],
        "properties": [
          "title": ["type": "string"], "status": ["type": "integer"], "code": ["type": "string"],
          "detail": ["type": "string"],
          "diagnostics": ["type": "array", "items": ["type": "string"]],
        ],
      ],
      "link": [
        "type": "object", "required": ["href"],
        "properties": [
          "href": ["type": "string"], "rel": ["type": "string"], "type": ["type": "string"],
          "title": ["type": "string"],
        ],
      ],
      "feature": [
        "type": "object", "required": ["type", "geometry", "properties"],
        "properties": [
          "type": ["type": "string", "enum": ["Feature"]],
          "id": ["oneOf": [["type": "integer"], ["type": "string"]]],
          "geometry": ["type": "object", "nullable": true],
          "properties": ["type": "object", "nullable": true],
          "links": ["type": "array", "items": ["$ref": "#/components/schemas/link"]],
        ],
      ],
      "featureCollection": [
        "type": "object", "required": ["type", "features"],
        "properties": [
          "type": ["type": "string", "enum": ["FeatureCollection"]],
          "features": ["type": "array", "items": ["$ref": "#/components/schemas/feature"]],
          "links": ["type": "array", "items": ["$ref": "#/components/schemas/link"]],
          "timeStamp": ["type": "string", "format": "date-time"],
          "numberMatched": ["type": "integer", "minimum": 0],
          "numberReturned": ["type": "integer", "minimum": 0],
        ],
      ],
    ]
  }
}
