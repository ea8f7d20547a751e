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

  /// What is asked.
  var questions: [Question] {
    [
      Question(
        id: "conformance", path: "/conformance", kind: .features,
        summary: Words("符合的标准", "Conformance classes"), formats: [.json, .html],
        answer: conformance),
      Question(
        id: "collections", path: "/collections", kind: .features,
        summary: Words("各要素集", "The collections"), parameters: QuestionParameter.time,
        formats: [.json, .html], answer: collections),
      Question(
        id: "collection", path: "/collections/{collection}", kind: .features,
        summary: Words("要素集", "the collection"), parameters: QuestionParameter.time,
        formats: [.json, .html], answer: collection),
      Question(
        id: "queryables", path: "/collections/{collection}/queryables", kind: .features,
        summary: Words("filter 可用的属性", "what a filter may ask for"),
        parameters: QuestionParameter.time, formats: [.schema], answer: queryables),
      Question(
        id: "items", path: "/collections/{collection}/items", kind: .features,
        summary: Words("要素", "features"), parameters: QuestionParameter.items,
        formats: [.geoJSON, .html], schema: "featureCollection", takesAttributes: true,
        answer: items),
      Question(
        id: "item", path: "/collections/{collection}/items/{featureId}", kind: .features,
        summary: Words("一个要素", "one feature"),
        parameters: [.feature, .answerSystem] + QuestionParameter.time,
        formats: [.geoJSON, .html], schema: "feature", answer: item),
    ]
  }

  private func base(_ request: Request) -> BaseAddress {
    BaseAddress(of: request, fixed: address)
  }

  private func conformance(_ asked: Asked) throws -> Response {
    let record: JSONValue = ["conformsTo": .list(Conformance.classes.map(JSONValue.text))]
    guard asked.format == .html else { return Answer.json(record) }
    return DataPage(asked.request, usual: language).conformance(Conformance.classes)
  }

  private func collections(_ asked: Asked) throws -> Response {
    let all = try state.collections(at: ItemsRequest.moment(asked.parameters))
    let (base, words) = (base(asked.request), Language(of: asked.request, usual: language))
    guard asked.format == .json else {
      return DataPage(asked.request, usual: language).collections(all)
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

  private func collection(_ asked: Asked) throws -> Response {
    let collection = try state.collection(
      asked.collection, at: ItemsRequest.moment(asked.parameters))
    guard asked.format == .json else {
      return DataPage(asked.request, usual: language).collection(collection)
    }
    return Answer.json(
      try CollectionRecord(
        collection: collection, base: base(asked.request),
        language: Language(of: asked.request, usual: language)
      ).json())
  }

  private func queryables(_ asked: Asked) throws -> Response {
    let collection = try state.collection(asked.collection)
    return Answer.json(
      Queryables(collection: collection, base: base(asked.request)).json, type: asked.format.type)
  }

  private func items(_ asked: Asked) async throws -> Response {
    let (id, parameters, format) = (try asked.collection, asked.parameters, asked.format)
    let collection = try state.collection(id, at: ItemsRequest.moment(parameters))
    try parameters.check(ItemsRequest.names(on: collection))
    let items = try ItemsRequest(parameters, on: collection)
    let page = try await page(of: collection, items.query)
    let base = base(asked.request)
    let path = "/collections/\(id)/items"
    var links = links(base, path, parameters, of: id)
    if let next = page.next {
      links.append(
        Link(
          base.of(path, items.kept + [("after", "\(next)"), ("f", format.name)]), "next",
          format.type))
    }
    guard format == .geoJSON else {
      return DataPage(asked.request, usual: language).items(page, of: collection, links)
    }
    let time = Moment.clockInstant
    let text = try ItemsText(page: page, system: items.system, collection: collection)
      .collectionText(links: links, time: time)
    return Answer.bytes(text, type: format.type, headers: FeatureRoutes.header(items.system))
  }

  private func item(_ asked: Asked) async throws -> Response {
    let (id, parameters, format) = (try asked.collection, asked.parameters, asked.format)
    let feature = try asked.part("featureId")
    let moment = try ItemsRequest.moment(parameters)
    let collection = try state.collection(id, at: moment)
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
      throw Failure.unknownFeature(feature, of: id)
    }
    let base = base(asked.request)
    let path = "/collections/\(id)/items/\(BaseAddress.encoded(feature))"
    let links = links(base, path, parameters, of: id)
    guard format == .geoJSON else {
      return DataPage(asked.request, usual: language).item(page, of: collection, feature)
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
      try register.ask {
        try $0.collections.page(of: collection.id, query, known: collection)?.page
      }
    }
    let isQuick =
      query.moment.isNow && query.limit <= 100 && query.conditions.isEmpty && query.order == nil
    guard let page = try await isQuick ? find() : workbench.run(find) else {
      throw Failure.unknownCollection(collection.id)
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
