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

  /// What is asked.
  ///
  /// - Parameter others: all other questions, which the definition of the interface tells.
  func questions(beside others: [Question]) -> [Question] {
    func api(_ asked: [Question]) -> Question {
      Question(
        id: "api", path: "/api", kind: .features,
        summary: Words("接口定义", "This definition"), formats: [.openAPI, .html]
      ) { try interface($0, of: asked) }
    }
    let own = [
      Question(
        id: "landing", path: "/", kind: .features,
        summary: Words("首页；浏览器得到地图", "Landing page; the map for browsers"),
        formats: [.json, .html], answer: landing),
      Question(
        id: "map", path: "/map.json", kind: .service,
        summary: Words("地图页所示", "What the map page shows"),
        parameters: QuestionParameter.moment, answer: map),
    ]
    let all = own + others
    return all + [api(all + [api([])])]
  }

  /// Adds the files of the page, which are no answers.
  func addFiles(to router: Router<ServiceContext>) {
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
  private func landing(_ asked: Asked) throws -> Response {
    let (request, format) = (asked.request, asked.format)
    if format == .html, try asked.parameters.value("f") == nil {
      return try files.page("index.html", request)
    }
    let words = Language(of: request, usual: language)
    let record = LandingRecord(
      title: try title(words), base: BaseAddress(of: request, fixed: address), language: words)
    guard format == .html else { return Answer.json(record.json) }
    return DataPage(request, usual: language)
      .landing(record.title, record.description, record.links)
  }

  private func interface(_ asked: Asked, of questions: [Question]) throws -> Response {
    let words = Language(of: asked.request, usual: language)
    let document = InterfaceDocument(
      questions: questions, collections: try state.collections(at: .now),
      base: BaseAddress(of: asked.request, fixed: address), title: try title(words),
      language: words)
    guard asked.format == .html else { return Answer.json(document.json, type: asked.format.type) }
    return DataPage(asked.request, usual: language).interface(document.summaries)
  }

  private func map(_ asked: Asked) throws -> Response {
    let moment = try asked.parameters.moment()
    let collections = try state.collections(at: moment)
    let revision = try state.revision()
    let description = try state.register.ask { register in
      MapDescription(
        collections: collections, styles: try register.map.styles(of: collections),
        info: try register.info(), dates: try register.dates(), revision: revision,
        language: language, baseMap: baseMap, parcels: try register.lists.parcelCounts(at: moment))
    }
    return Answer.json(description.json)
  }
}
