internal import Dialogue
internal import Exchange
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms

/// OGC API – Features: collections and their features.
///
/// Source: OGC 17-069r4 (part 1), OGC 18-058r1 (part 2: coordinate systems), OGC 19-079r2 (part 3:
/// filters).
struct FeatureRoutes: Sendable {
  let state: LandState
  let workbench: Workbench
  let language: Language
  let address: String?

  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    router.get("conformance") { request, _ in try conformance(request) }
    router.get("collections") { request, _ in try collections(request) }
    router.get("collections/:id") { request, context in
      try collection(request, context.parameters.require("id"))
    }
    router.get("collections/:id/queryables") { request, context in
      try queryables(request, context.parameters.require("id"))
    }
    router.get("collections/:id/items") { request, context in
      try await items(request, context.parameters.require("id"))
    }
    router.get("collections/:id/items/:feature") { request, context in
      try await item(
        request, context.parameters.require("id"), context.parameters.require("feature"))
    }
  }

  private static let formats = [Format.json, .html]

  private func base(_ request: Request) -> BaseAddress {
    BaseAddress(of: request, fixed: address)
  }

  private func conformance(_ request: Request) throws -> Response {
    let parameters = try Parameters(of: request)
    let format = try Format.wanted(by: request, parameters, of: FeatureRoutes.formats)
    let record: JSONValue = ["conformsTo": .list(Conformance.classes.map(JSONValue.text))]
    guard format == .html else { return Answer.json(record) }
    return DataPage(request, usual: language).conformance(Conformance.classes)
  }

  private func collections(_ request: Request) throws -> Response {
    let parameters = try Parameters(of: request, ["datetime", "known-at"])
    let format = try Format.wanted(by: request, parameters, of: FeatureRoutes.formats)
    let all = try state.collections(at: ItemsRequest.moment(parameters))
    let (base, words) = (base(request), Language(of: request, usual: language))
    guard format == .json else {
      return DataPage(request, usual: language).collections(all)
    }
    let records = try all.map {
      try CollectionRecord(collection: $0, base: base, language: words).json()
    }
    var systems: [String] = []
    for collection in all {
      for system in try SystemReference.all(of: collection.epsg)
      where !systems.contains(system.uri) { systems.append(system.uri) }
    }
    return Answer.json(
      [
        "links": .list([
          Link(base.of("/collections", [("f", "json")]), "self", Format.json.type).json,
          Link(base.of("/collections", [("f", "html")]), "alternate", Format.html.type).json,
        ]),
        "crs": .list(systems.map(JSONValue.text)),
        "collections": .list(records),
      ] as JSONValue)
  }

  private func collection(_ request: Request, _ id: String) throws -> Response {
    let parameters = try Parameters(of: request, ["datetime", "known-at"])
    let format = try Format.wanted(by: request, parameters, of: FeatureRoutes.formats)
    let collection = try state.collection(id, at: ItemsRequest.moment(parameters))
    guard format == .json else {
      return DataPage(request, usual: language).collection(collection)
    }
    return Answer.json(
      try CollectionRecord(
        collection: collection, base: base(request),
        language: Language(of: request, usual: language)
      ).json())
  }

  private func queryables(_ request: Request, _ id: String) throws -> Response {
    _ = try Parameters(of: request, ["datetime", "known-at"], formats: [.json])
    let collection = try state.collection(id)
    return Answer.json(
      Queryables(collection: collection, base: base(request)).json, type: "application/schema+json")
  }

  private func items(_ request: Request, _ id: String) async throws -> Response {
    let collection = try state.collection(
      id, at: ItemsRequest.moment(try Parameters(of: request, allowingAny: true)))
    let parameters = try Parameters(of: request, ItemsRequest.names(on: collection))
    let format = try Format.wanted(by: request, parameters, of: [.geoJSON, .html])
    let items = try ItemsRequest(parameters, on: collection)
    let page = try await page(of: collection, items.query)
    let base = base(request)
    let path = "/collections/\(id)/items"
    var links = links(base, path, parameters, of: id)
    if let next = page.next {
      links.append(
        Link(
          base.of(path, items.kept + [("after", "\(next)"), ("f", format.name)]), "next",
          format.type))
    }
    guard format == .geoJSON else {
      return DataPage(request, usual: language).items(page, of: collection, links)
    }
    let time = Moment.instant(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    let text = try ItemsText(page: page, system: items.system, collection: collection)
      .collectionText(links: links, time: time)
    return Answer.bytes(text, type: format.type, headers: FeatureRoutes.header(items.system))
  }

  private func item(
    _ request: Request, _ id: String, _ feature: String
  ) async throws -> Response {
    let parameters = try Parameters(of: request, ["crs", "datetime", "known-at"])
    let moment = try ItemsRequest.moment(parameters)
    let collection = try state.collection(id, at: moment)
    let format = try Format.wanted(by: request, parameters, of: [.geoJSON, .html])
    let system = try SystemReference.named(
      parameters.value("crs", mayBeEmpty: true), "crs", of: SystemReference.all(of: collection.epsg)
    )
    var query = FeatureQuery()
    query.moment = moment
    query.epsg = system.epsg
    query.limit = 1
    query.feature =
      collection.subject == .findings
      ? FindingPages(try await state.report(at: moment), language).number(of: feature)
      : Int(feature)
    let page = try await query.feature == nil ? nil : page(of: collection, query)
    guard let page, page.table.count == 1 else {
      throw Failure(
        "unknown_feature",
        Words("“\(id)”中没有要素“\(feature)”", "there is no feature “\(feature)” in “\(id)”"),
        kind: .notFound)
    }
    let base = base(request)
    let path = "/collections/\(id)/items/\(BaseAddress.encoded(feature))"
    let links = links(base, path, parameters, of: id)
    guard format == .geoJSON else {
      return DataPage(request, usual: language).item(page, of: collection, feature)
    }
    let text = try ItemsText(page: page, system: system, collection: collection)
      .featureText(links: links)
    return Answer.bytes(text, type: format.type, headers: FeatureRoutes.header(system))
  }

  /// Some features. Many at once, findings and other moments are looked for apart from quick
  /// requests.
  private func page(
    of collection: FeatureCollection, _ query: FeatureQuery
  ) async throws -> FeaturePage {
    guard collection.subject != .findings else {
      return try FindingPages(try await state.report(at: query.moment), language).page(query)
    }
    let register = state.register
    let find: @Sendable () throws -> FeaturePage? = {
      try register.ask { try $0.page(of: collection.id, query, known: collection)?.page }
    }
    let isQuick =
      query.moment.isNow && query.limit <= 100 && query.conditions.isEmpty && query.order == nil
    guard let page = try await isQuick ? find() : workbench.run(find) else {
      throw LandState.noCollection(collection.id)
    }
    return page
  }

  /// The links of features: to themselves, to their page, to their collection.
  private func links(
    _ base: BaseAddress, _ path: String, _ parameters: Parameters, of id: String
  ) -> [Link] {
    [
      Link(base.of(path, parameters.pairs(f: "json")), "self", Format.geoJSON.type),
      Link(base.of(path, parameters.pairs(f: "html")), "alternate", Format.html.type),
      Link(base.of("/collections/\(id)"), "collection", Format.json.type),
    ]
  }

  private static func header(_ system: SystemReference) -> HTTPFields {
    var headers = HTTPFields()
    if let name = HTTPField.Name("Content-Crs") { headers[name] = "<\(system.uri)>" }
    return headers
  }
}
