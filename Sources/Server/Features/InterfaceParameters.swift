internal import Registry

/// The parameters of the interface as OpenAPI describes them.
enum InterfaceParameters {
  /// All that several addresses share, by their names in the definition.
  static let all: [String: JSONValue] = [
    "lang": query("lang", "The language of words", ["type": "string", "enum": ["zh", "en"]]),
    "bbox": list(
      "bbox",
      "Only features with a point in the box: four numbers, or six with heights, which take no part",
      ["type": "array", "minItems": 4, "maxItems": 6, "items": ["type": "number"]]),
    "bbox-crs": query(
      "bbox-crs", "The coordinate system of bbox", ["type": "string", "format": "uri"]),
    "crs": query(
      "crs", "The coordinate system of the answer", ["type": "string", "format": "uri"]),
    "limit": query(
      "limit", "At most so many features",
      [
        "type": "integer", "minimum": 1, "maximum": .integer(ItemsRequest.most),
        "default": .integer(ItemsRequest.usual),
      ]),
    "after": query(
      "after", "Only features that come after this one; from a next link", ["type": "integer"]),
    "datetime": query(
      "datetime", "When what is wanted is in force: a day, an instant or an interval",
      ["type": "string"]),
    "known-at": query(
      "known-at", "As the register knew it at a time: 2026-11-20, 2026-11-20T09:30",
      ["type": "string"]),
    "as-of": query("as-of", "As in force on a day: 2026-11-20", ["type": "string"]),
    "filter": query(
      "filter", "A condition in CQL2 text, as yulin list --where takes it", ["type": "string"]),
    "sortby": list(
      "sortby", "What the features are sorted by; with - in front the greatest first",
      ["type": "array", "items": ["type": "string"]]),
    "filter-lang": query(
      "filter-lang", "The language of filter", ["type": "string", "enum": ["cql2-text"]]),
    "filter-crs": query(
      "filter-crs", "The coordinate system of shapes in filter",
      ["type": "string", "enum": [.text(SystemReference.crs84.uri)]]),
    "properties": list(
      "properties", "Only these attributes", ["type": "array", "items": ["type": "string"]]),
    "featureId": path("featureId", "The feature", ["type": "string"]),
    "parcel": path("parcel", "The number of a parcel", ["type": "string"]),
    "tileMatrix": path("tileMatrix", "The zoom", ["type": "integer"]),
    "tileRow": path("tileRow", "The row", ["type": "integer"]),
    "tileCol": path("tileCol", "The column", ["type": "integer"]),
    "q": required("q", "A parcel, a document, a place, a project, or lon,lat", ["type": "string"]),
    "relation": query("relation", "How what is found lies to the place", ["type": "string"]),
    "within": query("within", "At most so far: 50m, 0.5km", ["type": "string"]),
    "nearest": query(
      "nearest", "So many of the nearest", ["type": "integer", "minimum": 1, "maximum": 1000]),
    "layers": repeated("layer", "Only these layers", ["type": "string"]),
    "zones": query("zones", "Assigns the zones of this layer", ["type": "string"]),
    "lookupLimit": query(
      "limit", "At most so many of each kind", ["type": "integer", "minimum": 1]),
    "givenCRS": query(
      "crs", "The coordinate system of what is asked: EPSG:4525", ["type": "string"]),
    "explain": query("explain", "Says how the answer was found", ["type": "boolean"]),
    "parcels": repeated("parcel", "Only findings about these parcels", ["type": "string"]),
    "scope": query(
      "scope", "What is checked",
      ["type": "string", "enum": ["parcels", "plans", "supply", "layers", "all"]]),
    "rule": repeated("rule", "Only these rules", ["type": "string"]),
    "family": repeated("family", "Only rules of these families", ["type": "string"]),
    "layer": repeated("layer", "Only these layers", ["type": "string"]),
    "severity": query(
      "severity", "Only findings as grave as this",
      ["type": "string", "enum": ["info", "warning", "error"]]),
    "file": required("file", "A file that the register names", ["type": "string"]),
    "start": query("start", "The first line", ["type": "integer", "minimum": 1]),
    "end": query("end", "The last line", ["type": "integer", "minimum": 1]),
  ]

  /// The parameter `f` of a resource with these media types.
  static func format(_ types: [String]) -> JSONValue? {
    let names = types.compactMap { type -> String? in
      switch type {
      case "text/html": "html"
      case "text/csv": "csv"
      case TileRoutes.type: "mvt"
      case "application/geo+json": types.contains("application/json") ? "geojson" : "json"
      default: type.contains("json") ? "json" : nil
      }
    }
    guard !names.isEmpty else { return nil }
    return query(
      "f", "The format; else the header Accept decides",
      ["type": "string", "enum": .list(names.map(JSONValue.text))])
  }

  /// An attribute that is asked to have a value.
  static func property(_ field: FeatureCollection.Field) -> JSONValue {
    guard case .object(var schema) = Queryables.schema(field) else { return .null }
    schema["title"] = nil
    return query(field.name, field.title, schema.isEmpty ? ["type": "string"] : .object(schema))
  }

  private static func query(
    _ name: String, _ about: String, _ schema: JSONValue
  ) -> JSONValue {
    parameter(name, about, schema, "query", isRequired: false)
      .merging(["style": "form", "explode": false])
  }

  private static func required(
    _ name: String, _ about: String, _ schema: JSONValue
  ) -> JSONValue {
    parameter(name, about, schema, "query", isRequired: true)
  }

  private static func path(_ name: String, _ about: String, _ schema: JSONValue) -> JSONValue {
    parameter(name, about, schema, "path", isRequired: true)
  }

  /// Several values with commas between.
  private static func list(_ name: String, _ about: String, _ schema: JSONValue) -> JSONValue {
    query(name, about, schema)
  }

  /// A parameter that may stand several times.
  private static func repeated(
    _ name: String, _ about: String, _ schema: JSONValue
  ) -> JSONValue {
    query(name, about, ["type": "array", "items": schema])
      .merging(["style": "form", "explode": true])
  }

  private static func parameter(
    _ name: String, _ about: String, _ schema: JSONValue, _ place: String, isRequired: Bool
  ) -> JSONValue {
    [
      "name": .text(name), "in": .text(place), "required": .boolean(isRequired),
      "description": .text(about), "schema": schema,
    ]
  }
}
