internal import Filtering
internal import Terms
internal import Exchange
internal import Planning
internal import Registry

/// What a filter on a collection may ask for, as JSON Schema.
///
/// Source: OGC 19-079r2, 6.
struct Queryables {
  let collection: FeatureCollection
  let base: BaseAddress

  var json: JSONValue {
    var properties: [String: JSONValue] = [:]
    for field in collection.fields { properties[field.name] = Queryables.schema(field) }
    if collection.epsg != nil {
      properties["geometry"] = [
        "title": "图形", "x-ogc-role": "primary-geometry", "format": .text(format),
      ]
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .text(base.of("/collections/\(collection.id)/queryables")),
      "type": "object", "title": .text(CollectionWords.title(of: collection)[.zh]),
      "properties": .object(properties), "additionalProperties": false,
    ]
  }

  private var format: String {
    switch collection.dimension {
    case 0: "geometry-point-or-multipoint"
    case 1: "geometry-linestring-or-multilinestring"
    case 2: "geometry-polygon-or-multipolygon"
    default: "geometry-any"
    }
  }

  /// The schema of an attribute.
  static func schema(_ field: FeatureCollection.Field) -> JSONValue {
    let (type, format): (String?, String?) =
      switch field.kind {
      case .text: ("string", nil)
      case .number: ("number", nil)
      case .boolean: ("boolean", nil)
      case .date: ("string", "date")
      case .timestamp: ("string", "date-time")
      case .shape, nil: (nil, nil)
      }
    return JSONValue.object([
      "title": .text(field.title), "type": .optional(type), "format": .optional(format),
    ]).compact
  }
}
