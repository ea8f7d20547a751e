internal import Answers
internal import Dialogue
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Planning
internal import Registry
internal import Terms

/// The map page and its files, the landing page and the definition of the interface.
struct MapRoutes: Sendable {
  let state: LandState
  let files: PageFiles
  let language: Language
  let address: String?
  let baseMap: ServiceSettings.BaseMap?

  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    router.get("/") { request, _ in try landing(request) }
    router.get("api") { request, _ in try interface(request) }
    router.get("map.json") { request, _ in try map(request) }
    router.get("assets/:name") { request, context in
      try files.page(context.parameters.require("name"), request)
    }
    // The page names its icon itself; browsers ask for this one at other pages.
    router.get("favicon.ico") { _, _ in Response(status: .noContent) }
    router.get("leaflet/**") { request, context in
      let path = context.parameters.getCatchAll().joined(separator: "/")
      return try files.leaflet(path, request)
    }
  }

  private func title(_ language: Language) throws -> String {
    let counties = try state.register.ask { try $0.info() }.counties.joined(separator: "、")
    return counties.isEmpty
      ? Words("土地与规划登记", "Land and planning register")[language]
      : Words("\(counties)土地与规划登记", "\(counties): land and planning register")[language]
  }

  /// JSON for programs; for browsers the map, unless the list of links is asked for by `f=html`.
  private func landing(_ request: Request) throws -> Response {
    let parameters = try Parameters(of: request)
    let format = try Format.wanted(by: request, parameters, of: [.json, .html])
    if format == .html, try parameters.value("f") == nil {
      return try files.page("index.html", request)
    }
    let words = Language(of: request, usual: language)
    let record = LandingRecord(
      title: try title(words), base: BaseAddress(of: request, fixed: address), language: words)
    guard format == .html else { return Answer.json(record.json) }
    return DataPage(request, usual: language)
      .landing(record.title, record.description, record.links)
  }

  private func interface(_ request: Request) throws -> Response {
    let parameters = try Parameters(of: request)
    let format = try Format.wanted(by: request, parameters, of: [.openAPI, .html])
    let document = InterfaceDocument(
      collections: try state.collections(at: .now),
      base: BaseAddress(of: request, fixed: address), title: try title(.en))
    guard format == .html else { return Answer.json(document.json, type: format.type) }
    return DataPage(request, usual: language).interface(document.summaries)
  }

  private func map(_ request: Request) throws -> Response {
    let parameters = try Parameters(of: request, Parameters.moment, formats: [.json])
    let moment = try parameters.moment()
    let collections = try state.collections(at: moment)
    let revision = try state.revision()
    let description = try state.register.ask { register in
      MapDescription(
        collections: collections, styles: try register.styles(of: collections),
        info: try register.info(), dates: try register.dates(), revision: revision,
        language: language, baseMap: baseMap, parcels: try register.parcelCounts(at: moment))
    }
    return Answer.json(description.json)
  }
}
