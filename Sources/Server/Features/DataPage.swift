internal import Filtering
internal import Exchange
internal import Hummingbird
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms

/// The pages of the data interface for people: plain tables with links.
struct DataPage {
  private let language: Language
  /// The way up to the first page, so that links hold behind a prefix too.
  private let root: String

  init(_ request: Request, usual: Language) {
    language = Language(of: request, usual: usual)
    let depth = request.uri.path.split(separator: "/").count
    let hasSlash = request.uri.path.hasSuffix("/") && request.uri.path != "/"
    root = String(repeating: "../", count: max(0, depth - 1 + (hasSlash ? 1 : 0)))
  }

  private func words(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  /// A link to another page, in the language of this one.
  private func link(_ path: String) -> String { "\(root)\(path)?f=html&lang=\(language.rawValue)" }

  private func page(_ title: String, _ body: (inout HTMLText) -> Void) -> Response {
    var html = HTMLText()
    html.beginPage(title, language, .linked("\(root)assets/data.css"))
    html.nested("body") { html in
      html.nested("nav", ["aria-label": words("导航", "navigation")]) { html in
        let here = root.isEmpty ? "./" : root
        html.element("a", ["href": here], words("地图", "Map"))
        html.element("a", ["href": link("collections")], words("数据", "Data"))
        html.element("a", ["href": link("api")], words("接口", "Interface"))
        html.element("a", ["href": link("conformance")], words("标准", "Standards"))
      }
      html.nested("main") { html in
        html.element("h1", title)
        body(&html)
      }
    }
    html.close("html")
    return Answer.html(html)
  }

  func conformance(_ classes: [String]) -> Response {
    page(words("符合的标准", "Standards it conforms to")) { html in
      html.nested("ul") { html in
        for name in classes { html.element("li", name) }
      }
    }
  }

  func collections(_ all: [FeatureCollection]) -> Response {
    page(words("数据", "Data")) { html in
      html.nested("div", ["class": "scroll"]) { html in
        html.table([
          .words(words("要素集", "collection")), .number(words("要素数", "features")),
          .words(words("坐标系", "coordinate system")), .words(words("说明", "about")),
        ]) { html in
          for collection in all {
            html.nested("tr") { html in
              html.nested("td") { html in
                html.element(
                  "a", ["href": link("collections/\(collection.id)")],
                  CollectionWords.title(of: collection)[language], breaks: false)
              }
              html.element(
                "td", ["class": "number"], collection.count.map(String.init) ?? "", breaks: false)
              html.element("td", collection.epsg.map { "EPSG:\($0)" } ?? "", breaks: false)
              html.element(
                "td", CollectionWords.description(of: collection)[language], breaks: false)
            }
          }
        }
      }
    }
  }

  func collection(_ collection: FeatureCollection) -> Response {
    page(CollectionWords.title(of: collection)[language]) { html in
      schematicNote(collection.isSchematic, &html)
      html.element("p", CollectionWords.description(of: collection)[language])
      html.nested("p") { html in
        html.element(
          "a", ["href": link("collections/\(collection.id)/items")],
          words("浏览要素", "Browse the features"))
        html.markup(" · ")
        html.element(
          "a", ["href": "\(root)collections/\(collection.id)/items?f=json&limit=10000"], "GeoJSON")
      }
      html.element("h2", words("字段", "Fields"))
      html.nested("div", ["class": "scroll"]) { html in
        html.table([
          .words(words("字段", "field")), .words(words("名称", "title")),
          .words(words("类型", "type")),
        ]) { html in
          for field in collection.fields {
            html.row([.code(field.name), .words(field.title), .words(field.kind?.rawValue ?? "")])
          }
        }
      }
    }
  }

  func items(_ page: FeaturePage, of collection: FeatureCollection, _ links: [Link]) -> Response {
    self.page(CollectionWords.title(of: collection)[language]) { html in
      schematicNote(page.isSchematic, &html)
      html.element(
        "p", ["class": "note"],
        words(
          "共 \(page.matched) 个，本页 \(page.table.count) 个",
          "\(page.matched) in all, \(page.table.count) on this page"))
      if let next = links.first(where: { $0.relation == "next" }) {
        html.nested("p") { html in
          html.element("a", ["href": next.address, "rel": "next"], words("下一页", "Next page"))
        }
      }
      let fields = page.table.fields.filter { field in
        field.values.contains { $0 != .none }
      }
      html.nested("div", ["class": "scroll"]) { html in
        html.table(
          [.words("id")] + fields.map { .words(title(of: $0.name, in: collection)) }
        ) { html in
          for row in 0..<page.table.count {
            let id = id(of: row, in: page, collection)
            html.nested("tr") { html in
              html.nested("td") { html in
                html.element(
                  "a", ["href": link("collections/\(collection.id)/items/\(id)")], id,
                  breaks: false)
              }
              for field in fields {
                html.element("td", field.values[row].text ?? "", breaks: false)
              }
            }
          }
        }
      }
    }
  }

  func item(_ page: FeaturePage, of collection: FeatureCollection, _ id: String) -> Response {
    self.page("\(CollectionWords.title(of: collection)[language]) \(id)") { html in
      schematicNote(page.isSchematic, &html)
      html.table { html in
        for field in page.table.fields {
          guard let value = field.values.first?.text else { continue }
          html.row([.heading(title(of: field.name, in: collection)), .words(value)])
        }
        let box = page.table.shapes.envelope(of: 0)
        html.row([
          .heading(words("图形", "geometry")),
          .words(
            box.map { "\($0.minX), \($0.minY) – \($0.maxX), \($0.maxY)" }
              ?? words("没有", "none")),
        ])
      }
      html.nested("p") { html in
        html.element(
          "a", ["href": "\(root)collections/\(collection.id)/items/\(id)?f=json"], "GeoJSON")
      }
    }
  }

  private func title(of name: String, in collection: FeatureCollection) -> String {
    language == .zh ? collection.fields.first { $0.name == name }?.title ?? name : name
  }

  private func id(
    of row: Int, in page: FeaturePage, _ collection: FeatureCollection
  ) -> String {
    collection.subject == .findings
      ? page.table.field("id")?.values[row].text ?? "\(page.table.places[row])"
      : "\(page.table.places[row])"
  }

  private func schematicNote(_ isSchematic: Bool, _ html: inout HTMLText) {
    guard isSchematic else { return }
    html.element(
      "p", ["class": "schematic"],
      words(
        "含示意界线，不得作为权属或审批依据", "Some boundaries are schematic: no question of law may rest on them"))
  }

  /// The definition of the interface as a list of its addresses.
  func interface(_ paths: [(path: String, summary: String)]) -> Response {
    page(words("接口", "Interface")) { html in
      html.nested("p") { html in
        html.element("a", ["href": "\(root)api?f=json"], "OpenAPI 3.0 (JSON)")
      }
      html.table([.words(words("地址", "address")), .words(words("说明", "about"))]) { html in
        for (path, summary) in paths { html.row([.code(path), .words(summary)]) }
      }
    }
  }

  /// The links of the first page.
  func landing(_ title: String, _ description: String, _ links: [Link]) -> Response {
    page(title) { html in
      html.element("p", description)
      html.nested("ul") { html in
        for link in links {
          html.nested("li") { html in
            html.element("a", ["href": link.address], link.title ?? link.relation, breaks: false)
          }
        }
      }
    }
  }
}

extension Answer {
  static func html(_ html: HTMLText) -> Response {
    bytes(html.bytes, type: "text/html; charset=utf-8")
  }
}
