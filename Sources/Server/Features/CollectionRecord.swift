internal import Exchange
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
