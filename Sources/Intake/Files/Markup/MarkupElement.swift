/// An element of HTML or XML with what stands in it.
final class MarkupElement {
  /// What stands in an element.
  enum Content {
    case text(String)
    case element(MarkupElement)
  }

  var name: String
  var attributes: [String: String]
  var content: [Content] = []

  init(_ name: String, _ attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
  }

  /// The elements right in this one.
  var elements: [MarkupElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text in it.
  var text: String {
    content.map { part in
      switch part {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// The first element of a name in it, in the order of the text.
  func first(_ name: String) -> MarkupElement? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.first(name) { return found }
    }
    return nil
  }

  /// All elements of a name in it that lie in no other of that name.
  func all(_ name: String) -> [MarkupElement] {
    elements.flatMap { $0.name == name ? [$0] : $0.all(name) }
  }
}

extension MarkupElement {
  /// So deep elements lie in each other at most; what lies deeper is put beside.
  private static let maximumDepth = 200

  /// The tree of a page. End tags that were left out are put in as browsers do, and an end tag in a
  /// cell does not close the cell.
  static func page(_ text: String) -> MarkupElement {
    tree(text, isHTML: true)
  }

  /// The tree of an XML document.
  static func xml(_ text: String) -> MarkupElement {
    tree(text, isHTML: false)
  }

  private static func tree(_ text: String, isHTML: Bool) -> MarkupElement {
    var scanner = MarkupScanner(text, isHTML: isHTML)
    let root = MarkupElement("")
    var open = [root]
    while let token = scanner.next() {
      switch token {
      case .text(let text): open[open.count - 1].content.append(.text(text))
      case .start(let name, let attributes, let isEmpty):
        if isHTML { closeImplied(before: name, &open) }
        let element = MarkupElement(name, attributes)
        open[open.count - 1].content.append(.element(element))
        let isVoid = isHTML ? voidElements.contains(name) : isEmpty
        if !isVoid, open.count < maximumDepth { open.append(element) }
      case .end(let name):
        let scope = isHTML ? floor(of: name, open) : 0
        if let index = open.indices.last(where: { $0 > scope && open[$0].name == name }) {
          open.removeSubrange(index...)
        } else if isHTML, name == "p" || name == "br" {
          open[open.count - 1].content.append(.element(MarkupElement("br")))
        }
      }
    }
    return root
  }

  private static let voidElements: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements that end an open paragraph.
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "center", "div", "dl", "fieldset", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul",
  ]

  /// What a start tag closes, and the elements above which it does not look.
  private static let implied: [String: (closes: Set<String>, within: Set<String>)] = [
    "li": (["li"], ["ul", "ol", "table", "td", "th"]),
    "dt": (["dt", "dd"], ["dl", "table", "td", "th"]),
    "dd": (["dt", "dd"], ["dl", "table", "td", "th"]),
    "option": (["option"], ["select"]),
    "tr": (["tr", "td", "th", "caption", "colgroup"], ["table"]),
    "td": (["td", "th"], ["tr", "table"]),
    "th": (["td", "th"], ["tr", "table"]),
    "tbody": (["tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup"], ["table"]),
    "thead": (["tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup"], ["table"]),
    "tfoot": (["tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup"], ["table"]),
    "body": (["head"], []),
  ]

  private static func closeImplied(before name: String, _ open: inout [MarkupElement]) {
    if blocks.contains(name),
      let index = open.indices.last(where: { $0 > 0 && open[$0].name == "p" }),
      !open[index...].contains(where: { ["td", "th", "table", "button"].contains($0.name) })
    {
      open.removeSubrange(index...)
    }
    guard let rule = implied[name] else { return }
    var index = open.count - 1
    var cut: Int?
    while index > 0, !rule.within.contains(open[index].name) {
      if rule.closes.contains(open[index].name) { cut = index }
      index -= 1
    }
    if let cut { open.removeSubrange(cut...) }
  }

  /// The open element above which an end tag has no power.
  private static func floor(of name: String, _ open: [MarkupElement]) -> Int {
    let walls: Set<String> =
      switch name {
      case "table": []
      case "tr", "tbody", "thead", "tfoot", "td", "th": ["table"]
      default: ["td", "th", "table"]
      }
    return open.indices.last { $0 > 0 && walls.contains(open[$0].name) } ?? 0
  }
}
