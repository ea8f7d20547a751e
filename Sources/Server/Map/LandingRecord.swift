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
