import Planning

/// Reads the text of OpenDocument files: a line a paragraph, tables whole with their spans.
///
/// Source: OASIS OpenDocument 1.3 part 3, §5 and §9.
struct OpenDocumentText {
  /// How the items of a list are numbered, where they are.
  private struct Numbering {
    var type: String
    var prefix: String
    var suffix: String
  }

  private var numberings: [String: Numbering] = [:]

  /// The lines of a document.
  static func lines(of content: String) -> [String] {
    let root = MarkupElement.xml(content)
    var reader = OpenDocumentText()
    for style in root.all("text:list-style") { reader.learn(style) }
    guard let body = root.first("office:body") else { return [] }
    return BlockText.lines(of: reader.page(body))
  }

  private mutating func learn(_ style: MarkupElement) {
    guard let name = style.attributes["style:name"],
      let level = style.elements.first(where: { $0.attributes["text:level"] == "1" }),
      level.name == "text:list-level-style-number"
    else { return }
    let format = level.attributes["style:num-format"] ?? ""
    guard !format.isEmpty else { return }
    numberings[name] = Numbering(
      type: format.hasPrefix("一") ? "一" : String(format.prefix(1)),
      prefix: level.attributes["style:num-prefix"] ?? "",
      suffix: level.attributes["style:num-suffix"] ?? "")
  }

  /// An element as the page has it that would show the same.
  private func page(_ element: MarkupElement) -> MarkupElement {
    var name = "span"
    var attributes: [String: String] = [:]
    switch element.name {
    case "text:p", "text:h": name = "p"
    case "text:line-break": name = "br"
    case "text:s":
      // Several blanks set a table in columns; they stay.
      let count = element.attributes["text:c"].flatMap { Int($0) } ?? 1
      return text(String(repeating: "\u{A0}", count: min(max(count, 1), 200)))
    case "text:tab": return text("\u{A0}\u{A0}\u{A0}\u{A0}")
    case "text:list":
      name = "ul"
      if let numbering = element.attributes["text:style-name"].flatMap({ numberings[$0] }) {
        name = "ol"
        attributes = ["type": numbering.type, "data-suffix": numbering.suffix]
      }
    case "text:list-item": name = "li"
    case "table:table": name = "table"
    case "table:table-header-rows", "table:table-rows", "table:table-row-group": name = "tbody"
    case "table:table-row": name = "tr"
    case "table:table-cell":
      name = "td"
      attributes["rowspan"] = element.attributes["table:number-rows-spanned"]
      attributes["colspan"] = element.attributes["table:number-columns-spanned"]
    case "draw:text-box", "text:section": name = "div"
    case "text:tracked-changes", "office:annotation", "text:note-citation", "text:sequence-decls",
      "table:covered-table-cell", "office:forms", "svg:title", "svg:desc":
      return MarkupElement("span")
    default: break
    }
    let out = MarkupElement(name, attributes)
    for part in element.content {
      switch part {
      case .text: out.content.append(part)
      case .element(let child):
        let count = child.attributes["table:number-columns-repeated"].flatMap { Int($0) } ?? 1
        let copy = page(child)
        for _ in 0..<(copy.name == "td" ? min(max(count, 1), 50) : 1) {
          out.content.append(.element(copy))
        }
      }
    }
    return out
  }

  private func text(_ text: String) -> MarkupElement {
    let element = MarkupElement("span")
    element.content = [.text(text)]
    return element
  }
}

extension OpenDocumentText {
  /// The XML that holds the text of a document, in one file or packed.
  static func content(of bytes: [UInt8], file: String) throws(IntakeError) -> String {
    guard bytes.starts(with: Array("PK".utf8)) else {
      return try TextDecoding.text(bytes, file: file)
    }
    let directory = try ZipDirectory(bytes, name: file)
    try directory.check(size: 512 << 20)
    guard let entry = directory.entries.first(where: { $0.path == "content.xml" }) else {
      throw IntakeError(.notOfFormat("OpenDocument"), file: file)
    }
    let content = try directory.content(of: entry, in: bytes)
    // An encrypted part is bytes without meaning.
    guard let text = try? TextDecoding.text(content, file: file), text.contains("office:") else {
      throw IntakeError(.foreign(.encrypted), file: file)
    }
    return text
  }
}
