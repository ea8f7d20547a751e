internal import Exchange
internal import Terms

/// The first page of the interface.
///
/// Source: OGC 17-069r4, 7.2.
struct LandingRecord {
  let title: String
  let base: BaseAddress
  let language: Language

  var description: String {
    Words(
      "地块、审批、图层与检查问题：OGC API – Features、矢量瓦片与查询，只读",
      "Parcels, approvals, layers and findings: OGC API – Features, vector tiles and questions; "
        + "read-only")[language]
  }

  var links: [Link] {
    [
      Link(base.of("/", [("f", "json")]), "self", Format.json.type, words("本页", "This document")),
      Link(
        base.of("/", [("f", "html")]), "alternate", Format.html.type,
        words("本页（HTML）", "This document as HTML")),
      Link(base.of("/"), "about", Format.html.type, words("地图", "The map")),
      Link(
        base.of("/api", [("f", "json")]), "service-desc", Format.openAPI.type,
        words("接口定义（OpenAPI）", "The definition of the interface (OpenAPI)")),
      Link(
        base.of("/api", [("f", "html")]), "service-doc", Format.html.type,
        words("接口说明", "The interface described")),
      Link(
        base.of("/conformance"), "conformance", Format.json.type,
        words("符合的标准", "Conformance classes")),
      Link(
        base.of("/conformance"), "http://www.opengis.net/def/rel/ogc/1.0/conformance",
        Format.json.type),
      Link(base.of("/collections"), "data", Format.json.type, words("数据", "The collections")),
      Link(
        base.of("/collections"), "http://www.opengis.net/def/rel/ogc/1.0/data",
        Format.json.type),
      Link(
        base.of("/tileMatrixSets"), "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
        Format.json.type),
    ]
  }

  private func words(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  var json: JSONValue {
    [
      "title": .text(title), "description": .text(description), "links": .list(links.map(\.json)),
    ]
  }
}

/// What of which standard holds here; each class is held by tests.
enum Conformance {
  /// The URIs of the classes.
  static let classes =
    [
      "ogcapi-common-1/1.0/conf/core", "ogcapi-common-1/1.0/conf/json",
      "ogcapi-common-1/1.0/conf/html", "ogcapi-common-1/1.0/conf/oas30",
      "ogcapi-common-2/1.0/conf/collections", "ogcapi-features-1/1.0/conf/core",
      "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-1/1.0/conf/html",
      "ogcapi-features-1/1.0/conf/geojson", "ogcapi-features-2/1.0/conf/crs",
      "ogcapi-features-3/1.0/conf/queryables",
      "ogcapi-features-3/1.0/conf/queryables-query-parameters",
      "ogcapi-features-3/1.0/conf/filter", "ogcapi-features-3/1.0/conf/features-filter",
      "cql2/1.0/conf/cql2-text", "cql2/1.0/conf/basic-cql2",
      "cql2/1.0/conf/advanced-comparison-operators",
      "cql2/1.0/conf/case-insensitive-comparison", "cql2/1.0/conf/property-property",
      "cql2/1.0/conf/basic-spatial-functions", "cql2/1.0/conf/spatial-functions",
      "ogcapi-tiles-1/1.0/conf/core", "ogcapi-tiles-1/1.0/conf/tileset",
      "ogcapi-tiles-1/1.0/conf/tilesets-list", "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
      "ogcapi-tiles-1/1.0/conf/mvt", "tms/2.0/conf/tilematrixset",
      "tms/2.0/conf/json-tilematrixset", "tms/2.0/conf/json-tilesetmetadata",
    ].map { "http://www.opengis.net/spec/\($0)" }
}
