internal import Filtering
internal import Exchange
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms

/// A collection as OGC APIs describe it.
///
/// Source: OGC 17-069r4, 7.14; OGC 18-058r1, 6.2; OGC 20-057 (tiles), 9.
struct CollectionRecord {
  let collection: FeatureCollection
  let base: BaseAddress
  let language: Language

  /// The address of the collection.
  var path: String { "/collections/\(collection.id)" }

  /// Whether it can be drawn.
  var hasTiles: Bool { collection.epsg != nil }

  func json() throws -> JSONValue {
    var extent: [String: JSONValue] = [:]
    if let box = collection.extent {
      extent["spatial"] = [
        "bbox": [
          [.number(box.minX), .number(box.minY), .number(box.maxX), .number(box.maxY)]
        ],
        "crs": .text(SystemReference.crs84.uri),
      ]
    }
    if let dates = collection.dates {
      extent["temporal"] = [
        "interval": [[.text("\(dates.lowerBound)T00:00:00Z"), .null]],
        "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
      ]
    }
    let systems = try SystemReference.all(of: collection.epsg)
    let storage = systems.first { $0.epsg == collection.epsg && $0 != .crs84 }
    return JSONValue.object([
      "id": .text(collection.id), "title": .text(CollectionWords.title(of: collection)[language]),
      "description": .text(CollectionWords.description(of: collection)[language]),
      "itemType": "feature",
      "extent": extent.isEmpty ? .null : .object(extent),
      "crs": .list(systems.map { .text($0.uri) }),
      "storageCrs": .optional(storage?.uri ?? systems.first?.uri),
      "links": .list(links.map(\.json)),
    ]).compact
  }

  private var links: [Link] {
    let formats = [Format.geoJSON, .html]
    var links = [
      Link(base.of(path, [("f", "json")]), "self", Format.json.type),
      Link(base.of(path, [("f", "html")]), "alternate", Format.html.type),
    ]
    links += formats.map {
      Link(
        base.of("\(path)/items", [("f", $0.name)]), "items", $0.type,
        CollectionWords.title(of: collection)[language])
    }
    links.append(
      Link(
        base.of("\(path)/queryables"), "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        "application/schema+json"))
    if hasTiles {
      links.append(
        Link(
          base.of("\(path)/tiles"), "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
          Format.json.type))
    }
    return links
  }
}

/// What collections are called, and what to know about them.
enum CollectionWords {
  static func title(of collection: FeatureCollection) -> Words {
    switch collection.subject {
    case .parcels: Words("地块", "Parcels")
    case .sites: Words("地质灾害隐患点（文件所列）", "Hazard sites (as listed in documents)")
    case .findings: Words("检查问题", "Findings")
    case .layer(let layer): title(of: layer, isSchematic: collection.isSchematic)
    }
  }

  /// The name the layer was imported under; in English what it stands for, where that is known.
  private static func title(of layer: LayerVersion, isSchematic: Bool) -> Words {
    let name = layer.source.name
    let role = layer.source.role.name[.en]
    let english =
      layer.source.role == .other || name.utf8.allSatisfy { $0 < 128 }
      ? name : role.prefix(1).uppercased() + role.dropFirst()
    return Words(
      isSchematic && !name.contains("示意") ? "\(name)（示意）" : name,
      isSchematic ? "\(english) (schematic)" : english)
  }

  static func description(of collection: FeatureCollection) -> Words {
    switch collection.subject {
    case .parcels:
      Words(
        "现行地块：用途、指标、状态、最近文件；没有界线的地块没有图形",
        "Parcels in force: use, indicators, status, latest document; a parcel without boundary has no "
          + "geometry")
    case .sites:
      Words("现行名录中的地质灾害隐患点，文件未载坐标", "Hazard sites in force; their documents print no coordinates")
    case .findings:
      Words("按通用规则检查登记库所得的问题", "What the check of the register by the usual rules finds")
    case .layer(let layer): description(of: layer, isSchematic: collection.isSchematic)
    }
  }

  private static func description(of layer: LayerVersion, isSchematic: Bool) -> Words {
    let role = layer.source.role.name
    let date = layer.source.date.map(\.description)
    let zh = [role[.zh], date, layer.source.file.name].compactMap(\.self).joined(separator: "，")
    let en = [role[.en], date, layer.source.file.name].compactMap(\.self).joined(separator: ", ")
    guard isSchematic else { return Words(zh, en) }
    return Words(
      zh + "；仅为示意，不得作为权属或审批依据", en + "; schematic: no question of law may rest on it")
  }
}

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

  /// An attribute that is asked to have a value.
  static func parameter(_ field: FeatureCollection.Field, _ language: Language) -> JSONValue {
    guard case .object(var schema) = schema(field) else { return .null }
    schema["title"] = nil
    return QuestionParameter(
      field.name, Words(field.title, field.title),
      schema.isEmpty ? ["type": "string"] : .object(schema)
    ).json(language)
  }

  /// The schema of an attribute.
  private static func schema(_ field: FeatureCollection.Field) -> JSONValue {
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
